package tradecredit.http.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with one request or one item, up to a bound, so that a clerk sees all of
 * it at once.
 */
public final class Faults {

  private static final int MAXIMUM = 100;

  private final List<Fault> list = new ArrayList<>();

  /** Notes a fault, as long as there are not too many. */
  public void add(String pointer, String code, String detail) {
    if (list.size() < MAXIMUM) {
      list.add(new Fault(pointer, code, detail));
    }
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** What is wrong, in the order in which it was found. */
  public List<Fault> list() {
    return List.copyOf(list);
  }

  /** Throws a 400 that lists them, if there are any. */
  public void throwIfAny() {
    if (!list.isEmpty()) {
      throw problem();
    }
  }

  /**
   * The 400 that lists them. A request whose only fault is of a kind that clients know by code has
   * that code.
   */
  public ProblemException problem() {
    Fault first = list.getFirst();
    boolean oneKind = list.stream().allMatch(fault -> fault.code().equals(first.code()));
    String code =
        oneKind && first.code().equals(Codes.UNKNOWN_PRODUCT)
            ? first.code()
            : Codes.INVALID_REQUEST;
    String more = list.size() == 1 ? "" : " (and " + (list.size() - 1) + " more: see errors)";
    return new ProblemException(
        400, code, Codes.INVALID_REQUEST_TITLE, first.detail() + more, List.copyOf(list));
  }
}
