package tradecredit.store.sql;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Arrays of dates and instants. PostgreSQL's driver sends those of numbers and texts in binary but
 * writes these out as text, which the server then reads letter by letter: a twentieth of all that a
 * posting cost it. So they are laid out here as the server's {@code array_recv}, {@code date_recv}
 * and {@code timestamptz_recv} take them, as days or microseconds since the beginning of 2000, all
 * big-endian:
 *
 * <pre>
 * 1 dimension | 1 with nulls, else 0 | type of the elements | their number | lower bound 1
 * for each: its bytes | it, or -1 | nothing for a null
 * </pre>
 *
 * <p>16 May 2001 is day 501: {@code 00 00 00 04 00 00 01 F5}.
 */
final class BinaryDates {

  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final OffsetDateTime FIRST_INSTANT =
      FIRST_DAY.atStartOfDay().atOffset(ZoneOffset.UTC);
  private static final int HEAD = 5 * Integer.BYTES;

  private BinaryDates() {}

  /** An array of {@code DATE}. */
  static Array dates(Connection postgres, @Nullable LocalDate[] dates) throws SQLException {
    ByteBuffer bytes = begun(Oid.DATE, dates, Integer.BYTES);
    for (LocalDate date : dates) {
      if (date == null) {
        bytes.putInt(-1);
      } else {
        int day = Math.toIntExact(FIRST_DAY.until(date, ChronoUnit.DAYS));
        bytes.putInt(Integer.BYTES).putInt(day);
      }
    }
    return array(postgres, Oid.DATE_ARRAY, bytes);
  }

  /** An array of {@code TIMESTAMP WITH TIME ZONE}, of whole microseconds. */
  static Array instants(Connection postgres, @Nullable OffsetDateTime[] instants)
      throws SQLException {
    ByteBuffer bytes = begun(Oid.TIMESTAMPTZ, instants, Long.BYTES);
    for (OffsetDateTime instant : instants) {
      if (instant == null) {
        bytes.putInt(-1);
      } else {
        bytes.putInt(Long.BYTES).putLong(FIRST_INSTANT.until(instant, ChronoUnit.MICROS));
      }
    }
    return array(postgres, Oid.TIMESTAMPTZ_ARRAY, bytes);
  }

  private static ByteBuffer begun(int type, @Nullable Object[] elements, int size) {
    boolean nulls = Arrays.stream(elements).anyMatch(Objects::isNull);
    return ByteBuffer.allocate(HEAD + elements.length * (Integer.BYTES + size))
        .putInt(1)
        .putInt(nulls ? 1 : 0)
        .putInt(type)
        .putInt(elements.length)
        .putInt(1);
  }

  private static Array array(Connection postgres, int type, ByteBuffer bytes) throws SQLException {
    byte[] all = new byte[bytes.flip().remaining()];
    bytes.get(all);
    return new PgArray(postgres.unwrap(BaseConnection.class), type, all);
  }
}
