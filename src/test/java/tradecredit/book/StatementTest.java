package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.store.figure.KnownDays;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The entries that are effective by a day, or in a period, whenever they were posted. */
class StatementTest {

  private static final String A = Client.AUXER;
  private static final LocalDate FIRST = LocalDate.parse("2001-05-16");
  private static final int DAYS = 6;

  private record Line(long sequence, LocalDate effectiveDate, BigDecimal amount) {}

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void it_has_what_was_dated_back_to_it_and_nothing_else_rolled_up_or_not(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      KnownDays days = service.context().getBean(KnownDays.class);
      Instant then = Instant.EPOCH;
      for (int day = 0; day < DAYS; day++) {
        client.businessDate(FIRST.plusDays(day).toString());
        post(client, day, day);
        if (day % 2 == 1) {
          // To the day before, and to the first.
          post(client, day, day - 1);
          post(client, day, 0);
        }
        then = day == 3 ? Instant.now() : then;
        post(client, day, day);
        holds(client, then);
        days.rollUp();
        holds(client, then);
      }
      assertThat(days.rollUp()).isZero();
      Invariants.hold(service.database());
    }
  }

  private static void post(Client client, int day, int datedOn) {
    String number = "A-%d-%d-%d".formatted(day, datedOn, System.nanoTime());
    String date = FIRST.plusDays(datedOn).toString();
    assertThat(client.post(A + "/invoices", Json.auxerInvoice(number, date, "1.00")).status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void that_of_a_period_leads_from_the_balance_before_it_to_the_balance_at_its_end(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      KnownDays days = service.context().getBean(KnownDays.class);
      for (int day = 0; day < DAYS; day++) {
        client.businessDate(FIRST.plusDays(day).toString());
        post(client, day, day);
        post(client, day, day / 2);
        if (day == DAYS / 2) {
          days.rollUp();
        }
      }
      periodsLead(client);
      days.rollUp();
      periodsLead(client);
      Invariants.hold(service.database());
    }
  }

  private static void periodsLead(Client client) {
    List<Line> all = lines(client, "limit=200");
    List<BigDecimal> balances =
        IntStream.rangeClosed(-2, DAYS)
            .mapToObj(day -> balance(client, FIRST.plusDays(day)))
            .toList();
    for (int from = -1; from <= DAYS; from += 2) {
      for (int to = from; to <= DAYS; to++) {
        LocalDate first = FIRST.plusDays(from);
        LocalDate last = FIRST.plusDays(to);
        List<Line> period =
            all.stream()
                .filter(line -> !line.effectiveDate().isBefore(first))
                .filter(line -> !line.effectiveDate().isAfter(last))
                .toList();
        String query = "limit=3&from=%s&asOf=%s".formatted(first, last);
        assertThat(lines(client, query)).as(query).isEqualTo(period);
        assertThat(period.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
            .as(query)
            .isEqualByComparingTo(balances.get(to + 2).subtract(balances.get(from + 1)));
      }
      LocalDate first = FIRST.plusDays(from);
      assertThat(lines(client, "limit=3&from=" + first))
          .isEqualTo(all.stream().filter(line -> !line.effectiveDate().isBefore(first)).toList());
    }
  }

  private static BigDecimal balance(Client client, LocalDate asOf) {
    return new BigDecimal(client.get(A + "/balance?asOf=" + asOf).json().get("balance").asText());
  }

  /** On each day, in small pages and in one, and as it was known. */
  private static void holds(Client client, Instant then) {
    List<Line> all = lines(client, "limit=200");
    long known =
        then.equals(Instant.EPOCH)
            ? 0
            : lines(client, "limit=200&knownAt=" + then).getLast().sequence();
    for (int day = -1; day <= DAYS; day++) {
      LocalDate asOf = FIRST.plusDays(day);
      List<Line> statement =
          all.stream().filter(line -> !line.effectiveDate().isAfter(asOf)).toList();
      for (int limit : List.of(3, 200)) {
        String query = "limit=%d&asOf=%s".formatted(limit, asOf);
        assertThat(lines(client, query)).as(query).isEqualTo(statement);
      }
      if (known > 0) {
        assertThat(lines(client, "limit=2&asOf=%s&knownAt=%s".formatted(asOf, then)))
            .isEqualTo(statement.stream().filter(line -> line.sequence() <= known).toList());
        assertThat(lines(client, "limit=2&from=%s&asOf=%s&knownAt=%s".formatted(asOf, asOf, then)))
            .isEqualTo(
                statement.stream()
                    .filter(line -> line.effectiveDate().equals(asOf))
                    .filter(line -> line.sequence() <= known)
                    .toList());
      }
    }
  }

  private static List<Line> lines(Client client, String query) {
    return client.items(A + "/entries?" + query).stream()
        .map(
            entry ->
                new Line(
                    entry.get("sequence").asLong(),
                    LocalDate.parse(entry.get("effectiveDate").asText()),
                    new BigDecimal(entry.get("amount").asText())))
        .toList();
  }
}
