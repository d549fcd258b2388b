package tradecredit.note;

import java.time.Instant;
import java.time.LocalDate;
import tradecredit.ledger.Netstrings;
import tradecredit.platform.Digests;

/**
 * The hash chain of the note, of the same kind as an account's. The hash of an entry is the
 * SHA-256, in lower-case hexadecimal, of the previous entry's hash (64 digits; zeros before the
 * first) followed by the entry's canonical bytes: these fields as {@link Netstrings} in UTF-8:
 * agreement id, sequence, act, amount, unpaid before, unpaid after (cents), effective date,
 * business date (ISO 8601), recorded at (ISO 8601, UTC), recorded by, document number, and the
 * SHA-256 of the document's own fields: of the note its principal, date and instalments, of a
 * payment its reference, date, method, amount and allocations, of a return its payment's entry and
 * reference, its date, reason and amount, and what is unpaid again.
 *
 * <p>So a changed, missing or cut-off row of any of them is found by walking the chain, which must
 * end at the head's hash.
 */
public final class NoteChain {

  private NoteChain() {}

  /** Seals {@code document}, which counts from {@code effective}, into the next entry. */
  static NoteEntry next(
      NotePosition before,
      NoteDocument document,
      LocalDate effective,
      Instant recordedAt,
      String recordedBy) {
    NoteEntry open =
        new NoteEntry(
            before.agreement(),
            before.sequence() + 1,
            document.act(),
            document.change(),
            before.unpaid(),
            before.unpaid().plus(document.change()),
            effective,
            before.businessDate(),
            recordedAt,
            recordedBy,
            document.documentNumber(),
            before.hash(),
            "");
    return open.sealed(hash(open, document));
  }

  /** The hash that {@code entry} must carry, recomputed from the rows it seals. */
  public static String hash(NoteEntry entry, NoteDocument document) {
    return Digests.sha256Hex(
        entry.previousHash()
            + new Netstrings()
                .add(entry.agreement().value())
                .add(entry.sequence())
                .add(entry.act().wireName())
                .add(entry.amount())
                .add(entry.unpaidBefore())
                .add(entry.unpaidAfter())
                .add(entry.effectiveDate())
                .add(entry.businessDate())
                .add(entry.recordedAt().toString())
                .add(entry.recordedBy())
                .add(entry.documentNumber())
                .add(Digests.sha256Hex(document.canonical())));
  }
}
