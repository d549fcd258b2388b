package tradecredit.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An account of so many invoices, the same number on each day up to the business date, every other
 * one paid in full ten to twenty-nine days after its date (on the business date at the latest), by
 * payments that were all entered at the end and each pay at most fifty invoices.
 *
 * @param invoices how many
 * @param days over how many days
 */
record SeededAccount(int invoices, int days) {

  /** The book's today. */
  static final LocalDate BUSINESS_DATE = LocalDate.of(2001, 5, 31);

  /** When the agreement begins: before any span of days. */
  static final LocalDate EFFECTIVE = LocalDate.of(1980, 1, 1);

  private static final int NET_DAYS = 21;
  private static final int PER_PAYMENT = 50;

  private static final List<String> STATEMENTS =
      List.of(
          "SET LOCAL synchronous_commit = off",
          "SET LOCAL work_mem = '256MB'",
          // Each odd invoice is paid; a payment is made of at most so many of one day.
          """
          CREATE TEMPORARY TABLE seed ON COMMIT DROP AS
          SELECT n AS sequence, '#account#-' || LPAD(CAST(n AS VARCHAR), 9, '0') AS number, day AS invoice_date, day + #net# AS due_date,
            n % 2 = 1 AS paid,
            CASE WHEN n % 2 = 1 THEN LEAST(day + 10 + (n / 2 % 20), DATE '#today#') END AS paid_on
          FROM (SELECT n, DATE '#today#' - #days# + 1 + CAST((CAST(n AS BIGINT) - 1) * #days# / #count# AS INTEGER) AS day
            FROM generate_series(1, #count#) AS n) AS made\
          """,
          """
          CREATE TEMPORARY TABLE seed_paid ON COMMIT DROP AS
          SELECT sequence, invoice_date, due_date, paid_on,
            #count# + DENSE_RANK() OVER (ORDER BY paid_on, place / #perPayment#) AS payment,
            place % #perPayment# AS place
          FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY paid_on ORDER BY sequence) - 1 AS place
            FROM seed WHERE paid) AS placed\
          """,
          """
          CREATE TEMPORARY TABLE seed_payment ON COMMIT DROP AS
          SELECT payment AS sequence, paid_on, COUNT(*) * #total# AS amount FROM seed_paid GROUP BY payment, paid_on\
          """,
          """
          INSERT INTO invoice (account_id, sequence, number, invoice_date, due_date, total, open_amount, disputed_amount,
            last_movement_date)
          SELECT '#account#', sequence, number, invoice_date, due_date, #total#, CASE WHEN paid THEN 0 ELSE #total# END,
            0, COALESCE(paid_on, invoice_date) FROM seed\
          """,
          """
          INSERT INTO invoice_line (account_id, sequence, line_number, product_id, face_value, quantity, discount, amount)
          SELECT '#account#', sequence, 1, 'auxer-direct', 1000, 10, 3000, #total# FROM seed\
          """,
          """
          INSERT INTO payment (account_id, sequence, reference, received_date, method, amount, unapplied_amount,
            last_movement_date)
          SELECT '#account#', sequence, '#account#-' || sequence, paid_on, 'wire', amount, 0, paid_on
          FROM seed_payment\
          """,
          """
          INSERT INTO entry (account_id, sequence, kind, amount, balance_before, balance_after, effective_date,
            business_date, recorded_at, principal, document_number, hash)
          SELECT '#account#', sequence, kind, amount, balance_after - amount, balance_after, effective_date,
            business_date, TIMESTAMPTZ '2001-05-31 12:00:00Z' + sequence * INTERVAL '1 microsecond',
            'key:auxer-telecom-clerk', number,
            encode(sha256(convert_to('#account#-' || sequence, 'UTF8')), 'hex')
          FROM (SELECT *, SUM(amount) OVER (ORDER BY sequence ROWS UNBOUNDED PRECEDING) AS balance_after
            FROM (SELECT sequence, number, 'invoice' AS kind, CAST(#total# AS BIGINT) AS amount,
                invoice_date AS effective_date, invoice_date AS business_date FROM seed
              UNION ALL
              SELECT sequence, '#account#-' || sequence, 'payment', CAST(-amount AS BIGINT), paid_on, DATE '#today#' FROM seed_payment) AS acts)
            AS running\
          """,
          """
          INSERT INTO open_item_movement (account_id, sequence, position, kind, invoice_sequence, credit_sequence,
            due_date, invoice_date, effective_date, amount, disputed_amount, open_invoices)
          SELECT '#account#', sequence, 1, 'item', sequence, NULL, due_date, invoice_date, invoice_date, #total#, 0, 1
          FROM seed
          UNION ALL
          SELECT '#account#', sequence, 1, 'credit', NULL, sequence, DATE '9999-12-31', DATE '9999-12-31', paid_on,
            -amount, 0, 0 FROM seed_payment
          UNION ALL
          SELECT '#account#', payment, 2 + 2 * place, 'item', sequence, payment, due_date, invoice_date, paid_on,
            -#total#, 0, -1 FROM seed_paid
          UNION ALL
          SELECT '#account#', payment, 3 + 2 * place, 'credit', NULL, payment, DATE '9999-12-31', DATE '9999-12-31',
            paid_on, #total#, 0, 0 FROM seed_paid\
          """,
          """
          INSERT INTO aging_cell (account_id, kind, due_date, invoice_date, effective_date, amount, disputed_amount,
            open_invoices)
          SELECT account_id, kind, due_date, invoice_date, effective_date, SUM(amount), SUM(disputed_amount),
            SUM(open_invoices)
          FROM open_item_movement WHERE account_id = '#account#'
          GROUP BY account_id, kind, due_date, invoice_date, effective_date\
          """,
          """
          INSERT INTO standing_change (account_id, number, business_date, after_sequence, recorded_at, standing, past_due,
            over_limit, shortfall)
          SELECT '#account#', 1, DATE '#today#', (SELECT MAX(sequence) FROM entry WHERE account_id = '#account#'),
            TIMESTAMPTZ '2001-05-31 13:00:00Z', 'notGood', SUM(amount), 0, 0
          FROM aging_cell WHERE account_id = '#account#' AND kind = 'item' AND due_date < DATE '#today#'
          HAVING SUM(amount) > 0\
          """,
          """
          UPDATE account_head SET business_date = DATE '#today#',
            balance = (SELECT SUM(amount) FROM aging_cell WHERE account_id = '#account#'),
            last_sequence = (SELECT MAX(sequence) FROM entry WHERE account_id = '#account#'),
            last_hash = (SELECT hash FROM entry WHERE account_id = '#account#' ORDER BY sequence DESC LIMIT 1),
            recorded_at = TIMESTAMPTZ '2001-05-31 13:00:00Z',
            past_due = (SELECT COALESCE(SUM(past_due), 0) FROM standing_change WHERE account_id = '#account#'),
            last_standing_change = (SELECT COUNT(*) FROM standing_change WHERE account_id = '#account#'),
            standing = CASE WHEN EXISTS (SELECT 1 FROM standing_change WHERE account_id = '#account#')
              THEN 'notGood' ELSE 'good' END
          WHERE account_id = '#account#'\
          """,
          "UPDATE business_day SET business_date = DATE '#today#'");

  private static final String AGREEMENT =
      """
        - id: #account#
          supplier: auxer-telecom
          buyer: kattosko
          clause: 1
          terms:
            creditLimit: "9999999999.99"
            netDays: #net#
            discounts: {}
            requiresGoodStanding: false
      """;

  /** All accounts that the settings ask for. */
  static List<SeededAccount> all(Settings settings) {
    return Stream.of(bySize(settings), byDays(settings), List.of(ofPages(settings)))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Those of several sizes over the same span, ascending. */
  static List<SeededAccount> bySize(Settings settings) {
    int span = settings.days().getFirst();
    return settings.sizes().stream().sorted().map(size -> new SeededAccount(size, span)).toList();
  }

  /** Those of one size over several spans, ascending. */
  static List<SeededAccount> byDays(Settings settings) {
    return settings.days().stream()
        .sorted()
        .map(days -> new SeededAccount(settings.daysSize(), days))
        .toList();
  }

  /** The one whose pages are turned. */
  static SeededAccount ofPages(Settings settings) {
    return new SeededAccount(settings.pagesSize(), settings.days().getFirst());
  }

  /** The account's id. */
  String id() {
    return "n%d-d%d".formatted(invoices, days);
  }

  /** Where its figures are asked for. */
  String path(String question) {
    return "/v1/accounts/%s/%s".formatted(id(), question);
  }

  /** The first day with invoices. */
  LocalDate firstDay() {
    return BUSINESS_DATE.minusDays(days - 1L);
  }

  /** How many of its invoices are open on the business date. */
  int open() {
    return invoices / 2;
  }

  /** The statements that put it into a book that has only been opened, as one transaction. */
  List<String> statements() {
    return STATEMENTS.stream().map(this::filled).toList();
  }

  /** Its part of the agreement. */
  String agreement() {
    return filled(AGREEMENT);
  }

  private String filled(String text) {
    return text.replace("#account#", id())
        .replace("#count#", Integer.toString(invoices))
        .replace("#days#", Integer.toString(days))
        .replace("#net#", Integer.toString(NET_DAYS))
        .replace("#perPayment#", Integer.toString(PER_PAYMENT))
        .replace("#total#", Long.toString(Invoices.TOTAL))
        .replace("#today#", BUSINESS_DATE.toString());
  }
}
