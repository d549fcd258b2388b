package tradecredit.ledger;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * Copies of a record, each with one component changed. It asks the record for its components, so
 * that one which is added later is tampered with too.
 */
public final class Tampered {

  private Tampered() {}

  /** The copies by the name of what was changed; lists are left alone. */
  public static <R extends Record> Map<String, R> copiesOf(R original) {
    Map<String, R> copies = new LinkedHashMap<>();
    RecordComponent[] components = original.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      if (components[i].getType() != List.class) {
        copies.put(components[i].getName(), copy(original, i));
      }
    }
    return copies;
  }

  private static <R extends Record> R copy(R original, int changed) {
    RecordComponent[] components = original.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @Nullable Object[] values = new @Nullable Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        values[i] = components[i].getAccessor().invoke(original);
      }
      values[changed] = other(types[changed], values[changed]);
      @SuppressWarnings("unchecked")
      R copy = (R) original.getClass().getDeclaredConstructor(types).newInstance(values);
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record has its components and its constructor", e);
    }
  }

  private static Object other(Class<?> type, @Nullable Object value) {
    return switch (value) {
      case null -> type == String.class ? "" : 99L;
      case String text -> "1" + text.substring(1);
      case Long number -> number + 1;
      case Integer number -> number + 1;
      case Money amount -> amount.plus(Money.ofCents(1));
      case LocalDate date -> date.minusDays(1);
      case Instant instant -> instant.plusNanos(1000);
      case Enum<?> constant -> otherOf(constant);
      case Record nested -> copy(nested, 0);
      default -> throw new IllegalArgumentException("no other value is known of a " + type);
    };
  }

  private static Object otherOf(Enum<?> constant) {
    return Arrays.stream(constant.getDeclaringClass().getEnumConstants())
        .filter(other -> !other.equals(constant))
        .findFirst()
        .orElseThrow();
  }
}
