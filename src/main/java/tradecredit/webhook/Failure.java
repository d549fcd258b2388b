package tradecredit.webhook;

import tradecredit.platform.WireNames;

/** Why an attempt was no success. What the receiver wrote is never kept. */
public enum Failure {
  /** The name has no address, or none was found in time. */
  NAME_NOT_RESOLVED("nameNotResolved"),
  /** The name led to an address that nothing is sent to; no connection was made. */
  ADDRESS_NOT_ALLOWED("addressNotAllowed"),
  /** Nobody answered at the address. */
  CONNECTION_FAILED("connectionFailed"),
  /** The certificate is not valid, or TLS was not agreed on. */
  TLS_FAILED("tlsFailed"),
  /** The connection ended before the answer did, or the answer was no HTTP. */
  CONNECTION_LOST("connectionLost"),
  /** The answer was not there in time. */
  TIMEOUT("timeout"),
  /** An answer of 3xx; redirects are not followed. */
  REDIRECTED("redirected"),
  /** An answer that is neither 2xx nor 3xx. */
  REFUSED("refused"),
  /** Its address no longer fits the settings: the fault is on this side. */
  NOT_SENT("notSent");

  private final String wireName;

  Failure(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the API and in the tables. */
  public String wireName() {
    return wireName;
  }

  /** Reads {@link #wireName()}. */
  public static Failure of(String wireName) {
    return WireNames.read(values(), Failure::wireName, wireName, "failure");
  }
}
