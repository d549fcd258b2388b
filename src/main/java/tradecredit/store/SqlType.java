package tradecredit.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The element types of the arrays that carry rows to the database. */
enum SqlType {
  TEXT("varchar", String[]::new),
  LONG("int8", Long[]::new),
  INTEGER("int4", Integer[]::new),
  DIGITS("numeric", BigDecimal[]::new),
  DATE("date", LocalDate[]::new),
  INSTANT("timestamptz", OffsetDateTime[]::new),
  BOOLEAN("bool", Boolean[]::new);

  private final String elementName;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor of arrays
  private final IntFunction<@Nullable Object[]> array;

  SqlType(String elementName, IntFunction<@Nullable Object[]> array) {
    this.elementName = elementName;
    this.array = array;
  }

  /**
   * The name for {@code Connection.createArrayOf}; H2 takes the type from the CAST and ignores it.
   */
  String elementName() {
    return elementName;
  }

  /**
   * An array of the elements' own class: what PostgreSQL's driver then sends in binary, it would
   * write out as text if it were an array of objects.
   */
  @Nullable Object[] array(int length) {
    return array.apply(length);
  }
}
