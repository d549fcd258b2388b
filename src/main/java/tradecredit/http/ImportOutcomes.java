package tradecredit.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each row of an import, in a few bytes a row: the answer is rebuilt from the decisions' numbers when it is
 * sent.
 */
final class ImportOutcomes {

  private final List<RowOutcome> rows = new ArrayList<>();

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

  void add(RowOutcome outcome) {
    rows.add(outcome);
  }

  /** The group's rows were decided. */
  void decided(List<Long> lines, long decision) {
    for (long line : lines) {
      rows.add(new Decided(line, decision));
    }
  }

  /** The group's rows are malformed; each row is told its own fault, its neighbours the first one. */
  void malformed(List<Long> lines, List<Fault> faults) {
    for (long line : lines) {
      rows.add(new Malformed(line, faultOf(line, faults)));
    }
  }

  private static Fault faultOf(long line, List<Fault> faults) {
    String pointer = "line:" + line;
    for (Fault fault : faults) {
      if (fault.pointer().equals(pointer)) {
        return fault;
      }
    }
    Fault other = faults.getFirst();
    return new Fault(
        pointer, other.code(), "another row of this invoice, " + other.pointer() + ", is not valid: " + other.detail());
  }

  /** The group's rows changed under their key. */
  void changed(List<Long> lines) {
    for (long line : lines) {
      rows.add(new Changed(line));
    }
  }

  /** The file could not be read on. */
  void broken(@Nullable Fault fault) {
    if (fault != null) {
      rows.add(new Malformed(Long.parseLong(fault.pointer().substring("line:".length())), fault));
    }
  }

  int size() {
    return rows.size();
  }

  List<RowOutcome> from(int index, int count) {
    return rows.subList(index, Math.min(rows.size(), index + count));
  }
}
