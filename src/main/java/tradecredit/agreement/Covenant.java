package tradecredit.agreement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Discount;

/**
 * One thing that a clause says about who may sell what to whom. It binds from the agreement's
 * effective date on, {@link Requires} with a {@code placedBy} aside.
 */
public sealed interface Covenant {

  /** The clause that says so. */
  int clause();

  /** Which sales it is about. */
  CovenantScope scope();

  /**
   * The sale is not allowed (clauses 9, 15 and 17 of the filing).
   *
   * @param allowedFrom the first day on which it is allowed again; null where it never is
   */
  record Forbids(int clause, CovenantScope scope, @Nullable LocalDate allowedFrom)
      implements Covenant {

    /** Refuses what is no clause. */
    public Forbids {
      Required.clauseNumber(clause);
    }
  }

  /**
   * The sale is allowed at a discount of at most so much (clause 9).
   *
   * @param highest the highest discount that is allowed; null where the agreement speaks of one and
   *     nobody has said which
   */
  record Caps(int clause, CovenantScope scope, @Nullable Discount highest) implements Covenant {

    /** Refuses what is no clause. */
    public Caps {
      Required.clauseNumber(clause);
    }
  }

  /**
   * The seller has a right to the sale (clauses 8 and 14).
   *
   * @param setsAside clauses that do not count for such a sale; maybe none
   * @param provided what must be true besides and the question does not tell; null for nothing
   */
  record Permits(
      int clause, CovenantScope scope, List<Integer> setsAside, @Nullable String provided)
      implements Covenant {

    /** Keeps its list; refuses what is no clause, and a clause that sets itself aside. */
    public Permits {
      Required.clauseNumber(clause);
      setsAside = List.copyOf(setsAside);
      setsAside.forEach(Required::clauseNumber);
      if (setsAside.contains(clause)) {
        throw new IllegalArgumentException("clause " + clause + " sets itself aside");
      }
    }
  }

  /**
   * The sale brings a duty that the question does not tell (clauses 10 and 13).
   *
   * @param provided the duty, in words
   * @param placedBy the last day of the sales it is about, which may be before the agreement; null
   *     for every sale under the agreement
   */
  record Requires(int clause, CovenantScope scope, String provided, @Nullable LocalDate placedBy)
      implements Covenant {

    /** Refuses what is no clause, and a duty without words. */
    public Requires {
      Required.clauseNumber(clause);
      Required.text("what a covenant requires", provided);
    }
  }
}
