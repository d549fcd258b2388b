package tradecredit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures and tables as plain text. */
final class Text {

  private Text() {}

  static String decimals(int places, double value) {
    return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, "%." + places + "f", value);
  }

  /** Without decimals that say nothing. */
  static String plain(double value) {
    return value == Math.rint(value) ? decimals(0, value) : decimals(2, value);
  }

  /** With as many decimals as its size deserves. */
  static String figure(double value) {
    return decimals(value >= 100 ? 0 : value >= 10 ? 1 : 2, value);
  }

  static String ratio(double value) {
    return decimals(2, value) + "x";
  }

  /** Rows whose columns stand below each other: the first to the left, the others to the right. */
  static List<String> table(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        if (i == widths.size()) {
          widths.add(0);
        }
        widths.set(i, Math.max(widths.get(i), row.get(i).length()));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      String padding = " ".repeat(widths.get(i) - cell.length());
      line.append(i == 0 ? cell + padding : "  " + padding + cell);
    }
    return line.toString().stripTrailing();
  }
}
