package tradecredit.store.posting;

import static tradecredit.store.sql.RowsStatement.date;
import static tradecredit.store.sql.RowsStatement.flag;
import static tradecredit.store.sql.RowsStatement.instant;
import static tradecredit.store.sql.RowsStatement.integer;
import static tradecredit.store.sql.RowsStatement.money;
import static tradecredit.store.sql.RowsStatement.number;
import static tradecredit.store.sql.RowsStatement.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.ProductId;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.TermsChange;
import tradecredit.ledger.TermsVersion;
import tradecredit.money.Discount;
import tradecredit.money.Money;
import tradecredit.store.record.TermsTexts;
import tradecredit.store.sql.RowsStatement;

/** How proposals, what was decided of them, and new terms are written. */
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

  /** A version of the terms and when it was agreed. */
  record TermsRow(TermsVersion version, Instant recordedAt) {

    boolean changes(Function<TermsChange, @Nullable Object> part) {
      TermsChange change = version.change();
      return change != null && part.apply(change) != null;
    }
  }

  static final RowsStatement<TermsRow> TERMS =
      RowsStatement.insert(
          "terms",
          integer("version", row -> row.version().version()),
          date("effective_date", row -> row.version().effectiveDate()),
          money("credit_limit", row -> row.version().terms().creditLimit()),
          integer("net_days", row -> row.version().terms().netDays()),
          flag("requires_good_standing", row -> row.version().terms().requiresGoodStanding()),
          text("thresholds", row -> TermsTexts.thresholds(row.version().terms().thresholds())),
          flag("sets_credit_limit", row -> row.changes(TermsChange::creditLimit)),
          flag("sets_net_days", row -> row.changes(TermsChange::netDays)),
          flag("sets_discounts", row -> row.changes(TermsChange::discounts)),
          flag("sets_thresholds", row -> row.changes(TermsChange::thresholds)),
          instant("recorded_at", TermsRow::recordedAt));

  /** A pinned discount of a version. */
  record DiscountRow(int version, ProductId product, Discount discount) {}

  static final RowsStatement<DiscountRow> DISCOUNTS =
      RowsStatement.insert(
          "terms_discount",
          integer("version", DiscountRow::version),
          text("product_id", row -> row.product().value()),
          integer("discount", row -> row.discount().basisPoints()));

  static List<DiscountRow> discounts(TermsVersion version) {
    return version.terms().discounts().entrySet().stream()
        .map(
            (Map.Entry<ProductId, Discount> pinned) ->
                new DiscountRow(version.version(), pinned.getKey(), pinned.getValue()))
        .toList();
  }
}
