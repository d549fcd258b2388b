package tradecredit.bench;

import java.sql.SQLException;
import tradecredit.bench.Invoices.Account;

/** The baselines' own tables, beside the service's in the same database. */
final class BaselineTables {

  private BaselineTables() {}

  private static final String TABLES =
      """
      CREATE TABLE bench_head (account_id VARCHAR(64) PRIMARY KEY, balance BIGINT NOT NULL,
        credit_limit BIGINT NOT NULL, last_sequence BIGINT NOT NULL) WITH (fillfactor = 10);
      CREATE TABLE bench_entry (account_id VARCHAR(64) NOT NULL, sequence BIGINT NOT NULL, amount BIGINT NOT NULL,
        balance_after BIGINT NOT NULL, effective_date DATE NOT NULL, recorded_at TIMESTAMPTZ NOT NULL,
        PRIMARY KEY (account_id, sequence));
      CREATE TABLE bench_invoice (account_id VARCHAR(64) NOT NULL, sequence BIGINT NOT NULL,
        number VARCHAR(64) NOT NULL, invoice_date DATE NOT NULL, due_date DATE NOT NULL, total BIGINT NOT NULL,
        PRIMARY KEY (account_id, sequence), UNIQUE (account_id, number));
      CREATE TABLE bench_open_item (account_id VARCHAR(64) NOT NULL, sequence BIGINT NOT NULL,
        due_date DATE NOT NULL, open_amount BIGINT NOT NULL, PRIMARY KEY (account_id, sequence));
      """;

  static void create(Database database) throws SQLException {
    database.run(TABLES);
    for (Account account : Account.values()) {
      database.run(
          "INSERT INTO bench_head VALUES ('%s', 0, 999999999999, 0)".formatted(account.id()));
    }
  }
}
