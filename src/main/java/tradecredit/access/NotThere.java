package tradecredit.access;

/**
 * What is said of things that are not there, or not there for the caller: word for word the same.
 */
public final class NotThere {

  /** Of what has no name of its own. */
  public static final String ANYTHING = "There is nothing here.";

  private static final int LONGEST = 40;

  private NotThere() {}

  /** Of an account. */
  public static String account(String id) {
    return "There is no account " + shortened(id) + ".";
  }

  /** Of an agreement. */
  public static String agreement(String id) {
    return "There is no agreement " + shortened(id) + ".";
  }

  private static String shortened(String id) {
    return id.length() > LONGEST ? id.substring(0, LONGEST) + "..." : id;
  }
}
