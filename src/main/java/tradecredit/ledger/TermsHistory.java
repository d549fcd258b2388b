package tradecredit.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All versions of an account's terms. The limit is that of the business date; net days and
 * discounts are those of the invoice date.
 *
 * @param versions in ascending order of version; at least one
 */
public record TermsHistory(List<TermsVersion> versions) {

  /** Orders the versions and refuses a history of none. */
  public TermsHistory {
    versions = versions.stream().sorted(Comparator.comparingInt(TermsVersion::version)).toList();
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("an account has at least the agreement's own terms");
    }
  }

  /**
   * The version in force on {@code date}: the latest that is effective; before the first, the
   * first.
   */
  public TermsVersion on(LocalDate date) {
    for (int i = versions.size() - 1; i > 0; i--) {
      if (!versions.get(i).effectiveDate().isAfter(date)) {
        return versions.get(i);
      }
    }
    return versions.getFirst();
  }

  /** The last version's number. */
  public int lastVersion() {
    return versions.getLast().version();
  }

  /** The last version, in force now or from a later day on. */
  TermsVersion last() {
    return versions.getLast();
  }

  TermsHistory plus(TermsVersion version) {
    List<TermsVersion> more = new ArrayList<>(versions);
    more.add(version);
    return new TermsHistory(more);
  }

  /** The days after {@code from}, up to {@code to}, on which other terms begin, in order. */
  List<LocalDate> beginningBetween(LocalDate from, LocalDate to) {
    return versions.stream()
        .map(TermsVersion::effectiveDate)
        .filter(date -> date.isAfter(from) && !date.isAfter(to))
        .sorted()
        .distinct()
        .toList();
  }
}
