package tradecredit.ledger;

import java.time.Instant;
import java.util.List;
import tradecredit.agreement.AccountId;
import tradecredit.platform.Digests;

/**
 * The hash chain of an account. The hash of an entry is the SHA-256, in lower-case hexadecimal, of
 * the previous entry's hash (64 digits; zeros before the first) followed by the entry's canonical
 * bytes: these fields as {@link Netstrings} in UTF-8: account id, sequence, kind, amount, balance
 * before, balance after (cents), effective date, business date (ISO 8601), recorded at (ISO 8601,
 * UTC), principal, document number, and the SHA-256 of the document: its own fields, then its
 * lines, then its movements, in the order of {@link Document#canonical()} and {@link Movement}.
 *
 * <p>So a changed, missing or cut-off row of any of them is found by walking the chain, which must
 * end at the head's hash.
 */
public final class EntryChain {

  /** What stands where the first entry's previous hash would. */
  public static final String GENESIS = "0".repeat(64);

  private EntryChain() {}

  /** Seals the document that {@code passage} brings and its movements into the next entry. */
  static Entry next(Position before, Register.Passage passage, Instant recordedAt) {
    Document document = passage.document();
    Entry open =
        new Entry(
            before.account(),
            document.sequence(),
            document.act(),
            passage.amount(),
            before.balance(),
            before.balance().plus(passage.amount()),
            passage.effectiveDate(),
            before.businessDate(),
            recordedAt,
            passage.principal(),
            document.documentNumber(),
            before.hash(),
            "");
    return sealed(open, hash(open, document, passage.movements()));
  }

  private static Entry sealed(Entry open, String hash) {
    return new Entry(
        open.account(),
        open.sequence(),
        open.act(),
        open.amount(),
        open.balanceBefore(),
        open.balanceAfter(),
        open.effectiveDate(),
        open.businessDate(),
        open.recordedAt(),
        open.principal(),
        open.documentNumber(),
        open.previousHash(),
        hash);
  }

  /** The hash that {@code entry} must carry, recomputed from the rows it seals. */
  public static String hash(Entry entry, Document document, List<Movement> movements) {
    return Digests.sha256Hex(entry.previousHash() + canonical(entry, document, movements));
  }

  private static String canonical(Entry entry, Document document, List<Movement> movements) {
    Netstrings moved = new Netstrings();
    for (Movement movement : movements) {
      movement.addTo(moved);
    }
    AccountId account = entry.account();
    return new Netstrings()
        .add(account.value())
        .add(entry.sequence())
        .add(entry.act().wireName())
        .add(entry.amount())
        .add(entry.balanceBefore())
        .add(entry.balanceAfter())
        .add(entry.effectiveDate())
        .add(entry.businessDate())
        .add(entry.recordedAt().toString())
        .add(entry.principal())
        .add(entry.documentNumber())
        .add(Digests.sha256Hex(document.canonical() + moved))
        .toString();
  }
}
