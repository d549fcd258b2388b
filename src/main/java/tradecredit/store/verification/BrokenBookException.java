package tradecredit.store.verification;

import java.util.function.Supplier;

/**
 * Something that is recorded is not what it must be; the message says what, for whoever proves the
 * book.
 */
final class BrokenBookException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BrokenBookException(String message) {
    super(message);
  }

  /** Refuses what is recorded where it is not what follows from the rest. */
  static void unlessEqual(String what, Object recorded, Object follows) {
    if (!recorded.equals(follows)) {
      throw new BrokenBookException(
          "%s is recorded as %s; what follows from the entries is %s"
              .formatted(what, recorded, follows));
    }
  }

  /** Refuses what does not hold. */
  static void unless(boolean holds, Supplier<String> otherwise) {
    if (!holds) {
      throw new BrokenBookException(otherwise.get());
    }
  }
}
