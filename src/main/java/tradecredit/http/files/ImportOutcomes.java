package tradecredit.http.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tradecredit.http.wire.Fault;

/**
 * What became of each row of an import, in a few bytes a row: the answer is rebuilt from the
 * decisions' numbers when it is sent. Of a malformed row it is what is wrong with it, in words that
 * rows with the same fault have in common.
 */
final class ImportOutcomes {

  /** So many wordings are looked for among those before. */
  private static final int MOST_WORDINGS = 1000;

  private final List<RowOutcome> rows = new ArrayList<>();
  private final Map<String, String> wordings = new HashMap<>();
  private boolean anyReplayed;
  private boolean anyNew;

  /** What became of a row. */
  sealed interface RowOutcome {

    /** Its line in the file. */
    long line();
  }

  /** Its invoice was decided. */
  record Decided(long line, long decision) implements RowOutcome {}

  /**
   * It, or another row of its invoice, is not well formed.
   *
   * @param faulty the line that is not
   * @param code of the fault
   * @param detail what is wrong there
   */
  record Malformed(long line, long faulty, String code, String detail) implements RowOutcome {}

  /** Under this key its invoice was answered with other rows. */
  record Changed(long line) implements RowOutcome {}

  /**
   * The group's rows were decided.
   *
   * @param replayed whether that was done before, under the same key
   */
  void decided(List<Long> lines, long decision, boolean replayed) {
    anyReplayed |= replayed;
    anyNew |= !replayed;
    for (long line : lines) {
      rows.add(new Decided(line, decision));
    }
  }

  /**
   * The group's rows are malformed; each row is told its own fault, its neighbours share the first
   * one.
   */
  void malformed(List<Long> lines, List<Fault> faults) {
    Map<Long, Fault> byLine = new HashMap<>();
    faults.forEach(fault -> byLine.putIfAbsent(ImportRow.lineAt(fault.pointer()), fault));
    for (long line : lines) {
      Fault fault = byLine.getOrDefault(line, faults.getFirst());
      rows.add(
          new Malformed(
              line, ImportRow.lineAt(fault.pointer()), fault.code(), wording(fault.detail())));
    }
  }

  private String wording(String detail) {
    return wordings.size() < MOST_WORDINGS
        ? wordings.computeIfAbsent(detail, same -> same)
        : wordings.getOrDefault(detail, detail);
  }

  /** The group's rows changed under their key. */
  void changed(List<Long> lines) {
    anyNew = true;
    for (long line : lines) {
      rows.add(new Changed(line));
    }
  }

  /** The file broke off in the midst of a group: what else was to come, nobody knows. */
  void brokenOff(List<Long> lines, Fault fault) {
    anyNew = true;
    malformed(lines, List.of(fault));
  }

  /** Whether all that can be decided had been before, and nothing else was asked. */
  boolean isReplay() {
    return anyReplayed && !anyNew;
  }

  int size() {
    return rows.size();
  }

  /**
   * The line of a row, from 0, of those that were decided together with the one at {@code index}.
   */
  long lineOf(int index, int row) {
    int begin = index;
    while (begin > 0 && isOneDecision(begin - 1, index)) {
      begin--;
    }
    return rows.get(begin + row).line();
  }

  private boolean isOneDecision(int index, int other) {
    return rows.get(index) instanceof Decided one
        && rows.get(other) instanceof Decided two
        && one.decision() == two.decision();
  }

  List<RowOutcome> from(int index, int count) {
    return rows.subList(index, Math.min(rows.size(), index + count));
  }
}
