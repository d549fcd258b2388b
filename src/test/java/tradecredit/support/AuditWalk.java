package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Recomputes the chains of audit records from their rows, with none of the service's own code. */
final class AuditWalk {

  private AuditWalk() {}

  static void verify(Connection connection, String chain) throws SQLException {
    String previous = "0".repeat(64);
    long sequence = 0;
    Instant before = Instant.MIN;
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT sequence, recorded_at, party, principal, action, object, outcome, concerns, request_id, detail,
              previous_hash, hash
            FROM audit_record WHERE chain = ? ORDER BY sequence""")) {
      select.setString(1, chain);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          sequence++;
          Instant at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
          assertThat(row.getLong("sequence")).as("audit of %s", chain).isEqualTo(sequence);
          assertThat(at).as("audit of %s, %d", chain, sequence).isAfter(before);
          assertThat(row.getString("previous_hash")).isEqualTo(previous);
          String hash = hash(previous, chain, sequence, at, row);
          assertThat(row.getString("hash")).as("audit of %s, %d", chain, sequence).isEqualTo(hash);
          previous = hash;
          before = at;
        }
      }
    }
    assertThat(
            Invariants.number(
                connection, "SELECT last_sequence FROM audit_head WHERE chain = ?", chain))
        .isEqualTo(sequence);
    assertThat(
            Invariants.number(
                connection,
                "SELECT COUNT(*) FROM audit_head WHERE chain = ? AND last_hash = ?",
                chain,
                previous))
        .as("the end of the audit of %s", chain)
        .isOne();
  }

  private static String hash(
      String previous, String chain, long sequence, Instant at, ResultSet row) throws SQLException {
    StringBuilder text = new StringBuilder(previous);
    add(text, chain);
    add(text, Long.toString(sequence));
    add(text, at.toString());
    for (String column :
        new String[] {
          "party", "principal", "action", "object", "outcome", "concerns", "request_id", "detail"
        }) {
      add(text, row.getString(column));
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void add(StringBuilder text, @Nullable String field) {
    if (field == null) {
      text.append("-,");
    } else {
      text.append(field.getBytes(StandardCharsets.UTF_8).length)
          .append(':')
          .append(field)
          .append(',');
    }
  }
}
