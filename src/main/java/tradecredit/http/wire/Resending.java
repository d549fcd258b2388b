package tradecredit.http.wire;

import io.micronaut.http.HttpRequest;

/**
 * What it takes to send a request again whose answer is lost, and so what its caller is told after
 * an outage.
 */
public enum Resending {
  /** It only asked, as a {@code GET} does and a check. */
  ASKS(" Ask again."),

  /** It is done once, however often it is sent with its key. */
  WITH_ITS_KEY(
      " Whether this was posted is not known: send it again with the same key to find out."),

  /** Sent again it may be done twice: nothing tells the second from the first. */
  AFTER_A_LOOK(" Whether this was done is not known: look before you send it again.");

  private static final String HAS_ITS_KEY = Resending.class.getName();

  private final String advice;

  Resending(String advice) {
    this.advice = advice;
  }

  /**
   * By what the request is, and whether its operation has required its key: a key that nobody asks
   * for keeps nothing from being done twice. An operation requires it before all that an outage
   * could end, and what fails at the door has its own words.
   */
  static Resending of(HttpRequest<?> request) {
    if (asks(request.getMethodName(), request.getPath())) {
      return ASKS;
    }
    return request.getAttribute(HAS_ITS_KEY).isPresent() ? WITH_ITS_KEY : AFTER_A_LOOK;
  }

  /** Notes that the operation of {@code request} goes by its key. */
  static void withItsKey(HttpRequest<?> request) {
    request.setAttribute(HAS_ITS_KEY, true);
  }

  /** The checks are a {@code POST} for the sake of their body alone. */
  private static boolean asks(String method, String path) {
    return method.equals("GET")
        || method.equals("HEAD")
        || path.endsWith("/credit-checks")
        || path.endsWith("/covenant-checks");
  }

  /**
   * What is told where there is no room: an earlier request with its key may have been posted, or
   * be under way.
   */
  public String afterRefusal() {
    return "nothing was posted by this request. Send it again"
        + (this == WITH_ITS_KEY ? " with the same key." : ".");
  }

  /** What is told where the database is away. */
  String afterOutage() {
    return "The book cannot be reached." + advice;
  }

  /** What is told where the service failed. */
  String afterFailure() {
    return "The service failed." + advice;
  }
}
