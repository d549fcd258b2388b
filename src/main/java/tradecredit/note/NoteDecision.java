package tradecredit.note;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * What was asked of the note and what was answered, with what is needed to recompute it.
 *
 * @param number 1, 2, 3 … per note, in the order of deciding
 * @param act what was asked
 * @param sequence the entry that followed; null where refused
 * @param refusal why not; null where accepted
 * @param requested the sum asked for
 * @param noteSequence the note's last entry after it
 * @param unpaid what was unpaid of the note after it
 * @param businessDate the book's day
 * @param recordedAt when it was decided; strictly increasing
 * @param recordedBy who asked
 */
public record NoteDecision(
    long number,
    NoteAct act,
    @Nullable Long sequence,
    @Nullable NoteRefusal refusal,
    Money requested,
    long noteSequence,
    Money unpaid,
    LocalDate businessDate,
    Instant recordedAt,
    String recordedBy) {

  /** Refuses a decision that is neither or both. */
  public NoteDecision {
    if ((sequence == null) == (refusal == null)) {
      throw new IllegalArgumentException("a decision has either an entry or a refusal");
    }
  }
}
