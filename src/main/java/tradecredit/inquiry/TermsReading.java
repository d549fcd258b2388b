package tradecredit.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import tradecredit.ledger.TermsVersion;

/**
 * The terms of an account.
 *
 * @param asOf the day that was asked for
 * @param inForce the version in force on it
 * @param versions of all versions that were agreed, in their order, with when the book learned them
 */
public record TermsReading(LocalDate asOf, TermsVersion inForce, Slice<Agreed> versions) {

  /** A version and when the book learned it. */
  public record Agreed(TermsVersion version, Instant recordedAt) {

    /** How many parts are told of it: itself and its discounts. */
    public int parts() {
      return 1 + version.terms().discounts().size();
    }
  }
}
