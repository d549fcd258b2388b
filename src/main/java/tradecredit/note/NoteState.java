package tradecredit.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * All that a decision needs to know of the note.
 *
 * @param position where it stands
 * @param recorded the note as recorded; null until it is
 * @param open what is unpaid of each instalment, in their order; empty until it is recorded
 * @param referenceTaken whether the payment that is asked for has a reference that is taken
 * @param returned what returned the payment whose return is asked for; null where nothing did
 */
public record NoteState(
    NotePosition position,
    @Nullable RecordedNote recorded,
    List<OpenInstalment> open,
    boolean referenceTaken,
    @Nullable Returned returned) {

  /** Keeps its list. */
  public NoteState {
    open = List.copyOf(open);
  }

  /**
   * The note that stands.
   *
   * @param principal its sum
   * @param recordedAt when it was recorded
   * @param recordedBy by whom
   */
  public record RecordedNote(Money principal, Instant recordedAt, String recordedBy) {}

  /**
   * An instalment and what is unpaid of it.
   *
   * @param instalment the instalment
   * @param unpaid from 0.00 to its amount
   * @param reopened the latest day from which a return of a payment on it counts; null where none
   *     was returned
   */
  public record OpenInstalment(Instalment instalment, Money unpaid, @Nullable LocalDate reopened) {}

  /**
   * A payment was returned.
   *
   * @param sequence by this entry
   * @param date its returned date
   */
  public record Returned(long sequence, LocalDate date) {}
}
