package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tradecredit.http.desk.DeskExamplesTest;
import tradecredit.support.Client;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * H2 plans by rules that are easy to miss: a join or an ORDER BY too many, and it reads all of an
 * account for one payment. So every statement that the service runs, for every act of the desk and
 * every list, is explained: of a table that grows with postings it never reads all there is, nor
 * all of an account, and a page never sorts all that follows it.
 */
class H2PlanTest {

  static final String K = Client.KATTOSKO;
  private static final int INVOICES = 1500;
  private static final int DAYS = 15;
  private static final String DAY = "2001-06-01";

  /** What grows with postings; aging_cell, breach_peak and terms grow with days at most. */
  static final Set<String> GROWING =
      Set.of(
          "ENTRY",
          "INVOICE",
          "INVOICE_LINE",
          "PAYMENT",
          "PAYMENT_RETURN",
          "REALLOCATION",
          "CREDIT_NOTE",
          "OPEN_ITEM_MOVEMENT",
          "DECISION",
          "BATCH_REFUSAL",
          "EVENT",
          "STANDING_CHANGE",
          "IDEMPOTENCY_RECORD",
          "AUDIT_RECORD",
          "WRITE_OFF",
          "WRITE_OFF_DECISION",
          "DISPUTE",
          "DISPUTE_CARD_RANGE",
          "DISPUTE_RESOLUTION");

  private static final List<String> LISTS =
      List.of(
          "",
          "/balance",
          "/aging",
          "/standing?asOf=2001-06-20",
          "/standing",
          "/standing-changes",
          "/invoices",
          "/invoices?status=open",
          "/invoices?status=paid",
          "/invoices?status=pastDue",
          "/invoices?status=disputed",
          "/invoices?number=B1-7",
          "/payments",
          "/payments?status=unapplied",
          "/payments?reference=P-1",
          "/credit-notes",
          "/credit-notes?status=unapplied",
          "/credit-notes?number=CN-1",
          "/disputes?status=open",
          "/disputes?status=resolved",
          "/write-offs?status=proposed",
          "/terms-amendments",
          "/breaches",
          "/entries",
          "/entries?asOf=2001-06-20",
          "/balance?asOf=2001-06-20&knownAt=%s",
          "/aging?knownAt=%s",
          "/entries?knownAt=%s",
          "/decisions",
          "/events");

  /** A table in a plan, and by what of which index it is read. */
  private static final Pattern READ =
      Pattern.compile(
          "PUBLIC\"?\\.\"?([A-Z_]+)\"?(?: \"?[A-Z]+\"?)?\\s+/\\* PUBLIC\\.([A-Za-z0-9_.]+)(?::"
              + " ([^*]*))?\\*/");

  private static final Pattern IN_PARENTHESES = Pattern.compile("\\([^()]*\\)");
  private static final Pattern CONDITION = Pattern.compile("(?:^|AND )\\s*\\(?([A-Z_]+) ");

  @Test
  void no_statement_walks_an_account_and_no_page_sorts_what_follows_it() throws SQLException {
    Set<String> statements = new LinkedHashSet<>();
    try (Service service = Service.on(TestDatabase.H2);
        Connection connection = service.database().connect();
        Statement statistics = connection.createStatement()) {
      fill(service.client());
      statistics.execute("ANALYZE");
      statistics.execute("SET QUERY_STATISTICS_MAX_ENTRIES 5000");
      statistics.execute("SET QUERY_STATISTICS TRUE");
      play(service.client());
      statements.addAll(ran(connection));
      statistics.execute("SET QUERY_STATISTICS FALSE");
      List<String> wrong = new ArrayList<>();
      Set<String> read = new LinkedHashSet<>();
      for (String sql : statements) {
        String plan = plan(connection, sql);
        wrong.addAll(faults(sql, plan, read));
      }
      assertThat(read)
          .as("what was read, or the test is weaker than it seems")
          .containsAll(GROWING);
      assertThat(wrong).isEmpty();
    }
  }

  /**
   * On the other account, so that the examples keep their numbers, and on the day on which they
   * begin. The invoices are of several days, as they are in a book.
   */
  static void fill(Client client) {
    assertThat(client.businessDate(DAY).status()).isEqualTo(200);
    LocalDate first = LocalDate.parse("2001-05-16");
    for (int batch = 0; batch < 2; batch++) {
      String name = "B" + batch + "-";
      String invoices =
          IntStream.range(0, INVOICES)
              .mapToObj(
                  i -> Json.kattoskoInvoice(name + i, first.plusDays(i % DAYS).toString(), "0.01"))
              .collect(Collectors.joining(","));
      Client.Answer answer =
          client.post(
              K + "/invoices/batch", "{\"mode\":\"atomic\",\"invoices\":[" + invoices + "]}");
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
    // More than may be read in vain: all of them are applied.
    for (int i = 0; i < 300; i++) {
      Client.Answer answer = client.post(K + "/payments", Json.payment("P-" + i, DAY, "0.03"));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }
  }

  private static void play(Client client) {
    act(client);
    ask(client);
  }

  static void act(Client client) {
    List<DeskExamplesTest.Step> steps = new DeskExamplesTest().steps();
    for (int i = 0; i < steps.size(); i++) {
      DeskExamplesTest.Step step = steps.get(i);
      step.play(client, i);
      if (!step.method().equals("GET")) {
        assertThat(step.play(client, i).status()).as("the same again").isEqualTo(step.status());
      }
    }
    playOnTheOther(client);
  }

  static void ask(Client client) {
    askForAll(client);
    Client admin = client.as("kattosko-admin");
    assertThat(admin.get("/v1/audit-records").status()).isEqualTo(200);
  }

  static void askForAll(Client client) {
    Instant known = Instant.now();
    for (String path : LISTS) {
      assertThat(client.get(K + path.formatted(known)).status()).as(path).isEqualTo(200);
    }
  }

  private static void playOnTheOther(Client client) {
    assertThat(
            client
                .post(
                    K + "/payments",
                    Json.payment(
                        "NAMED",
                        "2001-06-01",
                        "0.01",
                        "[{\"invoiceNumber\":\"B1-7\",\"amount\":\"0.01\"}]"))
                .status())
        .isEqualTo(201);
    String taken = Json.kattoskoInvoice("B1-7", "2001-06-01", "0.01");
    String refused = "{\"mode\":\"atomic\",\"invoices\":[" + taken + "]}";
    for (int i = 0; i < 2; i++) {
      assertThat(client.post(K + "/invoices/batch", "refused", refused).code())
          .isEqualTo("batch-refused");
    }
  }

  /** Each statement once; a list of statements is taken apart. */
  private static Set<String> ran(Connection connection) throws SQLException {
    Set<String> ran = new LinkedHashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT sql_statement FROM information_schema.query_statistics")) {
      while (rows.next()) {
        for (String sql : rows.getString(1).split(";\n", -1)) {
          if (sql.strip().toUpperCase(Locale.ROOT).matches("(?s)(SELECT|MERGE|UPDATE|DELETE).*")
              && !sql.toLowerCase(Locale.ROOT).contains("information_schema")) {
            ran.add(sql.strip());
          }
        }
      }
    }
    return ran;
  }

  private static String plan(Connection connection, String sql) throws SQLException {
    try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
      for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
        explain.setObject(i, null);
      }
      try (ResultSet rows = explain.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static List<String> faults(String sql, String plan, Set<String> read) {
    List<String> faults = new ArrayList<>();
    Matcher tables = READ.matcher(plan);
    boolean grows = false;
    while (tables.find()) {
      String table = tables.group(1);
      if (GROWING.contains(table)) {
        read.add(table);
        grows = true;
        if (!seeks(tables.group(2), tables.group(3)) && !readsTheLast(sql, table)) {
          faults.add("%s by %s (%s)%n%s".formatted(table, tables.group(2), tables.group(3), sql));
        }
      }
    }
    boolean paged = sql.matches("(?s).*ORDER BY.*(LIMIT|FETCH FIRST).*");
    if (sortsAJoinWithAnArray(sql)) {
      faults.add("will walk an account%n%s".formatted(sql));
    }
    if (grows && paged && !sortsFew(sql) && !plan.contains("index sorted")) {
      faults.add("sorts%n%s".formatted(sql));
    }
    return faults;
  }

  /**
   * With rows enough, more than a test has time to make: see {@link tradecredit.store.sql.Placed}.
   */
  private static boolean sortsAJoinWithAnArray(String sql) {
    String outermost = sql;
    String before;
    do {
      before = outermost;
      outermost = IN_PARENTHESES.matcher(before).replaceAll("");
    } while (!outermost.equals(before));
    return outermost.matches("(?s).*FROM UNNEST.*JOIN.*ORDER BY.*");
  }

  /** Something besides the account must be sought. */
  private static boolean seeks(String index, String conditions) {
    if (conditions == null || index.endsWith("tableScan")) {
      return false;
    }
    Matcher columns = CONDITION.matcher(conditions.strip());
    while (columns.find()) {
      if (!Set.of("ACCOUNT_ID", "CHAIN").contains(columns.group(1))) {
        return true;
      }
    }
    return false;
  }

  /** The last returned payments, from the end and no further than they are asked for. */
  private static boolean readsTheLast(String sql, String table) {
    return table.equals("PAYMENT_RETURN")
        && sql.endsWith("ORDER BY r.account_id DESC, r.sequence DESC LIMIT ?");
  }

  /** Sorts what it has sought: the invoices past due, those of one due date, the open disputes. */
  private static boolean sortsFew(String sql) {
    return sql.contains("sequence + 0 >")
        || sql.contains("l.late > 0")
        || sql.contains("DISTINCT d.invoice_sequence");
  }
}
