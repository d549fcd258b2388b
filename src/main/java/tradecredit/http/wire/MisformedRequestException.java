package tradecredit.http.wire;

/** What came is no request as HTTP/1.1 has it (RFC 9112), though its head could be taken apart. */
public final class MisformedRequestException extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;

  private MisformedRequestException(int status, String detail) {
    super(detail);
    this.status = status;
  }

  /**
   * A request that is answered 400.
   *
   * @param detail what is wrong with it, as a sentence
   */
  public static MisformedRequestException because(String detail) {
    return new MisformedRequestException(400, detail);
  }

  /** A request in a version of HTTP that is not spoken here: 505 (RFC 9110, section 15.6.6). */
  public static MisformedRequestException ofOtherVersion() {
    return new MisformedRequestException(505, "The service speaks HTTP/1.1.");
  }

  /** 400 or 505. */
  int status() {
    return status;
  }

  /** What is wrong with it, as a sentence. */
  String detail() {
    return String.valueOf(getMessage());
  }
}
