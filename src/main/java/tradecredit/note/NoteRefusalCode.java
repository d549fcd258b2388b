package tradecredit.note;

import java.util.Arrays;

/**
 * Every rule that can turn down what is asked of a note, in order of precedence: the first that
 * holds is reported.
 */
public enum NoteRefusalCode {
  PROMISSORY_NOTE_ALREADY_RECORDED(
      "promissory-note-already-recorded", 409, "The promissory note is already recorded", false),
  PAYMENT_REFERENCE_TAKEN("payment-reference-taken", 409, "This payment reference is taken", false),
  PAYMENT_ALREADY_RETURNED(
      "payment-already-returned", 409, "The payment was returned before", false),
  RETURNED_BEFORE_RECEIVED(
      "returned-before-received", 422, "The payment was received later", false),
  EFFECTIVE_DATE_BEFORE_AGREEMENT(
      "effective-date-before-agreement", 422, "The date is before the agreement", false),
  EFFECTIVE_DATE_IN_FUTURE(
      "effective-date-in-future", 422, "The date is after the business date", true),
  PAYMENT_EXCEEDS_NOTE(
      "payment-exceeds-note", 422, "The payment is more than is unpaid of the note", true),
  INSTALMENT_UNKNOWN("instalment-unknown", 422, "The note has no such instalment", false),
  ALLOCATION_EXCEEDS_INSTALMENT(
      "allocation-exceeds-instalment",
      422,
      "The allocation is more than is unpaid of the instalment",
      true),
  ALLOCATIONS_DIFFER_FROM_PAYMENT(
      "allocations-differ-from-payment", 422, "The allocations are not the payment", false);

  private final String code;
  private final int status;
  private final String title;
  private final boolean retryMaySucceed;

  NoteRefusalCode(String code, int status, String title, boolean retryMaySucceed) {
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

  /** Whether the same request, unchanged, may succeed later under a new key. */
  public boolean retryMaySucceed() {
    return retryMaySucceed;
  }

  /** Reads {@link #code()}. */
  public static NoteRefusalCode of(String code) {
    return Arrays.stream(values())
        .filter(refusal -> refusal.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no refusal has the code " + code));
  }
}
