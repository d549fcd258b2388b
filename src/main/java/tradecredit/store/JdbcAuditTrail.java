package tradecredit.store;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AccessUnavailableException;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditRecord;
import tradecredit.access.AuditTrail;
import tradecredit.posting.BookUnavailableException;

/** The audit records in {@code audit_record}; {@link Opening} begins their chains. */
@Singleton
final class JdbcAuditTrail implements AuditTrail {

  /** A page of some chains; parties filter the chain of the rest only. */
  private static final String PAGE =
      """
      SELECT r.chain, r.sequence, r.recorded_at, r.party, r.principal, r.action, r.object, r.outcome, r.request_id,
        r.detail, r.previous_hash, r.hash
      FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY)) AS c (chain, reached)
        JOIN audit_record r ON r.chain = c.chain AND r.sequence > c.reached
      WHERE CAST(? AS BOOLEAN) OR r.chain <> '-'
        OR r.party IN (SELECT p.party FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS p (party))
      ORDER BY r.recorded_at, r.chain, r.sequence FETCH FIRST ? ROWS ONLY""";

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
    try {
      transactions.write(
          connection -> {
            // In the order of their names, so that two who append never wait for each other in a
            // ring.
            for (Map.Entry<String, List<AuditEvent>> chain : byChain.entrySet()) {
              AuditTable.append(connection, chain.getKey(), chain.getValue());
            }
            return byChain;
          });
    } catch (BookUnavailableException away) {
      throw new AccessUnavailableException(String.valueOf(away.getMessage()), away);
    }
  }

  @Override
  public List<AuditRecord> page(Map<String, Long> after, @Nullable Set<String> parties, int most) {
    List<String> chains = List.copyOf(after.keySet());
    List<Long> reached = chains.stream().map(after::get).toList();
    List<String> own = parties == null ? List.of() : List.copyOf(parties);
    return transactions.read(
        connection ->
            Sql.list(
                connection,
                PAGE,
                AuditTable::read,
                Sql.texts(connection, chains),
                Sql.numbers(connection, reached),
                parties == null,
                Sql.texts(connection, own),
                most));
  }
}
