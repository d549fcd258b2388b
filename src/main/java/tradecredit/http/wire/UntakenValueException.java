package tradecredit.http.wire;

/**
 * A value is not taken, for another reason than that its text has not the form of one: what is
 * written as text and is no text, a name that nobody bears, what was said already.
 */
public final class UntakenValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * A value that is not taken.
   *
   * @param code of the fault; see {@link Codes#OF_FAULTS}
   * @param detail what is wrong with the value
   */
  public UntakenValueException(String code, String detail) {
    super(detail);
    this.code = code;
  }

  /** The code of the fault that a text is which {@code wrong} was thrown for. */
  public static String codeOf(IllegalArgumentException wrong) {
    return wrong instanceof UntakenValueException untaken ? untaken.code : "format";
  }
}
