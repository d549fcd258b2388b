package tradecredit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tradecredit.posting.IdempotencyKey;
import tradecredit.posting.KeyRecord;

/** Which keys were answered before. */
final class KeyQueries {

  private KeyQueries() {}

  private static final String ANSWERED =
      """
      SELECT r.party, r.idempotency_key, r.item, r.digest, r.first_decision, r.decisions, r.recorded_at
      FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY))
        AS k (party, idempotency_key, item)
      JOIN idempotency_record r ON r.account_id = ? AND r.party = k.party
        AND r.idempotency_key = k.idempotency_key AND r.item = k.item""";

  static Map<IdempotencyKey, KeyRecord> answered(
      Connection connection, String account, List<IdempotencyKey> keys) throws SQLException {
    Map<IdempotencyKey, KeyRecord> answered = new HashMap<>();
    if (!keys.isEmpty()) {
      Sql.list(
          connection,
          ANSWERED,
          row -> answered.put(key(row), record(row)),
          Sql.texts(connection, keys.stream().map(IdempotencyKey::party).toList()),
          Sql.texts(connection, keys.stream().map(IdempotencyKey::key).toList()),
          Sql.texts(connection, keys.stream().map(IdempotencyKey::item).toList()),
          account);
    }
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
