package tradecredit.bench;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What the sections found: their own lines, printed at once, and one table of ratios at the end.
 */
final class Report {

  private static final List<String> HEADINGS =
      List.of("section", "what", "measured", "beside", "ratio", "rounds", "aim", "");

  private static final int WIDEST = 100;

  private final List<List<String>> ratios = new ArrayList<>();
  private String section = "";

  /** Begins a section. */
  void begin(String name) {
    section = name;
    say("");
    say("== " + name);
  }

  /** Prints a line. */
  void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Prints rows as a table. */
  void table(List<List<String>> rows) {
    Text.table(rows).forEach(this::say);
  }

  /** Adds a ratio to the table at the end. */
  synchronized void add(String what, String unit, Ratio ratio, Aim aim) {
    ratios.add(
        List.of(
            section,
            what,
            Text.figure(ratio.measured()) + unit,
            Text.figure(ratio.beside()) + unit,
            Text.ratio(ratio.value()),
            ratio.spread(),
            aim.toString(),
            aim.verdict(ratio.value())));
  }

  /** Adds to the table that something was not measured, and why. */
  synchronized void notMeasured(String why) {
    say("not measured: " + why);
    ratios.add(List.of(section, "not measured: " + why, "", "", "", "", "", ""));
  }

  /** Prints why a section ended, and adds that to the table. */
  synchronized void fail(Throwable fault) {
    StringWriter trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    say(trace.toString().stripTrailing());
    ratios.add(List.of(section, "FAILED: " + firstLine(fault), "", "", "", "", "", ""));
  }

  private static String firstLine(Throwable fault) {
    String line = fault.toString().lines().findFirst().orElse("");
    return line.length() > WIDEST ? line.substring(0, WIDEST) + " ..." : line;
  }

  /** Prints the table of all ratios. */
  synchronized void printRatios() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    rows.addAll(ratios);
    say("");
    table(rows.stream().map(Report::ordered).toList());
  }

  /** The words first: section and what in one left column. */
  private static List<String> ordered(List<String> row) {
    List<String> ordered = new ArrayList<>();
    ordered.add("%-12s  %s".formatted(row.get(0), row.get(1)));
    ordered.addAll(row.subList(2, row.size()));
    return ordered;
  }
}
