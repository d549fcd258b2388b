package tradecredit.access;

import tradecredit.platform.Shortened;

/**
 * What is said of things that are not there, or not there for the caller: word for word the same.
 */
public final class NotThere {

  /** Of what has no name of its own. */
  public static final String ANYTHING = "There is nothing here.";

  private NotThere() {}

  /** Of an account. */
  public static String account(String id) {
    return "There is no account " + Shortened.of(id) + ".";
  }

  /** Of an agreement. */
  public static String agreement(String id) {
    return "There is no agreement " + Shortened.of(id) + ".";
  }
}
