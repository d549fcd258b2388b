package tradecredit.store.access;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AccessSettings;
import tradecredit.access.ApiKey;
import tradecredit.access.ApiKeys;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditTrail;
import tradecredit.access.Role;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;
import tradecredit.store.figure.FigureQueries;
import tradecredit.store.figure.HeadReads;
import tradecredit.store.head.AuditTable;
import tradecredit.store.sql.InList;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;

/**
 * The keys in {@code api_key}. Who changes them holds the lock of the rest's audit chain, which
 * orders all changes; who checks one holds none. {@code Opening} has begun that chain. While
 * balances are polled, the statement that checks keys reads the heads, too: a poll then costs one
 * statement.
 */
@Singleton
final class JdbcApiKeys implements ApiKeys {

  private static final String COLUMNS =
      """
      k.id, k.digest, k.party, k.roles, k.description, k.created_by, k.created_at, k.expires_at, k.revoked_at,
        k.last_used_at""";

  private static final InList FIND =
      new InList(
          "SELECT %s, (SELECT instant FROM database_clock) AS read_at\nFROM api_key k WHERE k.id IN ({list})"
              .formatted(COLUMNS));

  /**
   * The same beside the heads, each of which comes with each key, or with none where none is there.
   */
  private static final InList FIND_WITH_HEADS =
      new InList(
          """
          SELECT %s, %s
          FROM account_head h LEFT JOIN api_key k ON k.id IN ({list}) WHERE h.agreement_id = ?"""
              .formatted(FigureQueries.HEAD_AND_CLOCK, COLUMNS));

  private static final String GET = "SELECT %s FROM api_key k WHERE k.id = ?".formatted(COLUMNS);

  private static final String LIST =
      """
      SELECT %s FROM api_key k WHERE (CAST(? AS VARCHAR) IS NULL OR k.party = CAST(? AS VARCHAR)) AND k.id > ?
      ORDER BY k.id FETCH FIRST ? ROWS ONLY"""
          .formatted(COLUMNS);

  private static final String USED =
      """
      UPDATE api_key SET last_used_at = (SELECT instant FROM database_clock)
      WHERE id IN (SELECT w.id FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS w (id))
        AND (last_used_at IS NULL OR last_used_at <= (SELECT instant FROM database_clock) - INTERVAL '1' MINUTE)""";

  private static final String IN_USE =
      """
      SELECT COUNT(*) FROM api_key WHERE party = ? AND revoked_at IS NULL
        AND (expires_at IS NULL OR expires_at > (SELECT instant FROM database_clock))""";

  private static final String ANY = "SELECT COUNT(*) FROM api_key";

  private static final String ADD =
      """
      INSERT INTO api_key (id, digest, party, roles, description, created_by, created_at, expires_at)
      SELECT ?, ?, ?, ?, ?, ?, instant, ? FROM database_clock""";

  private static final String REVOKE =
      """
      UPDATE api_key SET revoked_at = (SELECT instant FROM database_clock) WHERE id = ? AND revoked_at IS NULL""";

  private static final String OF_OPERATORS_ADMINS =
      """
      SELECT id FROM api_key WHERE party = ? AND revoked_at IS NULL AND ' ' || roles || ' ' LIKE ?
        AND (expires_at IS NULL OR expires_at > (SELECT instant FROM database_clock))
      ORDER BY id FETCH FIRST 2 ROWS ONLY""";

  private final Transactions transactions;
  private final AccessSettings settings;
  private final HeadReads heads;
  private final FigureQueries figures;
  private final String agreement;

  JdbcApiKeys(
      Transactions transactions,
      AccessSettings settings,
      HeadReads heads,
      FigureQueries figures,
      Agreement agreement) {
    this.transactions = transactions;
    this.settings = settings;
    this.heads = heads;
    this.figures = figures;
    this.agreement = agreement.id().value();
  }

  @Override
  public Map<String, Seen> find(Set<String> ids) {
    return heads.areWanted() ? findWithHeads(ids) : findAlone(ids);
  }

  private Map<String, Seen> findAlone(Set<String> ids) {
    return transactions.withoutTransaction(
        connection -> {
          Map<String, Seen> found = new HashMap<>();
          FIND.list(connection, JdbcApiKeys::seen, ids)
              .forEach(seen -> found.put(seen.key().id(), seen));
          return found;
        });
  }

  private Map<String, Seen> findWithHeads(Set<String> ids) {
    long beganAt = System.nanoTime();
    return transactions.withoutTransaction(
        connection -> {
          Map<String, Seen> found = new HashMap<>();
          Map<String, FigureQueries.Now> accounts = new HashMap<>();
          FIND_WITH_HEADS.list(
              connection,
              row -> {
                String id = row.getString("id");
                if (id != null && !found.containsKey(id)) {
                  found.put(id, seen(row));
                }
                String account = row.getString("account_id");
                if (!accounts.containsKey(account)) {
                  accounts.put(account, figures.now(row));
                }
                return account;
              },
              ids,
              agreement);
          heads.take(connection, beganAt, List.copyOf(accounts.values()));
          return found;
        });
  }

  private static Seen seen(ResultSet row) throws SQLException {
    return new Seen(key(row), Sql.instant(row, "read_at"));
  }

  @Override
  public void used(Set<String> ids) {
    transactions.writeWithoutTransaction(
        connection -> Sql.update(connection, USED, Sql.texts(connection, List.copyOf(ids))));
  }

  @Override
  public Added add(NewKey key, AuditEvent audit) {
    return transactions.write(
        connection -> {
          AuditTable.lock(connection, AuditTrail.REST);
          long inUse = Sql.one(connection, IN_USE, row -> row.getLong(1), key.party().value());
          if (inUse >= settings.keysPerParty()) {
            return new Added.TooMany(settings.keysPerParty());
          }
          insert(connection, key, audit.principal());
          AuditTable.append(connection, AuditTrail.REST, List.of(audit));
          return new Added.Stored(Sql.one(connection, GET, JdbcApiKeys::key, key.text().id()));
        });
  }

  @Override
  public int addFirst(Supplier<List<NewKey>> keys, AuditEvent audit) {
    return transactions.write(
        connection -> {
          AuditTable.lock(connection, AuditTrail.REST);
          if (Sql.one(connection, ANY, row -> row.getLong(1)) > 0) {
            return 0;
          }
          List<NewKey> first = keys.get();
          for (NewKey key : first) {
            insert(connection, key, audit.principal());
          }
          AuditTable.append(connection, AuditTrail.REST, List.of(audit));
          return first.size();
        });
  }

  private static void insert(Connection connection, NewKey key, String createdBy)
      throws SQLException {
    Instant expiresAt = key.expiresAt();
    Sql.update(
        connection,
        ADD,
        key.text().id(),
        key.text().digest(),
        key.party().value(),
        key.roles().stream().sorted().map(Role::wireName).collect(Collectors.joining(" ")),
        key.description(),
        createdBy,
        expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC));
  }

  @Override
  public Optional<ApiKey> get(String id) {
    return transactions.read(
        connection -> Sql.list(connection, GET, JdbcApiKeys::key, id).stream().findFirst());
  }

  @Override
  public Revoked revoke(String id, LastKey last, AuditEvent audit) {
    return transactions.write(
        connection -> {
          AuditTable.lock(connection, AuditTrail.REST);
          if (last == LastKey.STAYS && operatorsAdmins(connection).equals(List.of(id))) {
            return Revoked.LAST_OF_THE_OPERATOR;
          }
          if (Sql.update(connection, REVOKE, id) > 0) {
            AuditTable.append(connection, AuditTrail.REST, List.of(audit));
          }
          return Revoked.DONE;
        });
  }

  /** The keys in use of the operator's admins: two, where there are more. */
  private static List<String> operatorsAdmins(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        OF_OPERATORS_ADMINS,
        row -> row.getString("id"),
        PartyId.OPERATOR.value(),
        "% " + Role.ADMIN.wireName() + " %");
  }

  @Override
  public List<ApiKey> list(@Nullable PartyId party, String after, int most) {
    String wanted = party == null ? null : party.value();
    return transactions.read(
        connection -> Sql.list(connection, LIST, JdbcApiKeys::key, wanted, wanted, after, most));
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getString("id"),
        row.getString("digest"),
        new PartyId(row.getString("party")),
        Arrays.stream(row.getString("roles").split(" ", -1))
            .map(Role::of)
            .collect(Collectors.toUnmodifiableSet()),
        row.getString("description"),
        row.getString("created_by"),
        Sql.instant(row, "created_at"),
        instant(row, "expires_at"),
        instant(row, "revoked_at"),
        instant(row, "last_used_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
