package tradecredit.ledger;

import tradecredit.platform.WireNames;

/**
 * Every rule that can turn down a posting, or a request to the promissory note, in order of
 * precedence: the first that holds is reported (design section 6). Each act is tested against its
 * own rules only; between them the order here is the order of the tests.
 */
public enum RefusalCode {
  /** Of the promissory note. */
  PROMISSORY_NOTE_ALREADY_RECORDED(
      "promissory-note-already-recorded", 409, "The promissory note is already recorded", false),
  INVOICE_NUMBER_TAKEN("invoice-number-taken", 409, "This invoice number is taken", false),
  PAYMENT_REFERENCE_TAKEN("payment-reference-taken", 409, "This payment reference is taken", false),
  CREDIT_NOTE_NUMBER_TAKEN(
      "credit-note-number-taken", 409, "This credit note number is taken", false),
  PAYMENT_ALREADY_RETURNED(
      "payment-already-returned", 409, "The payment was returned before", false),
  DISPUTE_ALREADY_RESOLVED(
      "dispute-already-resolved", 409, "The dispute was resolved before", false),
  WRITE_OFF_ALREADY_DECIDED(
      "write-off-already-decided", 409, "The write-off was decided before", false),
  AMENDMENT_ALREADY_DECIDED(
      "amendment-already-decided", 409, "The amendment was decided before", false),
  SET_OFF_ALREADY_DECIDED("set-off-already-decided", 409, "The set-off was decided before", false),
  BREACH_ALREADY_ACKNOWLEDGED(
      "breach-already-acknowledged", 409, "The breach was acknowledged before", false),
  ALREADY_ON_HOLD("already-on-hold", 409, "The account is on hold already", true),
  NOT_ON_HOLD("not-on-hold", 409, "The account is not on hold", true),
  APPROVAL_BY_PROPOSER("approval-by-proposer", 422, "Who proposed it does not decide it", false),
  APPROVAL_BY_PROPOSING_SIDE(
      "approval-by-proposing-side", 422, "The side that proposed it does not decide it", false),
  WITHDRAWAL_BY_OTHER("withdrawal-by-other", 422, "Only those who proposed it withdraw it", false),
  CREDIT_NOTE_OF_DISPUTE(
      "credit-note-of-dispute", 422, "The credit note of a dispute stays with its invoice", false),
  RETURNED_BEFORE_RECEIVED(
      "returned-before-received", 422, "The payment was received later", false),
  EFFECTIVE_DATE_BEFORE_AGREEMENT(
      "effective-date-before-agreement", 422, "The date is before the agreement", false),
  EFFECTIVE_DATE_IN_FUTURE(
      "effective-date-in-future", 422, "The date is after the business date", true),
  /** Of the promissory note, as are the three that follow. */
  PAYMENT_EXCEEDS_NOTE(
      "payment-exceeds-note", 422, "The payment is more than is unpaid of the note", true),
  INSTALMENT_UNKNOWN("instalment-unknown", 422, "The note has no such instalment", false),
  ALLOCATION_EXCEEDS_INSTALMENT(
      "allocation-exceeds-instalment",
      422,
      "The allocation is more than is unpaid of the instalment",
      true),
  ALLOCATIONS_DIFFER_FROM_PAYMENT(
      "allocations-differ-from-payment", 422, "The allocations are not the payment", false),
  PRODUCT_RESTRICTED("product-restricted", 422, "This product may not be sold here and now", false),
  DISCOUNT_NOT_CURRENT("discount-not-current", 422, "The discount is not the current one", true),
  ACCOUNT_ON_HOLD("account-on-hold", 422, "The account is on hold", true),
  ACCOUNT_NOT_IN_GOOD_STANDING(
      "account-not-in-good-standing", 422, "The account is not in good standing", true),
  CREDIT_LIMIT_EXCEEDED(
      "credit-limit-exceeded", 422, "The invoice would exceed the credit limit", true),
  INVOICE_UNKNOWN("invoice-unknown", 422, "There is no such invoice on this account", true),
  ALLOCATION_EXCEEDS_OPEN_AMOUNT(
      "allocation-exceeds-open-amount",
      422,
      "The allocation exceeds the open, undisputed amount",
      true),
  ALLOCATIONS_EXCEED_PAYMENT(
      "allocations-exceed-payment", 422, "The allocations exceed the payment", false),
  WRITE_OFF_EXCEEDS_OPEN_AMOUNT(
      "write-off-exceeds-open-amount",
      422,
      "The write-off exceeds the open, undisputed amount",
      true),
  DISPUTE_EXCEEDS_OPEN_AMOUNT(
      "dispute-exceeds-open-amount", 422, "The dispute exceeds the open, undisputed amount", true),
  CARDS_IN_DISPUTE("cards-in-dispute", 422, "Some of the cards are in another dispute", true),
  CREDIT_EXCEEDS_DISPUTE(
      "credit-exceeds-dispute", 422, "The credit exceeds the disputed amount", false),
  TERMS_EFFECTIVE_IN_PAST(
      "terms-effective-in-past", 422, "Terms are not changed for past days", false),
  /** Not given any more; decisions of older books have it. */
  TERMS_SUPERSEDED("terms-superseded", 422, "Later terms are agreed already", false),
  TERMS_NOT_POSSIBLE("terms-not-possible", 422, "There cannot be such terms", true),
  /** One half of a set-off: a rule of the other account stands against it. */
  SET_OFF_COUNTERPART_REFUSED(
      "set-off-counterpart-refused", 422, "The other account's half is refused", true),
  /** An atomic batch in which something was refused; each item names its own reason. */
  BATCH_REFUSED("batch-refused", 422, "The batch is refused as a whole", true);

  private final String code;
  private final int status;
  private final String title;
  private final boolean retryMaySucceed;

  RefusalCode(String code, int status, String title, boolean retryMaySucceed) {
    this.code = code;
    this.status = status;
    this.title = title;
    this.retryMaySucceed = retryMaySucceed;
  }

  /** The code in the API and in the tables. */
  public String code() {
    return code;
  }

  /** The HTTP status of its answer. */
  public int status() {
    return status;
  }

  /** What it means, in a few words; the same for every refusal of this code. */
  public String title() {
    return title;
  }

  /** Whether the same posting, unchanged, may succeed later under a new key. */
  public boolean retryMaySucceed() {
    return retryMaySucceed;
  }

  /** Reads {@link #code()}. */
  public static RefusalCode of(String code) {
    return WireNames.read(values(), RefusalCode::code, code, "refusal");
  }
}
