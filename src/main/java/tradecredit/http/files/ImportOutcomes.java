package tradecredit.http.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tradecredit.http.wire.Fault;

/**
 * What became of each row of an import. Of a decided row that is a few bytes: the answer is rebuilt
 * from the decisions' numbers when it is sent. A malformed row's fault is kept, some hundred bytes.
 */
final class ImportOutcomes {

  private final List<RowOutcome> rows = new ArrayList<>();
  private boolean anyReplayed;
  private boolean anyNew;

  /** What became of a row. */
  sealed interface RowOutcome {

    /** Its line in the file. */
    long line();
  }

  /** Its invoice was decided. */
  record Decided(long line, long decision) implements RowOutcome {}

  /** It, or another row of its invoice, is not well formed. */
  record Malformed(long line, Fault fault) implements RowOutcome {}

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
    Map<String, Fault> byPointer = new HashMap<>();
    faults.forEach(fault -> byPointer.putIfAbsent(fault.pointer(), fault));
    for (long line : lines) {
      rows.add(new Malformed(line, byPointer.getOrDefault("line:" + line, faults.getFirst())));
    }
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
