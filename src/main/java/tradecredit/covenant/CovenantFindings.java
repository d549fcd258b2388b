package tradecredit.covenant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Covenant;
import tradecredit.agreement.PartyId;

/**
 * What the covenants say of a sale.
 *
 * @param inForce whether the agreement binds on that day; before, only a duty that reaches back is
 *     found
 * @param forbiddenBy what the sale breaks; maybe nothing
 * @param undecided caps that would have to be known to tell; maybe none
 * @param permittedBy the rights to it
 * @param setAside what would bind and does not count, by which right
 * @param conditions the duties that come with it
 * @param exempt customers to whom a clause that forbids it here does not count
 */
public record CovenantFindings(
    boolean inForce,
    List<Covenant> forbiddenBy,
    List<Covenant.Caps> undecided,
    List<Covenant.Permits> permittedBy,
    List<SetAside> setAside,
    List<Covenant.Requires> conditions,
    List<Exempt> exempt) {

  /**
   * A rule that does not count for this sale.
   *
   * @param rule what would bind
   * @param by the right that sets its clause aside
   */
  public record SetAside(Covenant rule, Covenant.Permits by) {}

  /**
   * A way out of a clause.
   *
   * @param clause which clause
   * @param by the clause that sets it aside
   * @param customer for sales to whom
   */
  public record Exempt(int clause, int by, PartyId customer) {}

  /** Keeps its own copies of the lists. */
  public CovenantFindings {
    forbiddenBy = List.copyOf(forbiddenBy);
    undecided = List.copyOf(undecided);
    permittedBy = List.copyOf(permittedBy);
    setAside = List.copyOf(setAside);
    conditions = List.copyOf(conditions);
    exempt = List.copyOf(exempt);
  }

  /**
   * Whether the sale is allowed; null where that hangs on a cap that nobody has stated. What is
   * forbidden by another clause is forbidden whatever the cap may be.
   */
  public @Nullable Boolean allowed() {
    if (!forbiddenBy.isEmpty()) {
      return Boolean.FALSE;
    }
    return undecided.isEmpty() ? Boolean.TRUE : null;
  }
}
