package tradecredit.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Quoted;
import tradecredit.platform.Shortened;

/**
 * Reads one JSON object field by field. What is wrong is noted with a JSON Pointer and the field
 * reads as null; the caller looks at the faults before it builds anything.
 */
public final class JsonFields {

  private final JsonNode object;
  private final String pointer;
  private final Faults faults;
  private final Set<String> asked = new HashSet<>();

  /** Reads a whole body, which is {@code object}, and ends with {@link #end}. */
  public static JsonFields ofBody(JsonNode object) {
    return new JsonFields(object, "", new Faults());
  }

  /** Reads {@code object}, which stands at {@code pointer} of the body. */
  public JsonFields(JsonNode object, String pointer, Faults faults) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** A field that must be a string which {@code parse} takes. */
  public <T> @Nullable T required(String name, Function<String, T> parse) {
    JsonNode value = present(name);
    return value == null ? null : text(name, pointerTo(name), value, parse);
  }

  /** A field that may be left out or null. */
  public <T> @Nullable T optional(String name, Function<String, T> parse) {
    JsonNode value = value(name);
    return value == null ? null : text(name, pointerTo(name), value, parse);
  }

  /** The field's value; null where it is left out or null, which is a fault. */
  private @Nullable JsonNode present(String name) {
    JsonNode value = value(name);
    if (value == null) {
      fault(name, "required", name + " is required");
    }
    return value;
  }

  private <T> @Nullable T text(String what, String at, JsonNode value, Function<String, T> parse) {
    if (!value.isTextual()) {
      faults.add(at, "type", "%s must be a string, not %s".formatted(what, kindOf(value)));
      return null;
    }
    try {
      return parse.apply(value.textValue());
    } catch (IllegalArgumentException wrong) {
      faults.add(at, UntakenValueException.codeOf(wrong), what + ": " + wrong.getMessage());
      return null;
    }
  }

  /** A field that must be a whole JSON number from {@code least} to {@code most}. */
  public @Nullable Long requiredLong(String name, long least, long most) {
    JsonNode value = present(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber()) {
      String given = value.isNumber() ? Shortened.of(value.asText()) : kindOf(value);
      fault(name, "type", "%s must be a whole number, not %s".formatted(name, given));
      return null;
    }
    if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
      fault(name, "out-of-range", "%s must be from %d to %d".formatted(name, least, most));
      return null;
    }
    return value.longValue();
  }

  /**
   * A field that may be left out or null, or a whole JSON number from {@code least} to {@code
   * most}.
   */
  public @Nullable Long optionalLong(String name, long least, long most) {
    return value(name) == null ? null : requiredLong(name, least, most);
  }

  /**
   * A field that may be left out or null (then null), or an array of 1 to {@code most} whole JSON
   * numbers from {@code least} to {@code highest}; of those that are, where some are not.
   */
  public @Nullable List<Integer> optionalNumbers(String name, int most, int least, int highest) {
    JsonNode value = value(name);
    List<JsonNode> items = value == null ? null : items(name, value, 1, most);
    if (items == null) {
      return null;
    }
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.get(i);
      String at = pointerTo(name) + "/" + i;
      if (!item.isIntegralNumber()) {
        faults.add(at, "type", "%s[%d] must be a whole number".formatted(name, i));
      } else if (!item.canConvertToInt() || item.intValue() < least || item.intValue() > highest) {
        faults.add(
            at, "out-of-range", "%s[%d] must be from %d to %d".formatted(name, i, least, highest));
      } else {
        numbers.add(item.intValue());
      }
    }
    return numbers;
  }

  /** Whether any of those fields is there, and not null. */
  public boolean hasAny(String... names) {
    return Arrays.stream(names).anyMatch(object::hasNonNull);
  }

  /** A field that may be left out or null (then null), or an object of strings, read by name. */
  public <K, V> @Nullable Map<K, V> optionalMap(
      String name, Function<String, K> parseName, Function<String, V> parseValue) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    Map<K, V> map = new LinkedHashMap<>();
    if (!value.isObject()) {
      fault(name, "type", "%s must be an object, not %s".formatted(name, kindOf(value)));
      return map;
    }
    JsonFields members = new JsonFields(value, pointerTo(name), faults);
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      V read = members.required(member.getKey(), parseValue);
      try {
        K key = parseName.apply(member.getKey());
        if (read != null) {
          map.put(key, read);
        }
      } catch (IllegalArgumentException wrong) {
        members.fault(
            member.getKey(),
            UntakenValueException.codeOf(wrong),
            String.valueOf(wrong.getMessage()));
      }
    }
    return map;
  }

  /**
   * A field that must be an array of 1 to {@code most} items, each still to be read; null where it
   * is not.
   */
  public @Nullable List<JsonNode> requiredItems(String name, int most) {
    JsonNode value = present(name);
    return value == null ? null : items(name, value, 1, most);
  }

  private @Nullable List<JsonNode> items(String name, JsonNode value, int least, int most) {
    if (!value.isArray()) {
      fault(name, "type", "%s must be an array, not %s".formatted(name, kindOf(value)));
      return null;
    }
    if (value.size() < least || value.size() > most) {
      fault(
          name,
          "out-of-range",
          "%s has %d items; %d to %d are taken".formatted(name, value.size(), least, most));
      return null;
    }
    List<JsonNode> items = new ArrayList<>();
    value.forEach(items::add);
    return items;
  }

  /** A field that must be an array of 1 to {@code most} objects. */
  public List<JsonFields> requiredObjects(String name, int most) {
    return objects(name, requiredItems(name, most));
  }

  /**
   * A field that may be left out or null (then null), or an array of up to {@code most} objects.
   */
  public @Nullable List<JsonFields> optionalObjects(String name, int most) {
    JsonNode value = value(name);
    return value == null ? null : objects(name, items(name, value, 0, most));
  }

  /**
   * A field that must be an array of 1 to {@code most} strings which {@code parse} takes, none of
   * them as another before it.
   */
  public <T> Set<T> requiredSet(String name, int most, Function<String, T> parse) {
    return set(name, requiredItems(name, most), parse);
  }

  /**
   * A field that may be left out or null (then null), or an array of {@code least} to {@code most}
   * strings which {@code parse} takes, none of them as another before it.
   */
  public <T> @Nullable Set<T> optionalSet(
      String name, int least, int most, Function<String, T> parse) {
    JsonNode value = value(name);
    return value == null ? null : set(name, items(name, value, least, most), parse);
  }

  private <T> Set<T> set(String name, @Nullable List<JsonNode> items, Function<String, T> parse) {
    Set<T> set = new LinkedHashSet<>();
    for (int i = 0; items != null && i < items.size(); i++) {
      String item = "%s[%d]".formatted(name, i);
      String at = pointerTo(name) + "/" + i;
      T read = text(item, at, items.get(i), parse);
      if (read != null && !set.add(read)) {
        faults.add(
            at,
            "duplicate",
            "%s: %s is there before".formatted(item, Quoted.of(items.get(i).asText())));
      }
    }
    return set;
  }

  /** A field that may be left out or null (then null), or an object. */
  public @Nullable JsonFields optionalObject(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isObject()) {
      fault(name, "type", "%s must be an object, not %s".formatted(name, kindOf(value)));
    }
    return value == null || !value.isObject()
        ? null
        : new JsonFields(value, pointerTo(name), faults);
  }

  private List<JsonFields> objects(String name, @Nullable List<JsonNode> items) {
    List<JsonFields> objects = new ArrayList<>();
    for (int i = 0; items != null && i < items.size(); i++) {
      JsonNode item = items.get(i);
      String at = pointerTo(name) + "/" + i;
      if (item.isObject()) {
        objects.add(new JsonFields(item, at, faults));
      } else {
        faults.add(at, "type", "%s[%d] must be an object, not %s".formatted(name, i, kindOf(item)));
      }
    }
    return objects;
  }

  /** Refuses, by name, every field that was not asked for. */
  public void refuseOthers() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                fault(name, Codes.UNKNOWN_FIELD, "there is no field " + Quoted.of(name) + " here");
              }
            });
  }

  /** Refuses every field that was not asked for, and throws a 400 that lists all faults. */
  public void end() {
    refuseOthers();
    faults.throwIfAny();
  }

  /** What is wrong so far, here and wherever the same faults are noted. */
  public Faults faults() {
    return faults;
  }

  /** Refuses, and says {@code why}, a field that has to be left out or null. */
  public void refuse(String name, String why) {
    if (value(name) != null) {
      fault(name, Codes.UNKNOWN_FIELD, why);
    }
  }

  /** Notes a fault of a field. */
  public void fault(String name, String code, String detail) {
    faults.add(pointerTo(name), code, detail);
  }

  private @Nullable JsonNode value(String name) {
    asked.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private String pointerTo(String name) {
    return pointer + "/" + Shortened.of(name).replace("~", "~0").replace("/", "~1");
  }

  /** What kind of JSON value it is, as a fault's detail calls it. */
  public static String kindOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT, ARRAY -> "an " + value.getNodeType().name().toLowerCase(Locale.ROOT);
      case NULL -> "null";
      default -> "a " + value.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }
}
