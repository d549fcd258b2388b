package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.ShippedAgreement;
import tradecredit.support.TestDatabase;

/**
 * Batches and files are told what became of them, though the products of the agreement's file have
 * changed since.
 */
class ChangedProductsTest {

  private static final String INVOICES = Client.AUXER + "/invoices";

  @TempDir Path folder;

  /** The shipped agreement with one product more. */
  private Map<String, String> with(String product) throws IOException {
    return ShippedAgreement.from(
        ShippedAgreement.changed(
            Files.createDirectory(folder.resolve(product)),
            "\nproducts:\n",
            """

            products:
              - id: %s
                name: More
                soldOn: [auxer-to-kattosko]
            """
                .formatted(product)));
  }

  private static String batch(String first, String second) {
    return "{\"mode\":\"independent\",\"invoices\":[%s,%s]}".formatted(first, second);
  }

  private static String invoice(String number, String product) {
    return Json.invoice(number, "2001-05-16", product, "1.00");
  }

  private static Answer file(Client client, String rows) {
    String header = "number,invoiceDate,product,faceValue,quantity,discount,memo\n";
    return client.send(
        "POST", INVOICES + "/import", "file", header + rows, "Content-Type", "text/csv");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_was_posted_of_a_product_that_is_known_no_longer_is_answered_as_before(TestDatabase kind)
      throws IOException {
    TestDatabase.Fresh database = kind.fresh();
    String batch = batch(invoice("A-1", "dropped"), invoice("A-2", "dropped"));
    String rows =
        """
        A-3,2001-05-16,dropped,1.00,1,0,
        A-4,2001-05-16,auxer-direct,1.00,1,0,
        A-5,2001-05-16,dropped,99999.00,1,0,
        """;
    Answer firstBatch;
    Answer firstFile;
    try (Service service = Service.on(database, with("dropped"))) {
      firstBatch = service.client().post(INVOICES + "/batch", "batch", batch);
      firstFile = file(service.client(), rows);
      assertThat(firstBatch.json().get("accepted").asInt()).isEqualTo(2);
      assertThat(firstFile.json().get("accepted").asInt()).isEqualTo(2);
    }
    try (Service service = Service.on(database, Map.of())) {
      Answer again = service.client().post(INVOICES + "/batch", "batch", batch);
      Answer fileAgain = file(service.client(), rows);

      assertThat(again.text()).isEqualTo(firstBatch.text());
      assertThat(again.header("Idempotency-Replayed")).contains("true");
      assertThat(fileAgain.text()).isEqualTo(firstFile.text());
      assertThat(fileAgain.header("Idempotency-Replayed")).contains("true");
      Invariants.hold(database);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_was_posted_is_not_taken_for_an_item_whose_product_has_become_known(TestDatabase kind)
      throws IOException {
    TestDatabase.Fresh database = kind.fresh();
    String batch = batch(invoice("A-1", "misprint"), invoice("A-2", "corrected"));
    try (Service service = Service.on(database, with("misprint"))) {
      JsonNode results = service.client().post(INVOICES + "/batch", "k", batch).json();
      assertThat(results.at("/results/0/status").asText()).isEqualTo("accepted");
      assertThat(results.at("/results/1/problem/errors/0/code").asText())
          .isEqualTo("unknown-product");
    }
    try (Service service = Service.on(database, with("corrected"))) {
      Answer again = service.client().post(INVOICES + "/batch", "k", batch);

      assertThat(again.header("Idempotency-Replayed")).contains("true");
      assertThat(again.json().at("/results/0/invoice/number").asText()).isEqualTo("A-1");
      assertThat(again.json().at("/results/1/status").asText()).isEqualTo("refused");
      assertThat(again.json().at("/results/1/problem/detail").asText())
          .isEqualTo("This item was not valid when the batch was first answered.");
      Invariants.hold(database);
    }
  }
}
