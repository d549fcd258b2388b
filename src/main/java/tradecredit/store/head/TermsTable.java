package tradecredit.store.head;

import static tradecredit.store.sql.RowsStatement.date;
import static tradecredit.store.sql.RowsStatement.flag;
import static tradecredit.store.sql.RowsStatement.instant;
import static tradecredit.store.sql.RowsStatement.integer;
import static tradecredit.store.sql.RowsStatement.money;
import static tradecredit.store.sql.RowsStatement.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.ProductId;
import tradecredit.ledger.TermsChange;
import tradecredit.ledger.TermsVersion;
import tradecredit.money.Discount;
import tradecredit.store.sql.RowsStatement;
import tradecredit.store.sql.WriteGroup;

/** How versions of the terms are written; {@link TermsStore} reads them. */
public final class TermsTable {

  private static final RowsStatement<Row> TERMS =
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
          instant("recorded_at", Row::recordedAt));

  private static final RowsStatement<DiscountRow> DISCOUNTS =
      RowsStatement.insert(
          "terms_discount",
          integer("version", DiscountRow::version),
          text("product_id", row -> row.product().value()),
          integer("discount", row -> row.discount().basisPoints()));

  private TermsTable() {}

  private record Row(TermsVersion version, Instant recordedAt) {

    boolean changes(Function<TermsChange, @Nullable Object> part) {
      TermsChange change = version.change();
      return change != null && part.apply(change) != null;
    }
  }

  /** A pinned discount of a version. */
  private record DiscountRow(int version, ProductId product, Discount discount) {}

  /** Adds a version, and when it was agreed, to what is written of its account. */
  public static void add(WriteGroup group, TermsVersion version, Instant recordedAt) {
    List<DiscountRow> discounts =
        version.terms().discounts().entrySet().stream()
            .map(
                (Map.Entry<ProductId, Discount> pinned) ->
                    new DiscountRow(version.version(), pinned.getKey(), pinned.getValue()))
            .toList();
    group.add(TERMS, List.of(new Row(version, recordedAt))).add(DISCOUNTS, discounts);
  }
}
