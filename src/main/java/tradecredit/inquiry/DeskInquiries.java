package tradecredit.inquiry;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Act;
import tradecredit.ledger.Document;

/** What can be asked of the credit desk. Each call is one consistent reading. */
public interface DeskInquiries {

  /** A document as it was posted: what is found once, is found for ever. */
  Optional<Document> document(AccountId account, Act act, long sequence);

  /** A page of cases of a kind in the order of their sequence. */
  Slice<CaseReading> cases(
      AccountId account, CaseKind kind, CaseFilter filter, long after, int limit);

  /** One of them. */
  Optional<CaseReading> oneCase(AccountId account, CaseKind kind, long sequence);

  /**
   * A page of breaches in the order of their number.
   *
   * @param asOf as they stood at the end of that day; null for now
   */
  Slice<BreachReading> breaches(AccountId account, @Nullable LocalDate asOf, long after, int limit);

  /** Whether there is a breach of that number. */
  boolean isBreach(AccountId account, long number);

  /**
   * The terms; {@code asOf} null is the business date.
   *
   * @param after the version after which the slice of all begins
   */
  TermsReading terms(AccountId account, @Nullable LocalDate asOf, long after, int limit);
}
