package tradecredit.platform;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Reads the constants of an enum by the names that they have in the API and in the tables. */
public final class WireNames {

  private WireNames() {}

  /** The one of {@code values} that {@code nameOf} gives this name; empty if there is none. */
  public static <T> Optional<T> find(T[] values, Function<T, String> nameOf, String wireName) {
    return Arrays.stream(values).filter(value -> nameOf.apply(value).equals(wireName)).findFirst();
  }

  /**
   * The same where there must be one.
   *
   * @param what what the values are, for the message
   * @throws IllegalArgumentException if there is none of that name
   */
  public static <T> T read(T[] values, Function<T, String> nameOf, String wireName, String what) {
    return find(values, nameOf, wireName)
        .orElseThrow(
            () -> new IllegalArgumentException("no %s is named %s".formatted(what, wireName)));
  }
}
