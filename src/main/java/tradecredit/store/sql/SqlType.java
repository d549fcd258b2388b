package tradecredit.store.sql;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * The types of the parameters that carry rows to the database: of arrays, or of one row's values.
 */
enum SqlType {
  TEXT("VARCHAR", "varchar", JDBCType.VARCHAR, String[]::new),
  LONG("BIGINT", "int8", JDBCType.BIGINT, Long[]::new),
  INTEGER("INTEGER", "int4", JDBCType.INTEGER, Integer[]::new),
  DIGITS("NUMERIC(20)", "numeric", JDBCType.NUMERIC, BigDecimal[]::new),
  DATE("DATE", "date", JDBCType.DATE, LocalDate[]::new),
  INSTANT(
      "TIMESTAMP WITH TIME ZONE",
      "timestamptz",
      JDBCType.TIMESTAMP_WITH_TIMEZONE,
      OffsetDateTime[]::new),
  BOOLEAN("BOOLEAN", "bool", JDBCType.BOOLEAN, Boolean[]::new);

  private final String sqlName;
  private final String elementName;
  private final JDBCType jdbcType;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor of arrays
  private final IntFunction<@Nullable Object[]> array;

  SqlType(
      String sqlName,
      String elementName,
      JDBCType jdbcType,
      IntFunction<@Nullable Object[]> array) {
    this.sqlName = sqlName;
    this.elementName = elementName;
    this.jdbcType = jdbcType;
    this.array = array;
  }

  /** The name in SQL. */
  String sqlName() {
    return sqlName;
  }

  /** The type of one value as a parameter. */
  int jdbcType() {
    return jdbcType.getVendorTypeNumber();
  }

  /**
   * The name for {@code Connection.createArrayOf}; H2 takes the type from the CAST and ignores it.
   */
  String elementName() {
    return elementName;
  }

  /**
   * An array of the elements' own class, which PostgreSQL's driver sends in binary. It would write
   * an array of objects out as text.
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
