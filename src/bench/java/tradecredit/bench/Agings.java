package tradecredit.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    int span = settings.days().getFirst();
    List<SeededAccount> bySize =
        settings.sizes().stream().sorted().map(size -> new SeededAccount(size, span)).toList();
    List<SeededAccount> byDays =
        settings.days().stream()
            .sorted()
            .map(days -> new SeededAccount(settings.daysSize(), days))
            .toList();
    List<SeededAccount> all = new ArrayList<>(bySize);
    byDays.stream().filter(account -> !all.contains(account)).forEach(all::add);
    try (SeededBook book = SeededBook.of(desk, "agings", all)) {
      ask(book.service(), all, WARM_UP, 1);
      Findings found = ask(book.service(), all, ASKED, settings.rounds());
      desk.report().say("medians in milliseconds:");
      desk.report().table(found.rows(all));
      for (String question : QUESTIONS) {
        if (bySize.size() > 1) {
          desk.report()
              .add(
                  "%s, %d invoices beside %d"
                      .formatted(
                          question, bySize.getLast().invoices(), bySize.getFirst().invoices()),
                  " ms",
                  found.ratio(question, bySize.getLast(), bySize.getFirst()),
                  Aim.atMost(AIM));
        }
        for (SeededAccount longer : byDays.subList(1, byDays.size())) {
          desk.report()
              .add(
                  "%s, %d days beside %d"
                      .formatted(question, longer.days(), byDays.getFirst().days()),
                  " ms",
                  found.ratio(question, longer, byDays.getFirst()),
                  Aim.NONE);
        }
      }
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
            for (SeededAccount account : accounts) {
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
