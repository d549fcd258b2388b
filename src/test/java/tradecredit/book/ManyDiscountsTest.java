package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.ShippedAgreement;
import tradecredit.support.TestDatabase;

/** An agreement of many products. */
class ManyDiscountsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void every_product_that_a_file_can_pin_a_discount_of_can_be_pinned_by_amendment(
      TestDatabase kind) {
    StringBuilder products = new StringBuilder("products:\n");
    StringBuilder discounts = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      String id = "card-" + "x".repeat(50) + i;
      products.append("  - {id: %s, name: Card, soldOn: [auxer-to-kattosko]}\n".formatted(id));
      discounts.append(i == 0 ? "" : ",").append("\"%s\":\"33.33\"".formatted(id));
    }
    Path many = ShippedAgreement.changed(folder, "\nproducts:\n", "\n" + products);
    try (Service service = Service.on(kind.empty(), ShippedAgreement.from(many))) {
      String amendments = Client.AUXER + "/terms-amendments";
      Client.Answer proposed =
          service
              .client()
              .as("auxer-telecom-controller")
              .post(
                  amendments,
                  "{\"effectiveDate\":\"2001-05-16\",\"reason\":\"all\",\"discounts\":{%s}}"
                      .formatted(discounts));
      assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
      String approval = amendments + "/" + proposed.json().get("id").asText() + "/approval";
      Client.Answer approved =
          service.client().as("kattosko-controller").post(approval, "{\"decision\":\"approved\"}");
      assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
      assertThat(service.client().get(Client.AUXER + "/terms").json().at("/terms/discounts"))
          .hasSize(400);
      Invariants.hold(service.database());
    }
  }
}
