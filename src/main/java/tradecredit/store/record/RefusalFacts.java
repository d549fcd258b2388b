package tradecredit.store.record;

import tradecredit.agreement.ProductId;
import tradecredit.ledger.Act;
import tradecredit.ledger.DeskRefusal;
import tradecredit.ledger.Refusal;
import tradecredit.ledger.RefusalCode;
import tradecredit.ledger.StandingReasons;
import tradecredit.money.Discount;

/**
 * A refusal as the {@code facts} of its decision, and back: what its answer is rebuilt from on a
 * replay.
 */
public final class RefusalFacts {

  private RefusalFacts() {}

  /** The text of a refusal. */
  public static String write(Refusal refusal) {
    return write(Facts.empty(), refusal).toString();
  }

  private static Facts write(Facts facts, Refusal refusal) {
    return switch (refusal) {
      case Refusal.InvoiceNumberTaken taken -> facts.with("number", taken.number());
      case Refusal.PaymentReferenceTaken taken -> facts.with("reference", taken.reference());
      case Refusal.EffectiveDateBeforeAgreement early ->
          facts.with("date", early.date()).with("agreementDate", early.agreementDate());
      case Refusal.EffectiveDateInFuture late ->
          facts.with("date", late.date()).with("businessDate", late.businessDate());
      case Refusal.ProductRestricted restricted -> restricted(facts, restricted);
      case Refusal.DiscountNotCurrent other -> notCurrent(facts, other);
      case Refusal.AccountOnHold hold ->
          facts.with("reason", hold.reason()).with("since", hold.since());
      case Refusal.NotInGoodStanding bad -> notGood(facts, bad);
      case Refusal.CreditLimitExceeded over -> exceeded(facts, over);
      case Refusal.InvoiceUnknown unknown -> facts.with("number", unknown.number());
      case Refusal.AllocationExceedsOpenAmount exceeding ->
          facts
              .with("number", exceeding.number())
              .with("amount", exceeding.amount())
              .with("openAmount", exceeding.openAmount());
      case Refusal.AllocationsExceedPayment exceeding ->
          facts
              .with("allocations", exceeding.allocations())
              .with("amount", exceeding.amount())
              .with("credit", exceeding.credit().wireName());
      case Refusal.BatchRefused batch ->
          facts
              .with("items", batch.items())
              .with("refused", batch.refused())
              .with("first", batch.first());
      case DeskRefusal desk -> DeskRefusalFacts.write(facts, desk);
    };
  }

  private static Facts restricted(Facts facts, Refusal.ProductRestricted restricted) {
    return facts
        .with("line", restricted.line())
        .with("product", restricted.product().value())
        .with("clause", restricted.clause())
        .with("allowedFrom", restricted.allowedFrom());
  }

  private static Facts notCurrent(Facts facts, Refusal.DiscountNotCurrent other) {
    return facts
        .with("line", other.line())
        .with("product", other.product().value())
        .with("discount", other.discount().basisPoints())
        .with("current", other.current().basisPoints())
        .with("clause", other.clause());
  }

  private static Facts notGood(Facts facts, Refusal.NotInGoodStanding bad) {
    return facts
        .with("pastDue", bad.reasons().pastDue())
        .with("overLimit", bad.reasons().overLimit())
        .with("shortfall", bad.reasons().shortfall())
        .with("clause", bad.clause());
  }

  private static Facts exceeded(Facts facts, Refusal.CreditLimitExceeded over) {
    return facts
        .with("balance", over.balance())
        .with("creditLimit", over.creditLimit())
        .with("requested", over.requested())
        .with("firstDateWithRoom", over.firstDateWithRoom())
        .with("clause", over.clause());
  }

  static Refusal read(String code, String text) {
    Facts facts = Facts.read(text);
    RefusalCode refusal = RefusalCode.of(code);
    return switch (refusal) {
      case INVOICE_NUMBER_TAKEN -> new Refusal.InvoiceNumberTaken(facts.text("number"));
      case PAYMENT_REFERENCE_TAKEN -> new Refusal.PaymentReferenceTaken(facts.text("reference"));
      case EFFECTIVE_DATE_BEFORE_AGREEMENT ->
          new Refusal.EffectiveDateBeforeAgreement(facts.date("date"), facts.date("agreementDate"));
      case EFFECTIVE_DATE_IN_FUTURE ->
          new Refusal.EffectiveDateInFuture(facts.date("date"), facts.date("businessDate"));
      case PRODUCT_RESTRICTED -> productRestricted(facts);
      case DISCOUNT_NOT_CURRENT -> discountNotCurrent(facts);
      case ACCOUNT_ON_HOLD -> new Refusal.AccountOnHold(facts.text("reason"), facts.date("since"));
      case ACCOUNT_NOT_IN_GOOD_STANDING -> notInGoodStanding(facts);
      case CREDIT_LIMIT_EXCEEDED -> creditLimitExceeded(facts);
      case INVOICE_UNKNOWN -> new Refusal.InvoiceUnknown(facts.text("number"));
      case ALLOCATION_EXCEEDS_OPEN_AMOUNT ->
          new Refusal.AllocationExceedsOpenAmount(
              facts.text("number"), facts.money("amount"), facts.money("openAmount"));
      case ALLOCATIONS_EXCEED_PAYMENT ->
          new Refusal.AllocationsExceedPayment(
              facts.money("allocations"),
              facts.money("amount"),
              facts.has("credit") ? Act.of(facts.text("credit")) : Act.PAYMENT);
      case BATCH_REFUSED ->
          new Refusal.BatchRefused(
              facts.integer("items"), facts.integer("refused"), facts.integer("first"));
      default -> DeskRefusalFacts.read(refusal, facts);
    };
  }

  private static Refusal productRestricted(Facts facts) {
    return new Refusal.ProductRestricted(
        facts.integer("line"),
        new ProductId(facts.text("product")),
        facts.integer("clause"),
        facts.dateOrNull("allowedFrom"));
  }

  private static Refusal discountNotCurrent(Facts facts) {
    return new Refusal.DiscountNotCurrent(
        facts.integer("line"),
        new ProductId(facts.text("product")),
        new Discount(facts.integer("discount")),
        new Discount(facts.integer("current")),
        facts.integer("clause"));
  }

  private static Refusal notInGoodStanding(Facts facts) {
    StandingReasons reasons =
        new StandingReasons(
            facts.money("pastDue"), facts.money("overLimit"), facts.money("shortfall"));
    return new Refusal.NotInGoodStanding(reasons, facts.integer("clause"));
  }

  private static Refusal creditLimitExceeded(Facts facts) {
    return new Refusal.CreditLimitExceeded(
        facts.money("balance"),
        facts.money("creditLimit"),
        facts.money("requested"),
        facts.dateOrNull("firstDateWithRoom"),
        facts.integer("clause"));
  }
}
