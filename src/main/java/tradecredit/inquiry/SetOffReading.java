package tradecredit.inquiry;

import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.SetOffDocument;

/**
 * A set-off as it is now.
 *
 * @param first the half on the account whose id comes first
 * @param second the other half
 * @param proposed by whom and when
 * @param decided by whom and when; null while it is proposed
 */
public record SetOffReading(
    HalfReading first, HalfReading second, Recorded proposed, @Nullable Recorded decided) {

  /**
   * One account's half.
   *
   * @param proposal as it was proposed
   * @param decision what was decided; null while it is proposed
   */
  public record HalfReading(
      AccountId account,
      SetOffDocument.Proposed proposal,
      SetOffDocument.@Nullable Decided decision) {}
}
