package tradecredit.store.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.DecidedInvoice;
import tradecredit.ledger.AccountState;
import tradecredit.ledger.Act;
import tradecredit.ledger.BatchItem;
import tradecredit.ledger.Decision;
import tradecredit.ledger.Document;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Refusal;
import tradecredit.ledger.RefusalCode;
import tradecredit.ledger.Standing;
import tradecredit.ledger.ToldEvents;
import tradecredit.money.Money;
import tradecredit.store.sql.Sql;

/**
 * Outcomes as they were first answered, rebuilt from decisions and documents: from what never
 * changes.
 */
public final class OutcomeQueries {

  private static final String COLUMNS =
      """
      SELECT d.number, d.act, d.document_number, d.sequence, d.code, d.requested, d.balance, d.credit_limit,
        d.terms_version, d.standing, d.account_sequence, d.standing_after, d.business_date, d.recorded_at, d.principal,
        d.facts, e.balance_after%s
      FROM %s
      LEFT JOIN entry e ON e.account_id = d.account_id AND e.sequence = d.sequence
      """;

  private static final String BY_NUMBERS =
      """
      UNNEST(CAST(? AS BIGINT ARRAY)) AS k (number)
      JOIN decision d ON d.account_id = ? AND d.number = k.number""";

  private static final String DECISIONS = COLUMNS.formatted("", BY_NUMBERS);

  private static final String INVOICES =
      COLUMNS.formatted(", i.invoice_date, i.due_date", BY_NUMBERS)
          + "LEFT JOIN invoice i ON i.account_id = d.account_id AND i.sequence = d.sequence";

  private static final String DECISION_PAGE =
      COLUMNS.formatted("", "decision d")
          + "WHERE d.account_id = ? AND d.number > ? ORDER BY d.account_id, d.number LIMIT ?";

  private static final String REFUSED_ITEMS =
      """
      SELECT item, code, requested, facts FROM batch_refusal
      WHERE account_id = ? AND decision_number = ? ORDER BY item""";

  private static final String TOLD_ITEM =
      """
      SELECT item, code, requested, facts FROM batch_refusal
      WHERE account_id = ? AND decision_number = ? AND item >= ? AND code IN (%s)
      ORDER BY account_id, decision_number, item LIMIT 1"""
          .formatted(
              Arrays.stream(RefusalCode.values())
                  .filter(code -> ToldEvents.of(code) != null)
                  .map(code -> "'" + code.code() + "'")
                  .collect(Collectors.joining(", ")));

  private final Connection connection;
  private final AccountId account;

  /** Of one account. */
  public OutcomeQueries(Connection connection, AccountId account) {
    this.connection = connection;
    this.account = account;
  }

  /** The outcomes of these decisions, by their numbers. */
  public Map<Long, Outcome> outcomes(Collection<Long> numbers) throws SQLException {
    List<Decision> decisions =
        Sql.listByNumbers(
            connection, DECISIONS, OutcomeQueries::decision, List.copyOf(numbers), account.value());
    Map<Long, Document> documents = documents(decisions);
    Map<Long, Outcome> outcomes = new HashMap<>();
    decisions.forEach(decision -> outcomes.put(decision.number(), outcome(decision, documents)));
    return outcomes;
  }

  /** Decisions on invoices in one statement: what they were posted with is not read. */
  public List<DecidedInvoice> invoices(List<Long> numbers) throws SQLException {
    return Sql.listByNumbers(
        connection, INVOICES, OutcomeQueries::decidedInvoice, numbers, account.value());
  }

  private static DecidedInvoice decidedInvoice(ResultSet row) throws SQLException {
    Decision decision = decision(row);
    return new DecidedInvoice(
        decision,
        decision.sequence() == null
            ? null
            : new DecidedInvoice.Dates(Sql.date(row, "invoice_date"), Sql.date(row, "due_date")));
  }

  private static Outcome outcome(Decision decision, Map<Long, Document> documents) {
    Refusal refusal = decision.refusal();
    if (refusal != null) {
      return new Outcome.Refused(decision, refusal);
    }
    Document document = documents.get(decision.sequence());
    return new Outcome.Posted(
        decision, Objects.requireNonNull(document, () -> "no document " + decision.sequence()));
  }

  private Map<Long, Document> documents(List<Decision> decisions) throws SQLException {
    Map<Act, List<Long>> sequences = new EnumMap<>(Act.class);
    for (Decision decision : decisions) {
      Long sequence = decision.sequence();
      if (sequence != null) {
        sequences.computeIfAbsent(decision.act(), act -> new ArrayList<>()).add(sequence);
      }
    }
    return new Documents(connection, account.value()).of(sequences);
  }

  /** The decisions after {@code after}, at most {@code limit} of them, in order. */
  public static List<Decision> page(Connection connection, String account, long after, int limit)
      throws SQLException {
    return Sql.list(connection, DECISION_PAGE, OutcomeQueries::decision, account, after, limit);
  }

  private static Decision decision(ResultSet row) throws SQLException {
    String code = row.getString("code");
    Money balance = Sql.money(row, "balance");
    Money creditLimit = Sql.money(row, "credit_limit");
    Money after = code == null ? Sql.money(row, "balance_after") : balance;
    AccountState state =
        new AccountState(
            row.getLong("account_sequence"),
            after,
            creditLimit.minus(after),
            Standing.of(row.getString("standing_after")));
    return new Decision(
        row.getLong("number"),
        Act.of(row.getString("act")),
        row.getString("document_number"),
        Sql.longOrNull(row, "sequence"),
        code == null ? null : RefusalFacts.read(code, row.getString("facts")),
        Sql.money(row, "requested"),
        balance,
        creditLimit,
        row.getInt("terms_version"),
        Standing.of(row.getString("standing")),
        state,
        Sql.date(row, "business_date"),
        Sql.instant(row, "recorded_at"),
        row.getString("principal"));
  }

  /**
   * What was refused in a batch that was refused as a whole, by the decision on it, in the order of
   * its items.
   */
  public static List<BatchItem> refusedItems(Connection connection, String account, long decision)
      throws SQLException {
    return Sql.list(connection, REFUSED_ITEMS, OutcomeQueries::item, account, decision);
  }

  /**
   * The item for whose sake others are told that a batch was refused: the first that breaks the
   * limit, which is the one that the whole names first, or else the first that is refused for
   * something they are told of; empty where none is.
   */
  Optional<BatchItem> toldItem(long decision, Refusal.BatchRefused whole) throws SQLException {
    return Sql.list(
            connection, TOLD_ITEM, OutcomeQueries::item, account.value(), decision, whole.first())
        .stream()
        .findFirst();
  }

  private static BatchItem item(ResultSet row) throws SQLException {
    return new BatchItem(
        row.getInt("item"),
        Sql.money(row, "requested"),
        RefusalFacts.read(row.getString("code"), row.getString("facts")));
  }
}
