package tradecredit.http.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.Company;
import tradecredit.agreement.Party;
import tradecredit.agreement.PartyGroup;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.ProductId;
import tradecredit.covenant.Sale;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.JsonFields;
import tradecredit.http.wire.Texts;
import tradecredit.money.Discount;

/** Reads the sale of a covenant check; whoever and whatever it names, the agreement must know. */
record CovenantReader(Agreement agreement) {

  /** Reads a whole body as a sale or throws a 400 that lists its faults. */
  Sale sale(JsonNode body) {
    JsonFields fields = JsonFields.ofBody(body);
    PartyId seller = name(fields, "seller", Codes.UNKNOWN_PARTY);
    ProductId product = product(fields);
    PartyId customer = name(fields, "customer", Codes.UNKNOWN_CUSTOMER);
    Discount discount = fields.required("discount", Discount::parse);
    LocalDate date = fields.required("date", Texts::date);
    if (seller != null && seller.equals(customer)) {
      fields.fault("customer", "out-of-range", seller + " does not sell to itself");
    }
    fields.end();
    return new Sale(
        Objects.requireNonNull(seller),
        Objects.requireNonNull(product),
        Objects.requireNonNull(customer),
        Objects.requireNonNull(discount),
        Objects.requireNonNull(date));
  }

  private @Nullable PartyId name(JsonFields fields, String field, String unknown) {
    PartyId name = fields.required(field, PartyId::new);
    if (name != null && !isKnown(name)) {
      fields.fault(field, unknown, "the agreement knows no party, group or company " + name);
      return null;
    }
    return name;
  }

  private boolean isKnown(PartyId name) {
    return agreement.parties().stream().map(Party::id).anyMatch(name::equals)
        || agreement.groups().stream().map(PartyGroup::id).anyMatch(name::equals)
        || agreement.covenants().companies().stream().map(Company::id).anyMatch(name::equals);
  }

  private @Nullable ProductId product(JsonFields fields) {
    ProductId product = fields.required("product", ProductId::new);
    if (product != null
        && agreement.product(product).isEmpty()
        && agreement.covenants().cards().stream().noneMatch(card -> card.id().equals(product))) {
      fields.fault(
          "product", Codes.UNKNOWN_PRODUCT, "the agreement knows no product or card " + product);
      return null;
    }
    return product;
  }
}
