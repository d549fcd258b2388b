package tradecredit.http;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyGroup;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.Product;
import tradecredit.agreement.Restriction;

/**
 * The agreement as the book holds it.
 *
 * @param id its id
 * @param title what it is
 * @param effectiveDate nothing in the book is effective before it
 * @param timeZone where its days begin
 * @param currency ISO 4217
 * @param businessDate the book's today
 * @param parties who made it; {@code group} names the group a party acts in, or null
 * @param clauses each with what the book does about it
 * @param accounts the trading accounts and their first terms
 * @param products what is traded, and where
 */
@Serdeable
public record AgreementBody(
    String id,
    String title,
    LocalDate effectiveDate,
    String timeZone,
    String currency,
    LocalDate businessDate,
    List<PartyBody> parties,
    List<ClauseBody> clauses,
    List<AgreedAccountBody> accounts,
    List<ProductBody> products) {

  /** A company. */
  @Serdeable
  public record PartyBody(String id, String name, @Nullable String group) {}

  /** A clause: {@code treatment} is {@code enforced}, {@code recorded} or {@code outside}; {@code how} says how or why. */
  @Serdeable
  public record ClauseBody(int number, String summary, String treatment, String how) {}

  /** An account as agreed. */
  @Serdeable
  public record AgreedAccountBody(String id, String supplier, String buyer, int clause, TermsBody terms) {}

  /** A product, the accounts it is sold on, and what restricts it. */
  @Serdeable
  public record ProductBody(
      String id, String name, List<String> soldOn, @Nullable RestrictionBody restriction) {

    static ProductBody of(Product product) {
      Restriction restriction = product.restriction();
      return new ProductBody(
          product.id().value(), product.name(), product.soldOn().stream().map(Object::toString).toList(),
          restriction == null
              ? null
              : new RestrictionBody(restriction.clause(), restriction.allowedFrom(), restriction.reason()));
    }
  }

  /** No invoice dated before {@code allowedFrom}. */
  @Serdeable
  public record RestrictionBody(int clause, LocalDate allowedFrom, String reason) {}

  static AgreementBody of(Agreement agreement, LocalDate businessDate) {
    return new AgreementBody(
        agreement.id().value(), agreement.title(), agreement.effectiveDate(), agreement.timeZone().getId(),
        agreement.currency().getCurrencyCode(), businessDate,
        agreement.parties().stream()
            .map(party -> new PartyBody(party.id().value(), party.name(), group(agreement, party.id())))
            .toList(),
        agreement.clauses().stream()
            .map(
                clause ->
                    new ClauseBody(
                        clause.number(), clause.summary(), clause.treatment().name().toLowerCase(Locale.ROOT),
                        clause.how()))
            .toList(),
        agreement.accounts().stream()
            .map(
                account ->
                    new AgreedAccountBody(
                        account.id().value(), account.supplier().value(), account.buyer().value(),
                        account.clause(), TermsBody.of(account.terms())))
            .toList(),
        agreement.products().stream().map(ProductBody::of).toList());
  }

  private static @Nullable String group(Agreement agreement, PartyId party) {
    return agreement.groups().stream()
        .filter(group -> group.members().contains(party))
        .map(PartyGroup::id)
        .map(PartyId::value)
        .findFirst()
        .orElse(null);
  }
}
