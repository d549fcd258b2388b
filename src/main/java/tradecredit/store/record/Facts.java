package tradecredit.store.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/** A handful of named values as a short JSON text, for what has no column of its own. */
final class Facts {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final ObjectNode values;

  private Facts(ObjectNode values) {
    this.values = values;
  }

  static Facts empty() {
    return new Facts(JsonNodeFactory.instance.objectNode());
  }

  static Facts read(String text) {
    try {
      return new Facts((ObjectNode) MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("facts that are not JSON: " + text, e);
    }
  }

  Facts with(String name, String value) {
    values.put(name, value);
    return this;
  }

  Facts with(String name, long value) {
    values.put(name, value);
    return this;
  }

  Facts with(String name, boolean value) {
    values.put(name, value);
    return this;
  }

  Facts with(String name, Money value) {
    return with(name, value.cents());
  }

  Facts with(String name, @Nullable LocalDate value) {
    values.put(name, value == null ? null : value.toString());
    return this;
  }

  /** Whether it was written: older decisions lack some facts that are written today. */
  boolean has(String name) {
    return values.has(name);
  }

  String text(String name) {
    return values.required(name).asText();
  }

  int integer(String name) {
    return values.required(name).asInt();
  }

  long number(String name) {
    return values.required(name).asLong();
  }

  boolean flag(String name) {
    return values.required(name).asBoolean();
  }

  Money money(String name) {
    return Money.ofCents(values.required(name).asLong());
  }

  LocalDate date(String name) {
    return LocalDate.parse(text(name));
  }

  @Nullable LocalDate dateOrNull(String name) {
    JsonNode value = values.required(name);
    return value.isNull() ? null : LocalDate.parse(value.asText());
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
