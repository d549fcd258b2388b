package tradecredit.agreement;

/**
 * A fault in an agreement file, told so that its operator finds it.
 *
 * <p>Its message reads, for example: {@code config/agreement.yml, line 31,
 * accounts[1].terms.creditLimit: "50000" is not an amount with two decimals}.
 */
public final class AgreementFileException extends RuntimeException {

  private final String file;
  private final int line;
  private final String keyPath;
  private final String reason;

  AgreementFileException(String file, int line, String keyPath, String reason) {
    super(file + ", line " + line + (keyPath.isEmpty() ? "" : ", " + keyPath) + ": " + reason);
    this.file = file;
    this.line = line;
    this.keyPath = keyPath;
    this.reason = reason;
  }

  /** The file's name, as it was given to the reader. */
  public String file() {
    return file;
  }

  /** The line of the fault, from 1. */
  public int line() {
    return line;
  }

  /** The keys from the top down to the fault; empty where the fault is of the file as a whole. */
  public String keyPath() {
    return keyPath;
  }

  /** What is wrong. */
  public String reason() {
    return reason;
  }
}
