package tradecredit.ledger;

import java.util.Arrays;

/**
 * What a posting does to the book; the {@code kind} of an entry and the {@code type} of its
 * document.
 */
public enum Act {
  INVOICE("invoice", 1),
  PAYMENT("payment", 2),
  /** An atomic batch that was refused as a whole; it never becomes an entry. */
  INVOICE_BATCH("invoiceBatch", 0);

  private final String wireName;

  private final int idBits;

  Act(String wireName, int idBits) {
    this.wireName = wireName;
    this.idBits = idBits;
  }

  /** What stands for it in a {@link DocumentId}; never changes. */
  int idBits() {
    return idBits;
  }

  /** The name in the API and in the tables. */
  public String wireName() {
    return wireName;
  }

  /** Reads {@link #wireName()}. */
  public static Act of(String wireName) {
    return Arrays.stream(values())
        .filter(act -> act.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no act is named " + wireName));
  }
}
