package tradecredit.access;

import static tradecredit.access.Role.ADMIN;
import static tradecredit.access.Role.AUDITOR;
import static tradecredit.access.Role.CLERK;
import static tradecredit.access.Role.CONTROLLER;
import static tradecredit.access.Role.FINANCE;
import static tradecredit.access.Side.BUYER;
import static tradecredit.access.Side.SUPPLIER;

import java.util.Locale;
import java.util.Set;

/**
 * Who may do what: the one table. Each operation of the API names the permission that it needs.
 *
 * <p>A permission on an account asks two things: on which side of the account the principal's party
 * stands, and which role the principal has. A party on neither side does not learn that the account
 * is there. Example: a clerk of Kattosko may post an invoice on {@code kattosko-to-seller}, which
 * Kattosko supplies; not on {@code auxer-to-kattosko}, which it buys on; and a clerk of CT
 * Industries finds no {@code auxer-to-kattosko} at all, though it is of the same group as its
 * supplier (clause 5 names Auxer Telecom alone).
 */
public enum Permission {
  /** The agreement, the list of accounts and the business date. */
  READ_AGREEMENT(Set.of(), Set.of(CLERK, FINANCE, CONTROLLER, AUDITOR, ADMIN)),
  /** Everything that an account shows, credit checks included. */
  READ_ACCOUNT(Set.of(SUPPLIER, BUYER), Set.of(CLERK, FINANCE, CONTROLLER, AUDITOR, ADMIN)),
  /** Invoices, one by one, in batches and from files (clauses 5 and 6). */
  POST_INVOICES(Set.of(SUPPLIER), Set.of(CLERK)),
  /** Receipts: what the supplier was paid (clauses 5 and 6). */
  POST_PAYMENTS(Set.of(SUPPLIER), Set.of(CLERK)),
  /** The book's today, where it is turned by hand. */
  TURN_BUSINESS_DATE(Set.of(), Set.of(ADMIN)),
  /** API keys: the operator's admins for every party, others for their own. */
  KEEP_KEYS(Set.of(), Set.of(ADMIN)),
  /** Audit records: the operator's of everything, others of their accounts and their own party. */
  READ_AUDIT_RECORDS(Set.of(), Set.of(AUDITOR, ADMIN));

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf made it
  private final Set<Side> sides;

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf made it
  private final Set<Role> roles;

  Permission(Set<Side> sides, Set<Role> roles) {
    this.sides = Set.copyOf(sides);
    this.roles = Set.copyOf(roles);
  }

  /** Whether it is about one account. */
  public boolean isOnAccount() {
    return !sides.isEmpty();
  }

  /** The sides of the account that have it; none where it is not about an account. */
  public Set<Side> sides() {
    return sides;
  }

  /** The roles that have it; one of them is enough. */
  public Set<Role> roles() {
    return roles;
  }

  /** Its name in audit records, such as {@code post-invoices}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
