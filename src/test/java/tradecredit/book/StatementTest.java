package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.store.figure.KnownDays;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The entries that are effective by a day, whenever they were posted. */
class StatementTest {

  private static final String A = Client.AUXER;
  private static final LocalDate FIRST = LocalDate.parse("2001-05-16");
  private static final int DAYS = 6;

  private record Line(long sequence, LocalDate effectiveDate) {}

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
      }
    }
  }

  private static List<Line> lines(Client client, String query) {
    List<Line> lines = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = client.get(A + "/entries?" + query + cursor).json();
      for (JsonNode entry : page.get("items")) {
        lines.add(
            new Line(
                entry.get("sequence").asLong(),
                LocalDate.parse(entry.get("effectiveDate").asText())));
      }
      cursor = page.get("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asText();
    } while (!cursor.isEmpty());
    return lines;
  }
}
