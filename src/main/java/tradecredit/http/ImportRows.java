package tradecredit.http;

import java.util.List;

/** Problems of rows. */
final class ImportRows {

  private ImportRows() {}

  /** The problem of a row that is not well formed. */
  static Problem problem(Fault fault, String path) {
    String code = fault.code().equals(Codes.UNKNOWN_PRODUCT) ? fault.code() : Codes.INVALID_REQUEST;
    return Problem.of(400, code, "The row is not valid", fault.detail(), path).withErrors(List.of(fault));
  }
}
