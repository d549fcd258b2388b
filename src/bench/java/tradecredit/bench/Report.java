package tradecredit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The lines of the report: one table per question, in plain text. */
final class Report {

  private static final int[] RATES = {11, 9, 8, 8, 11, 8, 8, 8, 16, 9, 15};
  private static final int[] BATCHES = {11, 9, 9, 9, 13, 8, 13};
  private static final int[] IMPORTS = {11, 9, 11, 13, 11};

  private final List<String> lines = new ArrayList<>();

  /** Adds a line as it is. */
  void add(String line) {
    lines.add(line);
  }

  private void row(int[] widths, Object... cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i].toString();
      line.append(" ".repeat(Math.max(i == 0 ? 0 : 1, widths[i] - cell.length()))).append(cell);
    }
    lines.add(line.toString().stripTrailing());
  }

  /** One posting a request. */
  void addRates(List<PairedRounds.Result> results) {
    row(
        RATES,
        "",
        "service",
        "",
        "",
        "row lock",
        "",
        "",
        "",
        "ratio of",
        "postings",
        "CPU us/posting");
    row(
        RATES,
        "connections",
        "posts/s",
        "p50 ms",
        "p99 ms",
        "posts/s",
        "p50 ms",
        "p99 ms",
        "ratio",
        "each round",
        "a commit",
        "svc+db+driver");
    results.forEach(this::addRate);
    add("");
  }

  private void addRate(PairedRounds.Result result) {
    Window service = result.service();
    Window baseline = result.baseline();
    row(
        RATES,
        result.connections(),
        decimals(0, service.rate()),
        millis(service, 50),
        millis(service, 99),
        decimals(0, baseline.rate()),
        millis(baseline, 50),
        millis(baseline, 99),
        ratio(result.ratio()),
        rounds(result.ratios()),
        decimals(1, service.postingsPerCommit()),
        processors(service));
  }

  private static String processors(Window window) {
    Costs.Spent spent = window.spent();
    return String.join(
        "+",
        decimals(0, window.microsPerPosting(spent.service())),
        decimals(0, window.microsPerPosting(spent.database())),
        decimals(0, window.microsPerPosting(spent.driver())));
  }

  /** Many postings a request. */
  void addBatches(List<BatchCalls.Result> results) {
    row(
        BATCHES,
        "batch of",
        "slowest",
        "posts/s",
        "fastest",
        "bare rows/s",
        "ratio",
        "two at once");
    for (BatchCalls.Result result : results) {
      row(
          BATCHES,
          result.size(),
          decimals(0, result.alone().getFirst()),
          decimals(0, BatchCalls.Result.median(result.alone())),
          decimals(0, result.alone().getLast()),
          decimals(0, BatchCalls.Result.median(result.bare())),
          ratio(result.ratio()),
          decimals(0, BatchCalls.Result.median(result.together())));
    }
    add("");
  }

  /** The imports; {@code before} is the service's peak memory before the first. */
  void addImports(long before, List<CsvImport.Result> results) {
    if (results.isEmpty()) {
      add("import: not available");
      return;
    }
    row(IMPORTS, "import of", "rows/s", "answer MB", "peak RSS MB", "before MB");
    for (CsvImport.Result result : results) {
      row(
          IMPORTS,
          result.rows(),
          decimals(0, result.rowsPerSecond()),
          result.answerBytes() / 1_000_000,
          result.residentMegabytes(),
          before);
    }
  }

  private static String decimals(int places, double value) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }

  private static String millis(Window window, double percent) {
    return decimals(2, window.percentileMillis(percent));
  }

  private static String ratio(double value) {
    return decimals(2, value) + "x";
  }

  private static String rounds(List<Double> ratios) {
    return ratios.stream().map(Report::ratio).collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return String.join(System.lineSeparator(), lines);
  }
}
