package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.ShippedAgreement;
import tradecredit.support.TestDatabase;

/** The keys of a party that the agreement file names no more: none made, all can be revoked. */
class DepartedPartyTest {

  private static final String KEY =
      "{\"party\": \"ct-industries\", \"roles\": [\"finance\"], \"description\": \"theirs\"}";

  @TempDir Path folder;

  private Path withoutCtIndustries() {
    return ShippedAgreement.changed(
        folder,
        Map.of(
            "  - id: ct-industries\n    name: CT Industries, Inc.\n", "",
            ", ct-industries]", "]"));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_operator_revokes_the_keys_of_a_party_that_has_left_the_agreement(TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    Client.Answer made;
    try (Service service = Service.on(database, Map.of())) {
      made = service.client().post("/v1/api-keys", KEY);
      assertThat(made.status()).isEqualTo(201);
    }
    String bearer = made.json().get("key").asText();
    String path = "/v1/api-keys/" + made.json().get("id").asText();
    try (Service service =
        Service.on(
            database, Map.of("tradecredit.agreement.file", withoutCtIndustries().toString()))) {
      Client operator = service.client();
      assertThat(operator.with(bearer).get("/v1/agreements").status()).isEqualTo(404);
      assertThat(operator.post("/v1/api-keys", KEY).json().at("/errors/0/code").asText())
          .isEqualTo("unknown-party");
      assertThat(operator.send("DELETE", path, null, null).status()).isEqualTo(204);
    }
    try (Service service = Service.on(database, Map.of())) {
      assertThat(service.client().with(bearer).get("/v1/agreements").status()).isEqualTo(401);
      Invariants.hold(service.database());
    }
  }
}
