package tradecredit.note;

import java.time.Instant;
import java.time.LocalDate;
import tradecredit.agreement.AgreementId;
import tradecredit.money.Money;

/**
 * Where the note stands.
 *
 * @param agreement whose note
 * @param businessDate the latest business date it was decided on; never moves back
 * @param sequence its last entry; 0 until it is recorded
 * @param hash that entry's hash
 * @param decisions its last decision
 * @param recordedAt when that was taken
 * @param unpaid what is unpaid of all instalments
 */
public record NotePosition(
    AgreementId agreement,
    LocalDate businessDate,
    long sequence,
    String hash,
    long decisions,
    Instant recordedAt,
    Money unpaid) {

  /** Whether the note is recorded. */
  public boolean isRecorded() {
    return sequence > 0;
  }

  /** On the book's today, or where it was last decided if that is later. */
  public NotePosition on(LocalDate today) {
    return new NotePosition(
        agreement,
        today.isAfter(businessDate) ? today : businessDate,
        sequence,
        hash,
        decisions,
        recordedAt,
        unpaid);
  }

  NotePosition refused(Instant at) {
    return new NotePosition(agreement, businessDate, sequence, hash, decisions + 1, at, unpaid);
  }

  NotePosition after(NoteEntry entry) {
    return new NotePosition(
        agreement,
        businessDate,
        entry.sequence(),
        entry.hash(),
        decisions + 1,
        entry.recordedAt(),
        entry.unpaidAfter());
  }
}
