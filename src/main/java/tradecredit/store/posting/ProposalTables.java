package tradecredit.store.posting;

import static tradecredit.store.sql.RowsStatement.date;
import static tradecredit.store.sql.RowsStatement.money;
import static tradecredit.store.sql.RowsStatement.number;
import static tradecredit.store.sql.RowsStatement.text;

import org.jspecify.annotations.Nullable;
import tradecredit.ledger.DeskDocument;
import tradecredit.money.Money;
import tradecredit.store.head.TermsTexts;
import tradecredit.store.sql.RowsStatement;

/** How proposals and what was decided of them are written. */
final class ProposalTables {

  private ProposalTables() {}

  static final RowsStatement<DeskDocument.WriteOff> WRITE_OFFS =
      RowsStatement.insert(
          "write_off",
          number("sequence", DeskDocument.WriteOff::sequence),
          number("invoice_sequence", DeskDocument.WriteOff::invoiceSequence),
          money("amount", DeskDocument.WriteOff::amount),
          text("reason", DeskDocument.WriteOff::reason));

  static final RowsStatement<DeskDocument.WriteOffDecision> WRITE_OFF_DECISIONS =
      RowsStatement.insert(
          "write_off_decision",
          number("sequence", DeskDocument.WriteOffDecision::sequence),
          number("write_off_sequence", DeskDocument.WriteOffDecision::writeOffSequence),
          text("verdict", decision -> decision.verdict().wireName()),
          text("note", DeskDocument.WriteOffDecision::note));

  static final RowsStatement<DeskDocument.TermsAmendment> AMENDMENTS =
      RowsStatement.insert(
          "terms_amendment",
          number("sequence", DeskDocument.TermsAmendment::sequence),
          text("side", DeskDocument.TermsAmendment::side),
          date("effective_date", DeskDocument.TermsAmendment::effectiveDate),
          number("credit_limit", amendment -> cents(amendment.change().creditLimit())),
          number("net_days", amendment -> wide(amendment.change().netDays())),
          text("discounts", amendment -> TermsTexts.discounts(amendment.change().discounts())),
          text("thresholds", amendment -> TermsTexts.thresholds(amendment.change().thresholds())),
          text("reason", DeskDocument.TermsAmendment::reason));

  private static @Nullable Long cents(@Nullable Money amount) {
    return amount == null ? null : Long.valueOf(amount.cents());
  }

  private static @Nullable Long wide(@Nullable Integer number) {
    return number == null ? null : Long.valueOf(number);
  }

  static final RowsStatement<DeskDocument.AmendmentDecision> AMENDMENT_DECISIONS =
      RowsStatement.insert(
          "amendment_decision",
          number("sequence", DeskDocument.AmendmentDecision::sequence),
          number("amendment_sequence", DeskDocument.AmendmentDecision::amendmentSequence),
          text("side", DeskDocument.AmendmentDecision::side),
          text("verdict", decision -> decision.verdict().wireName()),
          text("note", DeskDocument.AmendmentDecision::note),
          number("terms_version", DeskDocument.AmendmentDecision::termsVersion),
          date("effective_date", DeskDocument.AmendmentDecision::effectiveDate));
}
