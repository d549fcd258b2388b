package tradecredit.http.agreement;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyGroup;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.Product;
import tradecredit.agreement.Restriction;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.TermsBody;

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
@Schema(name = "Agreement")
public record AgreementBody(
    String id,
    String title,
    LocalDate effectiveDate,
    String timeZone,
    @ApiSchemas.Currency String currency,
    LocalDate businessDate,
    List<PartyBody> parties,
    List<ClauseBody> clauses,
    List<AgreedAccountBody> accounts,
    List<ProductBody> products) {

  /**
   * A company.
   *
   * @param id its id
   * @param name its name
   * @param group the group it acts in; null where it acts alone
   */
  @Serdeable
  @Schema(name = "Party")
  public record PartyBody(String id, String name, @Nullable String group) {}

  /**
   * A clause and what the book does about it.
   *
   * @param number its number
   * @param summary what it says
   * @param treatment {@code enforced}, {@code recorded} or {@code outside}
   * @param how how the book does so, or why it does not
   */
  @Serdeable
  @Schema(name = "Clause")
  public record ClauseBody(
      int number,
      String summary,
      @Schema(
              type = "string",
              allowableValues = {"enforced", "recorded", "outside"})
          String treatment,
      String how) {}

  /**
   * An account as agreed.
   *
   * @param id its id
   * @param supplier the party or group that invoices
   * @param buyer the party or group that owes
   * @param clause the clause that opens it
   * @param terms its first terms
   */
  @Serdeable
  @Schema(name = "AgreedAccount")
  public record AgreedAccountBody(
      String id, String supplier, String buyer, int clause, TermsBody terms) {}

  /**
   * A product, the accounts it is sold on, and what restricts it.
   *
   * @param id its id
   * @param name its name
   * @param soldOn the accounts it may be invoiced on
   * @param restriction until when it may not be sold; null where nothing restricts it
   */
  @Serdeable
  @Schema(name = "Product")
  public record ProductBody(
      String id,
      String name,
      List<String> soldOn,
      @JsonPropertyDescription("until when it may not be sold; null where nothing restricts it")
          @Nullable RestrictionBody restriction) {

    static ProductBody of(Product product) {
      Restriction restriction = product.restriction();
      return new ProductBody(
          product.id().value(),
          product.name(),
          product.soldOn().stream().map(Object::toString).toList(),
          restriction == null
              ? null
              : new RestrictionBody(
                  restriction.clause(), restriction.allowedFrom(), restriction.reason()));
    }
  }

  /**
   * No invoice dated before {@code allowedFrom}.
   *
   * @param clause the clause behind it
   * @param allowedFrom the first invoice date that is taken
   * @param reason why
   */
  @Serdeable
  @Schema(name = "Restriction")
  public record RestrictionBody(int clause, LocalDate allowedFrom, String reason) {}

  static AgreementBody of(Agreement agreement, LocalDate businessDate) {
    return new AgreementBody(
        agreement.id().value(),
        agreement.title(),
        agreement.effectiveDate(),
        agreement.timeZone().getId(),
        agreement.currency().getCurrencyCode(),
        businessDate,
        agreement.parties().stream()
            .map(
                party ->
                    new PartyBody(party.id().value(), party.name(), group(agreement, party.id())))
            .toList(),
        agreement.clauses().stream()
            .map(
                clause ->
                    new ClauseBody(
                        clause.number(),
                        clause.summary(),
                        clause.treatment().name().toLowerCase(Locale.ROOT),
                        clause.how()))
            .toList(),
        agreement.accounts().stream()
            .map(
                account ->
                    new AgreedAccountBody(
                        account.id().value(),
                        account.supplier().value(),
                        account.buyer().value(),
                        account.clause(),
                        TermsBody.of(account.terms())))
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
