package tradecredit.http.files;

import java.util.List;
import java.util.stream.Collectors;
import tradecredit.http.wire.PayloadDigest;
import tradecredit.ledger.InvoiceNumber;

/**
 * Consecutive rows of one invoice number: the lines of one invoice.
 *
 * @param rows at least one; those beyond what an invoice may have, in rows or in characters, are
 *     not kept
 * @param lines the lines of all its rows
 */
record ImportGroup(List<ImportRow> rows, List<Long> lines) {

  String number() {
    return rows.getFirst().number();
  }

  /** Whether its number is one that an invoice may have. */
  boolean isNumbered() {
    return InvoiceNumber.isOne(number());
  }

  /** How much it is, as a lane weighs it: its invoice and the lines of that. */
  long weight() {
    return 1L + lines.size();
  }

  /** Whether it has all its rows: no more, and no longer ones, than an invoice may have. */
  boolean isWhole() {
    return rows.size() == lines.size();
  }

  String canonical() {
    return rows.stream().map(ImportRow::canonical).collect(Collectors.joining("\n"));
  }

  /**
   * What makes the group the same one when the file is sent again. A group with more rows than are
   * kept gets a digest that no postable group can have.
   */
  String digest(String path) {
    boolean isTold = isWhole() && rows.stream().allMatch(ImportRow::isToldByFields);
    return PayloadDigest.ofFile(path, isTold ? canonical() : canonical() + "\nand more");
  }
}
