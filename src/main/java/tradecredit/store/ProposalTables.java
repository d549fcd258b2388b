package tradecredit.store;

import static tradecredit.store.RowsStatement.date;
import static tradecredit.store.RowsStatement.instant;
import static tradecredit.store.RowsStatement.integer;
import static tradecredit.store.RowsStatement.money;
import static tradecredit.store.RowsStatement.number;
import static tradecredit.store.RowsStatement.optionalDate;
import static tradecredit.store.RowsStatement.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.ProductId;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.TermsVersion;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/** How proposals, what was decided of them, and new terms are written. */
final class ProposalTables {

  private ProposalTables() {}

  static final RowsStatement<DeskDocument.WriteOff> WRITE_OFFS =
      new RowsStatement<>(
          """
          INSERT INTO write_off (account_id, sequence, invoice_sequence, amount, reason)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.invoice_sequence, r.amount, r.reason
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY))
            AS r (sequence, invoice_sequence, amount, reason)""",
          List.of(
              number(DeskDocument.WriteOff::sequence),
              number(DeskDocument.WriteOff::invoiceSequence),
              money(DeskDocument.WriteOff::amount),
              text(DeskDocument.WriteOff::reason)));

  static final RowsStatement<DeskDocument.WriteOffDecision> WRITE_OFF_DECISIONS =
      new RowsStatement<>(
          """
          INSERT INTO write_off_decision (account_id, sequence, write_off_sequence, verdict, note)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.write_off_sequence, r.verdict, r.note
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY),
            CAST(? AS VARCHAR ARRAY)) AS r (sequence, write_off_sequence, verdict, note)""",
          List.of(
              number(DeskDocument.WriteOffDecision::sequence),
              number(DeskDocument.WriteOffDecision::writeOffSequence),
              text(decision -> decision.verdict().wireName()),
              text(DeskDocument.WriteOffDecision::note)));

  static final RowsStatement<DeskDocument.TermsAmendment> AMENDMENTS =
      new RowsStatement<>(
          """
          INSERT INTO terms_amendment (account_id, sequence, side, effective_date, credit_limit, net_days, discounts,
            thresholds, reason)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.side, r.effective_date, r.credit_limit, r.net_days, r.discounts,
            r.thresholds, r.reason
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS DATE ARRAY), CAST(? AS BIGINT ARRAY),
            CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY))
            AS r (sequence, side, effective_date, credit_limit, net_days, discounts, thresholds, reason)""",
          List.of(
              number(DeskDocument.TermsAmendment::sequence),
              text(DeskDocument.TermsAmendment::side),
              date(DeskDocument.TermsAmendment::effectiveDate),
              number(amendment -> cents(amendment.change().creditLimit())),
              number(amendment -> wide(amendment.change().netDays())),
              text(amendment -> TermsTexts.discounts(amendment.change().discounts())),
              text(amendment -> TermsTexts.thresholds(amendment.change().thresholds())),
              text(DeskDocument.TermsAmendment::reason)));

  private static @Nullable Long cents(@Nullable Money amount) {
    return amount == null ? null : Long.valueOf(amount.cents());
  }

  private static @Nullable Long wide(@Nullable Integer number) {
    return number == null ? null : Long.valueOf(number);
  }

  static final RowsStatement<DeskDocument.AmendmentDecision> AMENDMENT_DECISIONS =
      new RowsStatement<>(
          """
          INSERT INTO amendment_decision (account_id, sequence, amendment_sequence, side, verdict, note, terms_version,
            effective_date)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.amendment_sequence, r.side, r.verdict, r.note, r.terms_version,
            r.effective_date
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY),
            CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS DATE ARRAY))
            AS r (sequence, amendment_sequence, side, verdict, note, terms_version, effective_date)""",
          List.of(
              number(DeskDocument.AmendmentDecision::sequence),
              number(DeskDocument.AmendmentDecision::amendmentSequence),
              text(DeskDocument.AmendmentDecision::side),
              text(decision -> decision.verdict().wireName()),
              text(DeskDocument.AmendmentDecision::note),
              number(DeskDocument.AmendmentDecision::termsVersion),
              optionalDate(DeskDocument.AmendmentDecision::effectiveDate)));

  /** A version of the terms and when it was agreed. */
  record TermsRow(TermsVersion version, Instant recordedAt) {}

  static final RowsStatement<TermsRow> TERMS =
      new RowsStatement<>(
          """
          INSERT INTO terms (account_id, version, effective_date, credit_limit, net_days, requires_good_standing,
            thresholds, recorded_at)
          SELECT CAST(? AS VARCHAR(64)), r.version, r.effective_date, r.credit_limit, r.net_days,
            r.requires_good_standing = 1, r.thresholds, r.recorded_at
          FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS DATE ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY),
            CAST(? AS INTEGER ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS TIMESTAMP WITH TIME ZONE ARRAY))
            AS r (version, effective_date, credit_limit, net_days, requires_good_standing, thresholds, recorded_at)""",
          List.of(
              integer(row -> row.version().version()),
              date(row -> row.version().effectiveDate()),
              money(row -> row.version().terms().creditLimit()),
              integer(row -> row.version().terms().netDays()),
              integer(row -> row.version().terms().requiresGoodStanding() ? 1 : 0),
              text(row -> TermsTexts.thresholds(row.version().terms().thresholds())),
              instant(TermsRow::recordedAt)));

  /** A pinned discount of a version. */
  record DiscountRow(int version, ProductId product, Discount discount) {}

  static final RowsStatement<DiscountRow> DISCOUNTS =
      new RowsStatement<>(
          """
          INSERT INTO terms_discount (account_id, version, product_id, discount)
          SELECT CAST(? AS VARCHAR(64)), r.version, r.product_id, r.discount
          FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS INTEGER ARRAY))
            AS r (version, product_id, discount)""",
          List.of(
              integer(DiscountRow::version),
              text(row -> row.product().value()),
              integer(row -> row.discount().basisPoints())));

  static List<DiscountRow> discounts(TermsVersion version) {
    return version.terms().discounts().entrySet().stream()
        .map(
            (Map.Entry<ProductId, Discount> pinned) ->
                new DiscountRow(version.version(), pinned.getKey(), pinned.getValue()))
        .toList();
  }
}
