package tradecredit.note;

import java.time.Instant;
import java.time.LocalDate;
import tradecredit.agreement.AgreementId;
import tradecredit.money.Money;

/**
 * The immutable record of one act on the note, chained to the one before.
 *
 * @param agreement whose note
 * @param sequence 1 is the note itself; 2, 3 … its payments and their returns, without gaps
 * @param act what was done
 * @param amount by how much it changed what is unpaid
 * @param unpaidBefore what was unpaid of the note before
 * @param unpaidAfter and after
 * @param effectiveDate when it counts
 * @param businessDate the book's day when it was recorded
 * @param recordedAt when the book learned it; strictly increasing
 * @param recordedBy who recorded it
 * @param documentNumber the payment's reference, of a return, too
 * @param previousHash the hash of the entry before
 * @param hash this entry's; see {@link NoteChain}
 */
public record NoteEntry(
    AgreementId agreement,
    long sequence,
    NoteAct act,
    Money amount,
    Money unpaidBefore,
    Money unpaidAfter,
    LocalDate effectiveDate,
    LocalDate businessDate,
    Instant recordedAt,
    String recordedBy,
    String documentNumber,
    String previousHash,
    String hash) {

  NoteEntry sealed(String digest) {
    return new NoteEntry(
        agreement,
        sequence,
        act,
        amount,
        unpaidBefore,
        unpaidAfter,
        effectiveDate,
        businessDate,
        recordedAt,
        recordedBy,
        documentNumber,
        previousHash,
        digest);
  }
}
