package tradecredit.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tradecredit.agreement.Terms;

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

  /**
   * The versions that an amendment from a day on adds: its own, then one for each later day for
   * which other terms are agreed already. What was agreed for those days holds from them on, as
   * before; all else stays as the amendment has it.
   *
   * <p>Example: the limit is 50000.00 and net 21 days; from December a limit of 80000.00 is agreed.
   * A limit of 40000.00 and net 30 days, from July on, add two versions: these from July, and the
   * limit of 80000.00 with net 30 days from December.
   *
   * @throws IllegalArgumentException if the change makes terms that cannot be
   */
  List<TermsVersion> amendedBy(TermsChange change, LocalDate from) {
    List<TermsVersion> added = new ArrayList<>();
    Terms terms = change.on(on(from).terms());
    added.add(new TermsVersion(lastVersion() + 1, from, terms, change));
    for (Map.Entry<LocalDate, TermsChange> later : agreedAfter(from).entrySet()) {
      terms = later.getValue().on(terms);
      added.add(
          new TermsVersion(
              lastVersion() + 1 + added.size(), later.getKey(), terms, later.getValue()));
    }
    return added;
  }

  private Map<LocalDate, TermsChange> agreedAfter(LocalDate day) {
    Map<LocalDate, TermsChange> agreed = new TreeMap<>();
    for (TermsVersion version : versions) {
      if (version.change() != null && version.effectiveDate().isAfter(day)) {
        agreed.merge(version.effectiveDate(), version.change(), TermsChange::then);
      }
    }
    return agreed;
  }

  TermsHistory plus(List<TermsVersion> added) {
    List<TermsVersion> more = new ArrayList<>(versions);
    more.addAll(added);
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
