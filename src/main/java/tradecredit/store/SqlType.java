package tradecredit.store;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PreferQueryMode;

/** The element types of the arrays that carry rows to the database. */
enum SqlType {
  TEXT("VARCHAR", "varchar", String[]::new),
  LONG("BIGINT", "int8", Long[]::new),
  INTEGER("INTEGER", "int4", Integer[]::new),
  DIGITS("NUMERIC(20)", "numeric", BigDecimal[]::new),
  DATE("DATE", "date", LocalDate[]::new),
  INSTANT("TIMESTAMP WITH TIME ZONE", "timestamptz", OffsetDateTime[]::new),
  BOOLEAN("BOOLEAN", "bool", Boolean[]::new);

  private final String sqlName;
  private final String elementName;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor of arrays
  private final IntFunction<@Nullable Object[]> array;

  SqlType(String sqlName, String elementName, IntFunction<@Nullable Object[]> array) {
    this.sqlName = sqlName;
    this.elementName = elementName;
    this.array = array;
  }

  /** The name in SQL. */
  String sqlName() {
    return sqlName;
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

  /** What {@link #array} made, filled, as a parameter. */
  Array bound(Connection connection, @Nullable Object[] values) throws SQLException {
    if (Sql.isPostgres(connection) && takesBinary(connection)) {
      if (this == DATE) {
        return BinaryDates.dates(connection, (@Nullable LocalDate[]) values);
      }
      if (this == INSTANT) {
        return BinaryDates.instants(connection, (@Nullable OffsetDateTime[]) values);
      }
    }
    return connection.createArrayOf(elementName, values);
  }

  private static boolean takesBinary(Connection postgres) throws SQLException {
    return postgres.unwrap(PGConnection.class).getPreferQueryMode() != PreferQueryMode.SIMPLE;
  }
}
