package tradecredit.bench;

/** What one connection asks, one request after the other. Used by one thread. */
interface Exchange {

  /** The next request; the bytes stay as they are until it is answered. */
  byte[] request();

  /** Looks at the answer; throws where it is not as expected. */
  void answered(HttpMessage answer);

  /** Opens exchanges, one a connection. */
  @FunctionalInterface
  interface Source {
    Exchange open();
  }
}
