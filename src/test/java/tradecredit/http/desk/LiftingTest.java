package tradecredit.http.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.http.Examples.example;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A hold is lifted with an idempotency key or without: the design asks for one of a POST alone. */
class LiftingTest {

  private static final String HOLD = Client.AUXER + "/hold";

  private static Client controller(Service service) {
    return service.client().as("auxer-telecom-controller");
  }

  private static void place(Client controller) {
    assertThat(controller.post(HOLD, "{\"reason\":\"looked into\"}").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void without_a_key_each_request_is_another_one_and_the_second_finds_no_hold(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client controller = controller(service);
      for (int round = 1; round <= 2; round++) {
        place(controller);
        Client.Answer lifted = controller.send("DELETE", HOLD, null, null);
        Client.Answer again = controller.send("DELETE", HOLD, null, null);
        assertThat(lifted.status()).as("%s", lifted).isEqualTo(200);
        assertThat(again.code()).isEqualTo("not-on-hold");
        assertThat(again.header("Idempotency-Replayed")).isEmpty();
        assertThat(controller.get(Client.AUXER + "/decisions").json().get("items"))
            .hasSize(3 * round);
      }
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void with_a_key_it_has_the_first_answer_again(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client controller = controller(service);
      place(controller);
      Client.Answer lifted = controller.send("DELETE", HOLD, "k", null);
      Client.Answer again = controller.send("DELETE", HOLD, "k", null);
      assertThat(lifted.status()).as("%s", lifted).isEqualTo(200);
      assertThat(again.bytes()).isEqualTo(lifted.bytes());
      assertThat(again.header("Idempotency-Replayed")).contains("true");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_that_is_none_is_refused(TestDatabase kind) throws IOException {
    try (Service service = Service.on(kind)) {
      Client controller = controller(service);
      place(controller);
      Client.Answer refused = controller.send("DELETE", HOLD, "a b", null);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json()).isEqualTo(new JsonMapper().readTree(example("keyMalformed")));
      Invariants.hold(service.database());
    }
  }
}
