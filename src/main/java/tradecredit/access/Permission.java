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
import org.jspecify.annotations.Nullable;

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
  /**
   * To come with a single invoice: a clerk's asks for supply, a controller's records cards that are
   * delivered already. Which of the two it is, its body tells; see {@link Admission#demand}.
   */
  POST_INVOICE(Set.of(SUPPLIER), Set.of(CLERK, CONTROLLER)),
  /** Invoices, one by one, in batches and from files (clauses 5 and 6). */
  POST_INVOICES(Set.of(SUPPLIER), Set.of(CLERK)),
  /** Receipts: what the supplier was paid (clauses 5 and 6). */
  POST_PAYMENTS(Set.of(SUPPLIER), Set.of(CLERK)),
  /** Invoices over the limit or on a stopped account, for cards that are delivered already. */
  RECORD_DELIVERED_CARDS(Set.of(SUPPLIER), Set.of(CONTROLLER)),
  /** Returned payments, payments applied anew, credit notes. */
  POST_CREDITS(Set.of(SUPPLIER), Set.of(CLERK)),
  /** Debts given up: one controller proposes, another approves. */
  WRITE_OFF(Set.of(SUPPLIER), Set.of(CONTROLLER)),
  /** Claims that goods were not in good working condition (clauses 5 and 6). */
  OPEN_DISPUTES(Set.of(BUYER), Set.of(CONTROLLER)),
  /** What becomes of those claims. */
  RESOLVE_DISPUTES(Set.of(SUPPLIER), Set.of(CONTROLLER)),
  /** The stop of new supply; never of cards already in circulation (clause 7). */
  HOLD_SUPPLY(Set.of(SUPPLIER), Set.of(CONTROLLER)),
  /** To have seen that the limit is exceeded. */
  ACKNOWLEDGE_BREACHES(Set.of(SUPPLIER), Set.of(CONTROLLER)),
  /** Other terms: one side proposes, the other approves. */
  AMEND_TERMS(Set.of(SUPPLIER, BUYER), Set.of(CONTROLLER)),
  /** What all accounts come to, and what was set off: for who may read each of them. */
  READ_POSITION(Relation.ON_EVERY_ACCOUNT, Set.of(CLERK, FINANCE, CONTROLLER, AUDITOR, ADMIN)),
  /**
   * What two accounts owe each other, netted: one side proposes, the other approves. Who is not on
   * both accounts has no part in it.
   */
  SET_OFF(Relation.ON_EVERY_ACCOUNT, Set.of(CONTROLLER)),
  /** The promissory note, its figures and its entries (clause 4). */
  READ_NOTE(Relation.OF_THE_NOTE, Set.of(CLERK, FINANCE, CONTROLLER, AUDITOR, ADMIN)),
  /** The sum of the note: the payee holds the paper, and its controller answers for the figure. */
  RECORD_NOTE(Relation.PAYEE_OF_THE_NOTE, Set.of(CONTROLLER)),
  /** What the payee was paid on the note. */
  POST_NOTE_PAYMENTS(Relation.PAYEE_OF_THE_NOTE, Set.of(CLERK)),
  /**
   * The book's today, where it is turned by hand: both sides are judged by it, so neither turns it.
   */
  TURN_BUSINESS_DATE(Relation.THE_OPERATOR, Set.of(ADMIN)),
  /** Webhook endpoints of the own party, which are told of its accounts, and what was sent. */
  KEEP_WEBHOOKS(Relation.ON_AN_ACCOUNT, Set.of(CONTROLLER)),
  /** API keys: the operator's admins for every party, others for their own. */
  KEEP_KEYS(Set.of(), Set.of(ADMIN)),
  /** Audit records: the operator's of everything, others of their accounts and their own party. */
  READ_AUDIT_RECORDS(Set.of(), Set.of(AUDITOR, ADMIN)),
  /**
   * How the service does, on the management port: its figures tell how much each side trades, so
   * neither side reads them.
   */
  READ_METRICS(Relation.THE_OPERATOR, Set.of(FINANCE, AUDITOR, ADMIN));

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf made it
  private final Set<Side> sides;

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf made it
  private final Set<Role> roles;

  private final @Nullable Relation relation;

  Permission(Set<Side> sides, Set<Role> roles) {
    this.sides = Set.copyOf(sides);
    this.roles = Set.copyOf(roles);
    this.relation = null;
  }

  Permission(Relation relation, Set<Role> roles) {
    this.sides = Set.of();
    this.roles = Set.copyOf(roles);
    this.relation = relation;
  }

  /** Whether it is about one account. */
  public boolean isOnAccount() {
    return !sides.isEmpty();
  }

  /** The sides of the account that have it; none where it is not about an account. */
  public Set<Side> sides() {
    return sides;
  }

  /** How a party must stand to the agreement; null where any of its parties may have it. */
  public @Nullable Relation relation() {
    return relation;
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
