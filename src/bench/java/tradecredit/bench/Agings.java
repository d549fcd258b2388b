package tradecredit.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Agings and balances as of today and of mid-history, on accounts of several sizes over the same
 * span of days, then of one size over several spans. One client asks all accounts in turn, one
 * request each.
 */
final class Agings implements Section {

  private static final int WARM_UP = 150;
  private static final int ASKED = 60;
  private static final double AIM = 1.5;

  @Override
  public void measure(Desk desk) throws Exception {
    Settings settings = desk.settings();
    List<SeededAccount> bySize = SeededAccount.bySize(settings);
    List<SeededAccount> byDays = SeededAccount.byDays(settings);
    List<SeededAccount> all = Stream.concat(bySize.stream(), byDays.stream()).distinct().toList();
    try (Service service = desk.seeded().start(all)) {
      ask(service, all, WARM_UP, 1);
      Findings found = ask(service, all, ASKED, settings.rounds());
      desk.report().say("medians in milliseconds:");
      desk.report().table(found.rows(all));
      for (String question : QUESTIONS) {
        report(desk.report(), question, found, bySize, byDays);
      }
    }
  }

  private static void report(
      Report report,
      String question,
      Findings found,
      List<SeededAccount> bySize,
      List<SeededAccount> byDays) {
    SeededAccount smallest = bySize.getFirst();
    for (SeededAccount larger : bySize.subList(1, bySize.size())) {
      report.add(
          "%s, %d invoices, %d".formatted(question, larger.invoices(), smallest.invoices()),
          " ms",
          found.ratio(question, larger, smallest),
          larger.equals(bySize.getLast()) ? Aim.atMost(AIM) : Aim.NONE);
    }
    SeededAccount shortest = byDays.getFirst();
    for (SeededAccount longer : byDays.subList(1, byDays.size())) {
      report.add(
          "%s, %d days, %d".formatted(question, longer.days(), shortest.days()),
          " ms",
          found.ratio(question, longer, shortest),
          Aim.NONE);
    }
  }

  private static final List<String> QUESTIONS =
      List.of(
          "balance now",
          "balance mid-history",
          "aging by due date now",
          "aging by due date mid-history",
          "aging by invoice date now",
          "aging by invoice date mid-history");

  private static String path(SeededAccount account, String question) {
    LocalDate middle = account.firstDay().plusDays(account.days() / 2);
    String asked = question.startsWith("balance") ? "balance?" : "aging?";
    String basis = question.contains("invoice date") ? "basis=invoiceDate&" : "";
    String asOf = question.endsWith("mid-history") ? "asOf=" + middle : "";
    String whole = asked + basis + asOf;
    return account.path(whole.replaceAll("[?&]$", ""));
  }

  private static Findings ask(Service service, List<SeededAccount> accounts, int times, int rounds)
      throws IOException {
    Findings found = new Findings();
    try (HttpConnection connection = service.connect()) {
      for (int round = 0; round < rounds; round++) {
        for (String question : QUESTIONS) {
          Map<SeededAccount, List<Double>> millis = new LinkedHashMap<>();
          for (int time = 0; time < times; time++) {
            for (SeededAccount account : shuffled(accounts, time)) {
              byte[] request = service.requests().get(path(account, question));
              millis
                  .computeIfAbsent(account, one -> new ArrayList<>())
                  .add(connection.timed(request));
            }
          }
          millis.forEach((account, each) -> found.add(question, account, Ratio.median(each)));
        }
      }
    }
    return found;
  }

  /** Nobody is always asked after the same one: the largest leaves the caches its own pages. */
  private static List<SeededAccount> shuffled(List<SeededAccount> accounts, int time) {
    List<SeededAccount> order = new ArrayList<>(accounts);
    Collections.shuffle(order, new Random(time));
    return order;
  }

  private record Asked(String question, SeededAccount account) {}

  /** The median of each round. */
  private static final class Findings {

    private final Map<Asked, List<Double>> medians = new LinkedHashMap<>();

    void add(String question, SeededAccount account, double median) {
      medians.computeIfAbsent(new Asked(question, account), one -> new ArrayList<>()).add(median);
    }

    private List<Double> of(String question, SeededAccount account) {
      return Objects.requireNonNull(medians.get(new Asked(question, account)));
    }

    Ratio ratio(String question, SeededAccount one, SeededAccount other) {
      return Ratio.ofMedians(of(question, one), of(question, other));
    }

    List<List<String>> rows(List<SeededAccount> accounts) {
      List<List<String>> rows = new ArrayList<>();
      List<String> headings = new ArrayList<>(List.of(""));
      accounts.forEach(
          account -> headings.add("%d in %d days".formatted(account.invoices(), account.days())));
      rows.add(headings);
      for (String question : QUESTIONS) {
        List<String> row = new ArrayList<>(List.of(question));
        accounts.forEach(account -> row.add(Text.decimals(2, Ratio.median(of(question, account)))));
        rows.add(row);
      }
      return rows;
    }
  }
}
