package tradecredit.bench;

/** The same request again and again, which is always to be answered with one status. */
final class SameRequest implements Exchange {

  private final byte[] bytes;
  private final int status;

  private SameRequest(byte[] bytes, int status) {
    this.bytes = bytes;
    this.status = status;
  }

  /** The side that sends it to {@code service}. */
  static HttpSide side(Service service, byte[] bytes, int status) {
    return new HttpSide(service, () -> new SameRequest(bytes, status));
  }

  @Override
  public byte[] request() {
    return bytes;
  }

  @Override
  public void answered(HttpMessage answer) {
    answer.require(status);
  }
}
