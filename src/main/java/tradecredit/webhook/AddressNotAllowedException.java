package tradecredit.webhook;

import java.net.UnknownHostException;

/** A name led to an address that nothing is sent to. */
final class AddressNotAllowedException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  AddressNotAllowedException(String name) {
    super(name + " leads to an address that nothing is sent to");
  }
}
