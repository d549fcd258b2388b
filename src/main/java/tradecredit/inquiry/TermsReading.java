package tradecredit.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tradecredit.ledger.TermsVersion;

/**
 * All terms of an account, agreed so far.
 *
 * @param asOf the day that was asked for
 * @param inForce the version in force on it
 * @param versions all versions with when the book learned them, oldest first
 */
public record TermsReading(LocalDate asOf, TermsVersion inForce, List<Agreed> versions) {

  /** Keeps the versions. */
  public TermsReading {
    versions = List.copyOf(versions);
  }

  /** A version and when the book learned it. */
  public record Agreed(TermsVersion version, Instant recordedAt) {}
}
