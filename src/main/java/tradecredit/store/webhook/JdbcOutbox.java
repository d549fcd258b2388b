package tradecredit.store.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;
import tradecredit.webhook.DispatchSettings;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.EndpointId;
import tradecredit.webhook.Message;
import tradecredit.webhook.Outbox;
import tradecredit.webhook.WebhookSettings;

/** What is to be told, worked off in short transactions; none lasts while something is sent. */
@Singleton
final class JdbcOutbox implements Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcOutbox.class);

  /** What is not told to a party that is not on the account any more is no work. */
  private static final String WORK =
      """
      SELECT id, failing_since, due, behind FROM (
        SELECT e.id, e.failing_since,
          EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.state = 'waiting'
            AND d.next_attempt_at <= ? AND (d.leased_until IS NULL OR d.leased_until <= ?)
            AND (d.account_id IS NULL OR e.party || ' ' || d.account_id
              IN (SELECT w.text FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS w (text)))) AS due,
          EXISTS (SELECT 1 FROM webhook_cursor c JOIN account_head h ON h.account_id = c.account_id
            WHERE c.endpoint_id = e.id AND h.last_event > c.sequence
              AND e.party || ' ' || c.account_id
                IN (SELECT w.text FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS w (text))) AS behind
        FROM webhook_endpoint e WHERE e.state = 'enabled' AND (e.paused_until IS NULL OR e.paused_until <= ?)) w
      WHERE due OR behind""";

  /**
   * Whoever has a row claims it; the others pass it by. Ordered as its index is, which H2 needs.
   */
  private static final String DUE =
      """
      SELECT number, message_id, account_id, sequence, type, event_at, tries, attempts FROM webhook_delivery
      WHERE endpoint_id = ? AND state = 'waiting' AND next_attempt_at <= ?
        AND (leased_until IS NULL OR leased_until <= ?)
        AND (account_id IS NULL
          OR account_id IN (SELECT w.text FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS w (text)))
      ORDER BY endpoint_id, state, next_attempt_at, number FETCH FIRST ? ROWS ONLY FOR UPDATE SKIP LOCKED""";

  private static final String LEASE =
      "UPDATE webhook_delivery SET lease = ?, leased_until = ? WHERE number = ?";

  private static final String RELEASE =
      "UPDATE webhook_delivery SET lease = NULL, leased_until = NULL WHERE number = ? AND lease = ?";

  private static final String ENDPOINT =
      "SELECT %s FROM webhook_endpoint e WHERE e.id = ? AND e.state = 'enabled'"
          .formatted(WebhookRows.ENDPOINT_COLUMNS);

  private static final String HELD =
      """
      SELECT d.number, d.lease, e.version FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (number)
      JOIN webhook_delivery d ON d.number = k.number JOIN webhook_endpoint e ON e.id = d.endpoint_id
      WHERE d.lease IS NOT NULL AND e.state = 'enabled' AND (e.paused_until IS NULL OR e.paused_until <= ?)""";

  private static final String HEARD =
      """
      SELECT e.id, e.party, c.account_id FROM webhook_endpoint e JOIN webhook_cursor c ON c.endpoint_id = e.id
      WHERE e.state <> 'deleted' ORDER BY e.id, c.account_id""";

  /**
   * How many events of an account are gone over at once, wanted or not. If it were only as many as
   * are sent round at once, an endpoint that wants few of them would be told minutes late.
   */
  private static final int SPAN = 10_000;

  private final Transactions transactions;
  private final WebhookCursors cursors;
  private final PartyAccounts accounts;
  private final WebhookFanOut fanOut;
  private final WebhookRecords records;

  JdbcOutbox(
      Transactions transactions,
      WebhookCursors cursors,
      Agreement agreement,
      WebhookSettings settings,
      DispatchSettings dispatch) {
    this.transactions = transactions;
    this.cursors = cursors;
    this.accounts = new PartyAccounts(agreement);
    this.fanOut = new WebhookFanOut(dispatch.fanOut(), SPAN, accounts);
    this.records = new WebhookRecords(settings.disableAfter());
  }

  private record Heard(String endpoint, PartyId party, String account) {}

  /** Whom the agreement has taken off an account is told nothing of it, and the operator so. */
  @PostConstruct
  void nameStrangers() {
    List<Heard> all =
        transactions.withoutTransaction(
            connection ->
                Sql.list(
                    connection,
                    HEARD,
                    row ->
                        new Heard(
                            row.getString("id"),
                            new PartyId(row.getString("party")),
                            row.getString("account_id"))));
    for (Heard heard : all) {
      if (!accounts.of(heard.party()).contains(heard.account())) {
        LOG.warn(
            "Endpoint {} of {} is told nothing of {}: the agreement has {} on neither side of it",
            heard.endpoint(),
            heard.party(),
            heard.account(),
            heard.party());
      }
    }
  }

  @Override
  public List<Work> work(Instant now) {
    var at = WebhookRows.at(now);
    return transactions.withoutTransaction(
        connection -> {
          var told = Sql.texts(connection, accounts.pairs());
          return Sql.list(connection, WORK, JdbcOutbox::work, at, at, told, told, at);
        });
  }

  private static Work work(ResultSet row) throws SQLException {
    return new Work(
        new EndpointId(row.getString("id")),
        row.getBoolean("due"),
        row.getBoolean("behind"),
        row.getObject("failing_since") != null);
  }

  @Override
  public int fanOut(EndpointId endpoint, Instant firstAttempt, Predicate<Endpoint> taken) {
    return transactions.write(
        connection -> {
          Optional<Endpoint> found = enabled(connection, endpoint).filter(taken);
          return found.isEmpty()
              ? 0
              : fanOut.run(connection, found.get(), WebhookRows.at(firstAttempt));
        });
  }

  private Optional<Endpoint> enabled(Connection connection, EndpointId id) throws SQLException {
    return Sql.list(connection, ENDPOINT, row -> cursors.endpoint(connection, row), id.value())
        .stream()
        .findFirst();
  }

  /** A row that is due. */
  private record Due(
      long number,
      String messageId,
      @Nullable String account,
      @Nullable Long sequence,
      Instant at,
      int tries,
      int attempts) {}

  @Override
  public List<Claimed> claim(
      EndpointId endpoint, int most, Instant now, Instant until, Predicate<Endpoint> taken) {
    return transactions.write(
        connection -> {
          Optional<Endpoint> found =
              enabled(connection, endpoint).filter(one -> !isPaused(one, now)).filter(taken);
          return found.isEmpty() ? List.of() : claim(connection, found.get(), most, now, until);
        });
  }

  private static boolean isPaused(Endpoint endpoint, Instant now) {
    Instant until = endpoint.health().pausedUntil();
    return until != null && until.isAfter(now);
  }

  private List<Claimed> claim(
      Connection connection, Endpoint endpoint, int most, Instant now, Instant until)
      throws SQLException {
    var at = WebhookRows.at(now);
    List<Due> due =
        Sql.list(
            connection,
            DUE,
            JdbcOutbox::due,
            endpoint.id().value(),
            at,
            at,
            Sql.texts(connection, accounts.of(endpoint.party())),
            endpoint.health().failingSince() == null ? most : 1);
    if (due.isEmpty()) {
      return List.of();
    }
    String lease = UUID.randomUUID().toString();
    var end = WebhookRows.at(until);
    Sql.updateEach(
        connection, LEASE, due.stream().map(row -> List.of(lease, end, row.number())).toList());
    return messages(connection, endpoint, due, new Lease(lease, until));
  }

  private record Lease(String token, Instant until) {}

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        row.getLong("number"),
        row.getString("message_id"),
        row.getString("account_id"),
        Sql.longOrNull(row, "sequence"),
        Sql.instant(row, "event_at"),
        row.getInt("tries"),
        row.getInt("attempts"));
  }

  private static List<Claimed> messages(
      Connection connection, Endpoint endpoint, List<Due> due, Lease lease) throws SQLException {
    Map<String, List<Long>> wanted = new HashMap<>();
    for (Due each : due) {
      if (each.account() != null && each.sequence() != null) {
        wanted.computeIfAbsent(each.account(), none -> new ArrayList<>()).add(each.sequence());
      }
    }
    WebhookMessages messages = WebhookMessages.load(connection, wanted);
    List<Claimed> claimed = new ArrayList<>();
    for (Due each : due) {
      Message message =
          each.account() == null || each.sequence() == null
              ? WebhookMessages.test(each.messageId(), each.at(), endpoint.id())
              : messages.of(each.messageId(), each.account(), each.sequence());
      claimed.add(
          new Claimed(
              each.number(),
              endpoint,
              lease.token(),
              lease.until(),
              each.tries(),
              each.attempts(),
              message));
    }
    return claimed;
  }

  /** A delivery, what it is leased with, and the version of its endpoint. */
  private record Held(long number, String lease, long version) {}

  @Override
  public List<Boolean> stand(List<Claimed> claims, Instant now) {
    List<Held> held =
        transactions.withoutTransaction(
            connection ->
                Sql.list(
                    connection,
                    HELD,
                    row ->
                        new Held(
                            row.getLong("number"), row.getString("lease"), row.getLong("version")),
                    Sql.numbers(connection, claims.stream().map(Claimed::number).toList()),
                    WebhookRows.at(now)));
    Set<Held> stand = new HashSet<>(held);
    return claims.stream()
        .map(claim -> new Held(claim.number(), claim.lease(), claim.endpoint().version()))
        .map(stand::contains)
        .toList();
  }

  @Override
  public void release(List<Claimed> claims) {
    transactions.write(
        connection ->
            Sql.updateEach(
                connection,
                RELEASE,
                // In the order of the rows' numbers, as all who wait for several rows do.
                claims.stream()
                    .sorted(Comparator.comparingLong(Claimed::number))
                    .map(claim -> List.of(claim.number(), claim.lease()))
                    .toList()));
  }

  @Override
  public List<Disabled> record(List<Attempted> results) {
    return transactions.write(connection -> records.write(connection, results));
  }
}
