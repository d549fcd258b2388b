package tradecredit.inquiry;

import java.util.List;
import tradecredit.ledger.Document;

/**
 * Where a credit is applied now.
 *
 * @param allocations the invoices; on a page of credits, the first {@link #MOST_ON_A_PAGE} of each
 * @param omitted how many invoices more it is applied to
 */
public record AppliedCredit(List<Document.Allocation> allocations, long omitted) {

  /** How many invoices a page names of each credit at most. */
  public static final int MOST_ON_A_PAGE = 100;

  /** Applied to no invoice. */
  public static final AppliedCredit NOWHERE = new AppliedCredit(List.of(), 0);

  /** Keeps the invoices. */
  public AppliedCredit {
    allocations = List.copyOf(allocations);
  }
}
