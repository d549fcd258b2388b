package tradecredit.store.posting;

import static tradecredit.store.sql.RowsStatement.instant;
import static tradecredit.store.sql.RowsStatement.integer;
import static tradecredit.store.sql.RowsStatement.number;
import static tradecredit.store.sql.RowsStatement.text;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tradecredit.posting.IdempotencyKey;
import tradecredit.posting.KeyRecord;
import tradecredit.store.sql.ReadGroup;
import tradecredit.store.sql.RowsStatement;
import tradecredit.store.sql.Sql;

/** Which idempotency keys were answered, before and now, and which API keys hold. */
public final class KeyQueries {

  private KeyQueries() {}

  private static final String ANSWERED =
      """
      SELECT r.party, r.idempotency_key, r.item, r.digest, r.first_decision, r.decisions, r.recorded_at
      FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY))
        AS k (party, idempotency_key, item)
      JOIN idempotency_record r ON r.account_id = ? AND r.party = k.party
        AND r.idempotency_key = k.idempotency_key AND r.item = k.item""";

  /** How answers are remembered by their keys. */
  public static final RowsStatement<KeyRecord> ANSWERS =
      RowsStatement.insert(
          "idempotency_record",
          text("party", record -> record.key().party()),
          text("idempotency_key", record -> record.key().key()),
          text("item", record -> record.key().item()),
          text("digest", KeyRecord::digest),
          number("first_decision", KeyRecord::firstDecision),
          integer("decisions", KeyRecord::decisions),
          instant("recorded_at", KeyRecord::recordedAt));

  private static final String GOOD =
      """
      SELECT k.id FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS w (id) JOIN api_key k ON k.id = w.id
      WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > (SELECT instant FROM database_clock))""";

  /**
   * Those of {@code keys} that were answered before, with what by.
   *
   * @param account whose keys they are: an account, or the agreement where there is none
   */
  public static Map<IdempotencyKey, KeyRecord> answered(
      Connection connection, String account, List<IdempotencyKey> keys) throws SQLException {
    ReadGroup group = new ReadGroup(connection, false);
    List<ReadGroup.Found<KeyRecord>> answers = ask(group, account, keys);
    group.read();
    return byKey(answers);
  }

  /** Asks for those of {@code keys} that were answered before. */
  static List<ReadGroup.Found<KeyRecord>> ask(
      ReadGroup group, String account, List<IdempotencyKey> keys) throws SQLException {
    List<ReadGroup.Found<KeyRecord>> answers = new ArrayList<>();
    group.holds(keys.size());
    for (List<IdempotencyKey> some : Sql.chunks(keys)) {
      answers.add(
          group.ask(
              ANSWERED,
              KeyQueries::record,
              Sql.texts(group.connection(), some.stream().map(IdempotencyKey::party).toList()),
              Sql.texts(group.connection(), some.stream().map(IdempotencyKey::key).toList()),
              Sql.texts(group.connection(), some.stream().map(IdempotencyKey::item).toList()),
              account));
    }
    return answers;
  }

  /** Asks for those of the API keys {@code ids} that are neither revoked nor expired now. */
  static List<ReadGroup.Found<String>> askForProof(ReadGroup group, Set<String> ids)
      throws SQLException {
    List<ReadGroup.Found<String>> answers = new ArrayList<>();
    for (List<String> some : Sql.chunks(List.copyOf(ids))) {
      answers.add(group.ask(GOOD, row -> row.getString(1), Sql.texts(group.connection(), some)));
    }
    return answers;
  }

  static Set<String> proved(List<ReadGroup.Found<String>> answers) {
    return answers.stream()
        .flatMap(answer -> answer.rows().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  static Map<IdempotencyKey, KeyRecord> byKey(List<ReadGroup.Found<KeyRecord>> answers) {
    Map<IdempotencyKey, KeyRecord> answered = new HashMap<>();
    answers.forEach(answer -> answer.rows().forEach(one -> answered.put(one.key(), one)));
    return answered;
  }

  private static IdempotencyKey key(ResultSet row) throws SQLException {
    return new IdempotencyKey(
        row.getString("party"), row.getString("idempotency_key"), row.getString("item"));
  }

  private static KeyRecord record(ResultSet row) throws SQLException {
    return new KeyRecord(
        key(row),
        row.getString("digest"),
        row.getLong("first_decision"),
        row.getInt("decisions"),
        Sql.instant(row, "recorded_at"));
  }
}
