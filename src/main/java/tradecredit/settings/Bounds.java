package tradecredit.settings;

import java.time.Duration;

/**
 * Refuses configured values that cannot be worked with. Its messages read, for example: {@code
 * tradecredit.http.imports must be above zero, not 0}.
 *
 * @param prefix of the keys, as {@code tradecredit.http}
 */
public record Bounds(String prefix) {

  /**
   * Holds a number above zero.
   *
   * @param key behind the prefix, as {@code imports}
   * @throws IllegalArgumentException if it is not
   */
  public void positive(String key, long value) {
    if (value < 1) {
      throw notPositive(key, value);
    }
  }

  /**
   * Holds a duration above zero, in whole milliseconds.
   *
   * @param key behind the prefix, as {@code body-timeout}
   * @throws IllegalArgumentException if it is not
   */
  public void positive(String key, Duration value) {
    if (value.toMillis() < 1) {
      throw notPositive(key, value);
    }
  }

  /**
   * Holds a duration of zero or more.
   *
   * @param key behind the prefix, as {@code gather}
   * @throws IllegalArgumentException if it is below
   */
  public void notNegative(String key, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(
          "%s.%s must not be negative, as %s is".formatted(prefix, key, value));
    }
  }

  private IllegalArgumentException notPositive(String key, Object value) {
    return new IllegalArgumentException(
        "%s.%s must be above zero, not %s".formatted(prefix, key, value));
  }
}
