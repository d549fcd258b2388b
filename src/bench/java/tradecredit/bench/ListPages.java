package tradecredit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pages of an account's invoices at the beginning, in the middle and at the end, with and without a
 * filter, and of its entries as of mid-history, all and of the month before. The cursors of the
 * depths are those that a client gets who turns all pages.
 */
final class ListPages implements Section {

  private static final List<String> FILTERS =
      List.of("", "status=open", "status=paid", "status=pastDue", "status=disputed");
  private static final String STATEMENT = "statement";
  private static final String MONTH = "statement of a month";
  private static final int MONTH_DAYS = 30;
  private static final int WALKED = 200;
  private static final int SHOWN = 50;
  private static final int WARM_UP = 200;
  private static final int ASKED = 100;

  /** Flat, but for what the machine lets the same request differ. */
  private static final double FLAT = 1.25;

  @Override
  public void measure(Desk desk) throws Exception {
    Settings settings = desk.settings();
    SeededAccount account = SeededAccount.ofPages(settings);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("invoices", "pages", "first ms", "middle ms", "last ms"));
    try (Service service = desk.seeded().start(List.of(account));
        HttpConnection connection = service.connect()) {
      Reader reader = new Reader(service.requests(), connection, account);
      Map<String, List<String>> walked = new LinkedHashMap<>();
      for (String filter : FILTERS) {
        walked.put(filter, reader.walk(filter));
      }
      for (String statement : List.of(STATEMENT, MONTH)) {
        walked.put(statement, reader.walk(statement));
      }
      double first = 0;
      for (Map.Entry<String, List<String>> walk : walked.entrySet()) {
        String filter = walk.getKey();
        List<String> cursors = walk.getValue();
        Medians medians = reader.measure(filter, cursors, settings.rounds());
        first = filter.isEmpty() ? Ratio.median(medians.first) : first;
        String name = filter.isEmpty() ? "all" : filter.substring(filter.indexOf('=') + 1);
        rows.add(medians.row(name, cursors.size()));
        if (cursors.size() > 2) {
          medians.addTo(desk.report(), name);
        } else {
          desk.report()
              .add(
                  "%s (%d pages), first page beside all's first".formatted(name, cursors.size()),
                  " ms",
                  new Ratio(Ratio.median(medians.first), first, List.of()),
                  Aim.NONE);
        }
      }
    }
    desk.report().table(rows);
  }

  /** The median milliseconds of each round at each depth. */
  private static final class Medians {

    private final List<Double> first = new ArrayList<>();
    private final List<Double> middle = new ArrayList<>();
    private final List<Double> last = new ArrayList<>();

    List<String> row(String name, int pages) {
      return List.of(
          name,
          Integer.toString(pages),
          Text.decimals(2, Ratio.median(first)),
          Text.decimals(2, Ratio.median(middle)),
          Text.decimals(2, Ratio.median(last)));
    }

    void addTo(Report report, String name) {
      report.add(
          name + ", middle page beside first",
          " ms",
          Ratio.ofMedians(middle, first),
          Aim.atMost(FLAT));
      report.add(
          name + ", last page beside first", " ms", Ratio.ofMedians(last, first), Aim.atMost(FLAT));
    }
  }

  /** Reads the pages of one account over one connection. */
  private record Reader(Requests requests, HttpConnection connection, SeededAccount account) {

    /** Turns all pages; the cursors of their beginnings, of which the first is empty. */
    List<String> walk(String filter) throws IOException {
      List<String> cursors = new ArrayList<>();
      String cursor = "";
      while (cursor != null) {
        cursors.add(cursor);
        JsonNode page = connection.exchange(page(filter, cursor, WALKED)).require(200).json();
        cursor = page.required("nextCursor").textValue();
      }
      return cursors;
    }

    private byte[] page(String filter, String cursor, int limit) {
      List<String> parameters = new ArrayList<>();
      parameters.add("limit=" + limit);
      boolean statement = filter.startsWith(STATEMENT);
      LocalDate middle = account.firstDay().plusDays(account.days() / 2);
      if (statement) {
        parameters.add("asOf=" + middle);
      } else if (!filter.isEmpty()) {
        parameters.add(filter);
      }
      if (filter.equals(MONTH)) {
        parameters.add("from=" + middle.minusDays(MONTH_DAYS - 1));
      }
      if (!cursor.isEmpty()) {
        parameters.add("cursor=" + cursor);
      }
      String list = statement ? "entries?" : "invoices?";
      return requests.get(account.path(list + String.join("&", parameters)));
    }

    Medians measure(String filter, List<String> cursors, int rounds) throws IOException {
      byte[] first = page(filter, cursors.getFirst(), SHOWN);
      byte[] middle = page(filter, cursors.get(cursors.size() / 2), SHOWN);
      // The one before the last: a whole page.
      byte[] last = page(filter, cursors.get(Math.max(cursors.size() - 2, 0)), SHOWN);
      List<byte[]> depths = List.of(first, middle, last);
      inTurn(depths, WARM_UP);
      Medians medians = new Medians();
      for (int round = 0; round < rounds; round++) {
        List<Double> each = inTurn(depths, ASKED);
        medians.first.add(each.get(0));
        medians.middle.add(each.get(1));
        medians.last.add(each.get(2));
      }
      return medians;
    }

    private List<Double> inTurn(List<byte[]> asked, int times) throws IOException {
      List<List<Double>> millis = new ArrayList<>();
      asked.forEach(one -> millis.add(new ArrayList<>()));
      for (int time = 0; time < times; time++) {
        for (int i = 0; i < asked.size(); i++) {
          millis.get(i).add(connection.timed(asked.get(i)));
        }
      }
      return millis.stream().map(Ratio::median).toList();
    }
  }
}
