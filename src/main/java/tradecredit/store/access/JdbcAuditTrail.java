package tradecredit.store.access;

import static tradecredit.access.AuditEvent.EVERYONE;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditRecord;
import tradecredit.access.AuditTrail;
import tradecredit.store.head.AuditTable;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;

/** The audit records in {@code audit_record}; {@code Opening} begins their chains. */
@Singleton
final class JdbcAuditTrail implements AuditTrail {

  /**
   * Each of these reads only what it returns: by the primary key, or by an index that begins so.
   */
  private static final String OF_CHAIN = page("");

  private static final String OF_PARTY = page("AND party = ?");
  private static final String CONCERNING = page("AND concerns = ?");

  private static final Comparator<AuditRecord> RECORDED =
      Comparator.comparing(AuditRecord::recordedAt)
          .thenComparing(record -> AuditTable.chainOf(record.event().account()))
          .thenComparingLong(AuditRecord::sequence);

  private static String page(String filter) {
    return """
        SELECT %s FROM audit_record WHERE chain = ? %s AND sequence > ?
        ORDER BY chain, sequence FETCH FIRST ? ROWS ONLY"""
        .formatted(AuditTable.COLUMNS, filter);
  }

  private final Transactions transactions;

  JdbcAuditTrail(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void append(List<AuditEvent> events) {
    Map<String, List<AuditEvent>> byChain = new TreeMap<>();
    for (AuditEvent event : events) {
      byChain
          .computeIfAbsent(AuditTable.chainOf(event.account()), chain -> new ArrayList<>())
          .add(event);
    }
    transactions.write(
        connection -> {
          // In the order of their names, so that two who append never wait for each other in a
          // ring.
          for (Map.Entry<String, List<AuditEvent>> chain : byChain.entrySet()) {
            AuditTable.append(connection, chain.getKey(), chain.getValue());
          }
          return byChain;
        });
  }

  @Override
  public List<AuditRecord> page(Map<String, Long> after, @Nullable Set<String> parties, int most) {
    return transactions.read(
        connection -> {
          SortedSet<AuditRecord> merged = new TreeSet<>(RECORDED);
          for (Map.Entry<String, Long> chain : after.entrySet()) {
            merged.addAll(page(connection, chain, parties, most));
          }
          return merged.stream().limit(most).toList();
        });
  }

  private static List<AuditRecord> page(
      Connection connection, Map.Entry<String, Long> chain, @Nullable Set<String> parties, int most)
      throws SQLException {
    String name = chain.getKey();
    long after = chain.getValue();
    if (parties == null || !name.equals(REST)) {
      return Sql.list(connection, OF_CHAIN, AuditTable::read, name, after, most);
    }
    List<AuditRecord> all = new ArrayList<>(concerning(connection, EVERYONE, after, most));
    for (String party : parties) {
      all.addAll(Sql.list(connection, OF_PARTY, AuditTable::read, name, party, after, most));
      all.addAll(concerning(connection, party, after, most));
    }
    return all;
  }

  private static List<AuditRecord> concerning(
      Connection connection, String whom, long after, int most) throws SQLException {
    return Sql.list(connection, CONCERNING, AuditTable::read, REST, whom, after, most);
  }
}
