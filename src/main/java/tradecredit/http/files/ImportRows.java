package tradecredit.http.files;

import java.util.List;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.Fault;
import tradecredit.http.wire.Problem;

/** Problems of rows. */
final class ImportRows {

  private ImportRows() {}

  /**
   * The problem of a row that is not well formed itself, or shares its invoice with one that is
   * not.
   */
  static Problem problem(long line, Fault fault, String path) {
    String pointer = "line:" + line;
    Fault own =
        fault.pointer().equals(pointer)
            ? fault
            : new Fault(
                pointer,
                fault.code(),
                "its invoice is not posted because of %s: %s"
                    .formatted(fault.pointer(), fault.detail()));
    String code = fault.code().equals(Codes.UNKNOWN_PRODUCT) ? fault.code() : Codes.INVALID_REQUEST;
    return Problem.of(400, code, Codes.INVALID_REQUEST_TITLE, own.detail(), path)
        .withErrors(List.of(own));
  }
}
