package tradecredit.http.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tradecredit.ledger.Act;
import tradecredit.ledger.BatchItem;
import tradecredit.ledger.Decision;
import tradecredit.ledger.DeskRefusal;
import tradecredit.ledger.Refusal;
import tradecredit.ledger.RefusalCode;
import tradecredit.posting.Answer;

/**
 * Refusals as problem documents: what was refused, by which rule and clause, and what would cure
 * it.
 */
public final class RefusalProblems {

  private static final String RETRY = "retryMaySucceed";

  private RefusalProblems() {}

  /** The problem of a decision's own refusal, which says how to try again. */
  public static Problem of(Refusal refusal, Decision decision, String path) {
    return of(refusal, decision, refusal.code().retryMaySucceed(), path);
  }

  private static Problem of(
      Refusal refusal, Decision decision, boolean retryMaySucceed, String path) {
    return of(refusal, detail(refusal) + newKey(refusal.code(), retryMaySucceed), path)
        .with(RETRY, retryMaySucceed)
        .with("decidedAt", decision.recordedAt().toString())
        .with("account", AccountStateBody.of(decision.after()));
  }

  /**
   * A sentence, after a space, of what needs a new key: sending the same again where that may
   * succeed, else what might be sent in its place.
   *
   * @param retryMaySucceed whether the same posting, unchanged, may succeed later
   */
  public static String newKey(RefusalCode code, boolean retryMaySucceed) {
    if (retryMaySucceed) {
      return " To try again, send it with a new Idempotency-Key.";
    }
    String needs =
        switch (code) {
          case INVOICE_NUMBER_TAKEN, CREDIT_NOTE_NUMBER_TAKEN -> "Another number";
          case PAYMENT_REFERENCE_TAKEN -> "Another reference";
          case PAYMENT_ALREADY_RETURNED,
              DISPUTE_ALREADY_RESOLVED,
              WRITE_OFF_ALREADY_DECIDED,
              AMENDMENT_ALREADY_DECIDED,
              SET_OFF_ALREADY_DECIDED,
              BREACH_ALREADY_ACKNOWLEDGED ->
              "That stands; another posting";
          case APPROVAL_BY_PROPOSER, APPROVAL_BY_PROPOSING_SIDE, WITHDRAWAL_BY_OTHER ->
              "Another sender";
          default -> "A corrected posting";
        };
    return " " + needs + " needs a new Idempotency-Key.";
  }

  /** The problem of a credit check, which decides nothing. */
  public static Problem of(Refusal refusal, String path) {
    return of(refusal, detail(refusal), path);
  }

  /**
   * The problems of what was refused in a batch that was refused as a whole, by the items' indexes.
   */
  public static Map<Integer, Problem> ofItems(Answer.BatchRefused refused, String path) {
    return refused.refused().stream()
        .collect(Collectors.toMap(BatchItem::index, item -> ofItem(item.refusal(), path)));
  }

  /** An item was tested after those before it in the batch. */
  private static Problem ofItem(Refusal refusal, String path) {
    String detail =
        refusal instanceof Refusal.InvoiceNumberTaken taken
            ? "Invoice %s is already in the book, or stands before in this batch."
                .formatted(taken.number())
            : detail(refusal);
    return of(refusal, detail, path);
  }

  /**
   * The problem of a batch or file that was refused as a whole. Unchanged it may succeed later only
   * if each of its refused items may.
   *
   * @param results what became of each item or row
   * @param count how many of them are refused; the others are not posted
   */
  public static Problem ofWhole(
      Answer.BatchRefused refused, List<?> results, long count, String path) {
    Decision decision = refused.decision();
    boolean retryMaySucceed =
        refused.refused().stream().allMatch(item -> item.refusal().code().retryMaySucceed());
    return of(Objects.requireNonNull(decision.refusal()), decision, retryMaySucceed, path)
        .with("results", results)
        .with("accepted", 0)
        .with("refused", count);
  }

  private static Problem of(Refusal refusal, String detail, String path) {
    RefusalCode code = refusal.code();
    Problem problem =
        Problem.of(code.status(), code.code(), code.title(), detail, path)
            .withClause(refusal.clause())
            .withErrors(faults(refusal))
            .with(RETRY, code.retryMaySucceed());
    return switch (refusal) {
      case Refusal.CreditLimitExceeded over -> withRemedies(problem, over);
      case Refusal.AccountOnHold hold ->
          problem.with("reason", hold.reason()).with("since", hold.since());
      case Refusal.NotInGoodStanding bad ->
          problem.with("reasons", StandingReasonBody.of(bad.reasons()));
      case Refusal.DiscountNotCurrent other ->
          problem
              .with("discount", other.discount().toString())
              .with("currentDiscount", other.current().toString());
      case Refusal.AllocationExceedsOpenAmount exceeding ->
          problem.with("openAmount", exceeding.openAmount().toString());
      case Refusal.InvoiceNumberTaken ignored -> problem;
      case Refusal.PaymentReferenceTaken ignored -> problem;
      case Refusal.EffectiveDateBeforeAgreement ignored -> problem;
      case Refusal.EffectiveDateInFuture ignored -> problem;
      case Refusal.ProductRestricted ignored -> problem;
      case Refusal.InvoiceUnknown ignored -> problem;
      case Refusal.AllocationsExceedPayment ignored -> problem;
      case Refusal.BatchRefused batch -> problem.with("first", batch.first());
      case DeskRefusal desk -> DeskProblems.members(problem, desk);
    };
  }

  private static Problem withRemedies(Problem problem, Refusal.CreditLimitExceeded over) {
    RemediesBody remedies =
        new RemediesBody(
            over.largestInvoice().toString(), over.excess().toString(), over.firstDateWithRoom());
    return problem
        .with("balance", over.balance().toString())
        .with("creditLimit", over.creditLimit().toString())
        .with("requested", over.requested().toString())
        .with("excess", over.excess().toString())
        .with("remedies", remedies);
  }

  private static String detail(Refusal refusal) {
    return switch (refusal) {
      case Refusal.InvoiceNumberTaken taken ->
          "Invoice %s is already in the book.".formatted(taken.number());
      case Refusal.PaymentReferenceTaken taken ->
          "Payment %s is already in the book.".formatted(taken.reference());
      case Refusal.EffectiveDateBeforeAgreement early ->
          "%s is before the agreement's effective date, %s."
              .formatted(early.date(), early.agreementDate());
      case Refusal.EffectiveDateInFuture late ->
          "%s is after the business date, %s.".formatted(late.date(), late.businessDate());
      case Refusal.ProductRestricted restricted -> detail(restricted);
      case Refusal.DiscountNotCurrent other ->
          "Line %d of the invoice: the current discount of %s is %s %%, not %s %%."
              .formatted(other.line() + 1, other.product(), other.current(), other.discount());
      case Refusal.AccountOnHold hold ->
          "New supply is stopped since %s: %s. A controller of the supplier lifts the hold."
              .formatted(hold.since(), hold.reason());
      case Refusal.NotInGoodStanding bad -> detail(bad);
      case Refusal.CreditLimitExceeded over ->
          "The balance of %s and this invoice of %s would exceed the credit limit of %s by %s."
              .formatted(over.balance(), over.requested(), over.creditLimit(), over.excess());
      case Refusal.InvoiceUnknown unknown ->
          "The account has no invoice %s.".formatted(unknown.number());
      case Refusal.AllocationExceedsOpenAmount exceeding ->
          "%s is more than the %s that is open and undisputed of invoice %s."
              .formatted(exceeding.amount(), exceeding.openAmount(), exceeding.number());
      case Refusal.AllocationsExceedPayment exceeding ->
          "The allocations of %s are more than the %s of %s."
              .formatted(
                  exceeding.allocations(),
                  exceeding.credit() == Act.PAYMENT ? "payment" : "credit note",
                  exceeding.amount());
      case Refusal.BatchRefused batch ->
          "%d of %d invoices are refused, the first to look at is item %d; nothing is posted."
              .formatted(batch.refused(), batch.items(), batch.first());
      case DeskRefusal desk -> DeskProblems.detail(desk);
    };
  }

  private static String detail(Refusal.ProductRestricted restricted) {
    LocalDate from = restricted.allowedFrom();
    String where =
        "Line %d of the invoice: %s ".formatted(restricted.line() + 1, restricted.product());
    return from == null
        ? where + "is not sold on this account (clause %d).".formatted(restricted.clause())
        : where + "may not be sold before %s (clause %d).".formatted(from, restricted.clause());
  }

  private static String detail(Refusal.NotInGoodStanding bad) {
    List<String> cures =
        StandingReasonBody.of(bad.reasons()).stream().map(StandingReasonBody::cure).toList();
    return "The account takes new invoices only while it is in good standing. "
        + String.join(" ", cures);
  }

  private static List<Fault> faults(Refusal refusal) {
    return switch (refusal) {
      case Refusal.ProductRestricted restricted ->
          List.of(
              new Fault(
                  "/lines/" + restricted.line() + "/product",
                  refusal.code().code(),
                  detail(restricted)));
      case Refusal.DiscountNotCurrent other ->
          List.of(
              new Fault(
                  "/lines/" + other.line() + "/discount",
                  refusal.code().code(),
                  "%s is sent, %s is current".formatted(other.discount(), other.current())));
      default -> List.of();
    };
  }
}
