package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.agreement.PartyId;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.TokenIssuer;

/** First keys are made once: whoever revokes the operator's last admin key locks everybody out. */
class LastOperatorKeyTest {

  private static final String KEYS = "/v1/api-keys";

  private static Answer revoke(Client admin, String id) {
    return admin.send("DELETE", KEYS + "/" + id, null, null);
  }

  private static String own(Service service) {
    return service.client().key("operator-admin").substring(4, 12);
  }

  private static String make(Client admin, String more) {
    return admin.post(KEYS, "{\"roles\":%s}".formatted(more)).json().get("id").asText();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_operators_last_admin_key_in_use_is_not_revoked(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client operator = service.client().as("operator-admin");
      String other = make(operator, "[\"auditor\",\"admin\"]");
      make(operator, "[\"auditor\"]");
      make(operator, "[\"admin\"],\"party\":\"kattosko\"");

      assertThat(revoke(operator, other).status()).isEqualTo(204);
      Answer last = revoke(operator, own(service));

      assertThat(last.status()).isEqualTo(409);
      assertThat(last.code()).isEqualTo("last-operator-key");
      assertThat(revoke(operator, other).status()).as("of one that is revoked").isEqualTo(204);
      make(operator, "[\"admin\"]");
      assertThat(revoke(operator, own(service)).status()).isEqualTo(204);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_that_has_expired_is_none_to_rely_on(TestDatabase kind) throws SQLException {
    try (Service service = Service.on(kind)) {
      Client operator = service.client().as("operator-admin");
      String other = make(operator, "[\"admin\"]");
      try (Connection connection = service.database().connect();
          PreparedStatement expire =
              connection.prepareStatement(
                  "UPDATE api_key SET expires_at = CURRENT_TIMESTAMP WHERE id = ?")) {
        expire.setString(1, other);
        assertThat(expire.executeUpdate()).isOne();
      }

      assertThat(revoke(operator, own(service)).code()).isEqualTo("last-operator-key");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_two_that_are_revoked_at_once_one_stays(TestDatabase kind) throws Exception {
    try (Service service = Service.on(kind);
        ExecutorService both = Executors.newFixedThreadPool(2)) {
      ApiKeys keys = service.context().getBean(ApiKeys.class);
      String one = own(service);
      for (int round = 0; round < 10; round++) {
        String other = add(keys);
        List<Future<ApiKeys.Revoked>> done =
            both.invokeAll(List.of(revoking(keys, one), revoking(keys, other)));
        assertThat(List.of(done.get(0).get(), done.get(1).get()))
            .as("round %d", round)
            .containsExactlyInAnyOrder(ApiKeys.Revoked.DONE, ApiKeys.Revoked.LAST_OF_THE_OPERATOR);
        one = done.get(0).get() == ApiKeys.Revoked.DONE ? other : one;
      }
    }
  }

  private static String add(ApiKeys keys) {
    KeyText text = KeyText.generate();
    keys.add(
        new ApiKeys.NewKey(text, PartyId.OPERATOR, EnumSet.of(Role.ADMIN), null, null),
        audit("make-key"));
    return text.id();
  }

  private static Callable<ApiKeys.Revoked> revoking(ApiKeys keys, String id) {
    return () -> keys.revoke(id, ApiKeys.LastKey.STAYS, audit("revoke-key"));
  }

  private static AuditEvent audit(String action) {
    return AuditEvent.byService(action, "api-keys", AuditEvent.Outcome.DONE, "in a test");
  }

  @Test
  void where_tokens_are_taken_it_may_go() {
    try (TokenIssuer issuer = new TokenIssuer();
        Service service = Service.on(TestDatabase.H2.fresh(), issuer.settings())) {
      Client operator = service.client().as("operator-admin");
      assertThat(revoke(operator, own(service)).status()).isEqualTo(204);
    }
  }
}
