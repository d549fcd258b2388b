package tradecredit.access;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.agreement.TradingAccount;

/** Reads the table of {@link Permission}: may this principal do that here? */
@Singleton
public final class Gate {

  private final Agreement agreement;

  Gate(Agreement agreement) {
    this.agreement = agreement;
  }

  /** What the gate says. */
  public sealed interface Judgment {
    /** The principal may. */
    record Allowed() implements Judgment {}

    /** For this principal it is not there. */
    record Hidden() implements Judgment {}

    /** It is there, and the principal may not. */
    record Forbidden(String reason, @Nullable Integer clause) implements Judgment {}
  }

  private static final Judgment ALLOWED = new Judgment.Allowed();
  private static final Judgment HIDDEN = new Judgment.Hidden();

  /**
   * Judges.
   *
   * @param account the account that it is about; null for permissions that are about none
   */
  public Judgment judge(Principal principal, Permission wanted, @Nullable TradingAccount account) {
    if (!Operator.knows(agreement, principal.party())) {
      return HIDDEN;
    }
    if (wanted.isOnAccount()) {
      return onAccount(principal, wanted, account);
    }
    return switch (stance(principal, wanted)) {
      case OUTSIDE -> HIDDEN;
      case OTHER_SIDE -> notTheirs(wanted);
      case RIGHT -> hasRole(principal, wanted) ? ALLOWED : roleIsMissing(principal, wanted);
    };
  }

  private Relation.Stance stance(Principal principal, Permission wanted) {
    Relation relation = wanted.relation();
    return relation == null ? Relation.Stance.RIGHT : relation.of(agreement, principal.party());
  }

  private Judgment notTheirs(Permission wanted) {
    PromissoryNoteTerms note = agreement.promissoryNote();
    if (wanted.relation() == Relation.THE_OPERATOR || note == null) {
      return new Judgment.Forbidden(
          "%s is for the operator alone.".formatted(wanted.wireName()), null);
    }
    return new Judgment.Forbidden(
        "%s is for the payee of the promissory note, %s, alone (clause %d)."
            .formatted(wanted.wireName(), note.payee(), note.clause()),
        note.clause());
  }

  private Judgment onAccount(
      Principal principal, Permission wanted, @Nullable TradingAccount account) {
    Optional<Side> side =
        account == null ? Optional.empty() : Side.of(agreement, account, principal.party());
    if (account == null || side.isEmpty()) {
      return HIDDEN;
    }
    if (!wanted.sides().contains(side.get())) {
      return otherSideOnly(wanted, account);
    }
    return hasRole(principal, wanted) ? ALLOWED : roleIsMissing(principal, wanted);
  }

  private static boolean hasRole(Principal principal, Permission wanted) {
    return !Collections.disjoint(principal.roles(), wanted.roles());
  }

  private static Judgment otherSideOnly(Permission wanted, TradingAccount account) {
    Side side = wanted.sides().iterator().next();
    return new Judgment.Forbidden(
        "%s on account %s is for its %s, %s, alone (clause %d)."
            .formatted(
                wanted.wireName(),
                account.id(),
                side.wireName(),
                side.in(account),
                account.clause()),
        account.clause());
  }

  private static Judgment roleIsMissing(Principal principal, Permission wanted) {
    return new Judgment.Forbidden(
        "%s needs the role %s; %s has %s."
            .formatted(
                wanted.wireName(),
                Role.names(wanted.roles()).replace(", ", " or "),
                principal.name(),
                principal.roles().isEmpty() ? "none" : Role.names(principal.roles())),
        null);
  }

  /** Whether {@code principal} is the operator's. */
  public boolean isOperator(Principal principal) {
    return principal.party().equals(PartyId.OPERATOR);
  }

  /** Whether an admin may revoke the keys of {@code party}, of the agreement still or not. */
  public boolean mayRevokeKeysOf(Principal admin, PartyId party) {
    return isOperator(admin) || admin.party().equals(party);
  }

  /** Whether an admin may make keys for {@code party}. */
  public boolean mayMakeKeysFor(Principal admin, PartyId party) {
    return mayRevokeKeysOf(admin, party) && Operator.knows(agreement, party);
  }

  /** Whether the party of {@code principal} is on {@code account}. */
  public boolean isOn(Principal principal, TradingAccount account) {
    return Side.of(agreement, account, principal.party()).isPresent();
  }

  /**
   * The side of {@code account} for which {@code principal} acts: a party, or the group it is a
   * member of.
   *
   * @throws IllegalStateException if it is on neither side; whoever was let in is on one
   */
  public PartyId actsFor(Principal principal, TradingAccount account) {
    return Side.of(agreement, account, principal.party())
        .map(side -> side.in(account))
        .orElseThrow(
            () -> new IllegalStateException(principal.name() + " is not on " + account.id()));
  }
}
