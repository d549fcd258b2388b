package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.ShippedAgreement;
import tradecredit.support.TestDatabase;
import tradecredit.support.TokenIssuer;
import tradecredit.support.Webhooks;

/** Whom the agreement takes off an account is told nothing of it (design section 8, 7). */
class ChangedAgreementTest {

  @TempDir Path folder;

  private Path sellerIs(String members) {
    return ShippedAgreement.changed(
        folder,
        "members: [auxer-group, auxer-telecom, ct-industries]",
        "members: [" + members + "]");
  }

  private static void post(Service service, String number) {
    assertThat(
            service
                .client()
                .post(
                    Client.KATTOSKO + "/invoices",
                    Json.kattoskoInvoice(number, "2001-05-16", "1.00"))
                .status())
        .isEqualTo(201);
  }

  private static Webhooks of(String party, Service service, TokenIssuer issuer) {
    return new Webhooks(service.client().with(issuer.token(party, "controller")));
  }

  /** An endpoint of {@code party}, to which one event was sent round and another was not. */
  private static Webhooks.Made madeWithOneThatWaits(
      String party,
      TestDatabase.Fresh database,
      TokenIssuer issuer,
      Receiver theirs,
      Receiver ours) {
    Map<String, String> idle = Webhooks.settings("dispatch.enabled", "false");
    idle.putAll(issuer.settings());
    try (Service service = Service.on(database, idle)) {
      Webhooks.Made endpoint = of(party, service, issuer).make(theirs.url());
      Webhooks.of(service).make(ours.url());
      post(service, "K-1");
      EndpointId id = new EndpointId(endpoint.id());
      Outbox outbox = service.context().getBean(Outbox.class);
      assertThat(outbox.fanOut(id, Instant.now(), any -> true)).isOne();
      post(service, "K-2");
      return endpoint;
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_party_that_is_on_an_account_no_more_is_told_nothing_of_it_until_it_is_again(
      TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    try (TokenIssuer issuer = new TokenIssuer();
        Receiver theirs = Receiver.answering(200);
        Receiver ours = Receiver.answering(200)) {
      Webhooks.Made endpoint =
          madeWithOneThatWaits("ct-industries", database, issuer, theirs, ours);
      Map<String, String> changed = Webhooks.settings();
      changed.put("tradecredit.agreement.file", sellerIs("auxer-group, auxer-telecom").toString());
      try (Service service = Service.on(database, changed)) {
        ours.await(2);
        post(service, "K-3");
        ours.await(3);
        assertThat(theirs.requests()).isEmpty();
        assertThat(service.context().getBean(Outbox.class).work(Instant.now()))
            .extracting(work -> work.id().value())
            .doesNotContain(endpoint.id());
      }
      Map<String, String> asBefore = Webhooks.settings();
      asBefore.putAll(issuer.settings());
      try (Service service = Service.on(database, asBefore)) {
        theirs.await(3);
        of("ct-industries", service, issuer).awaitQuiet(endpoint);
        assertThat(theirs.ids()).hasSize(3);
        Invariants.hold(database);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_waits_for_a_party_that_is_off_an_account_outlives_a_change_of_its_endpoint(
      TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    try (TokenIssuer issuer = new TokenIssuer();
        Receiver theirs = Receiver.answering(200);
        Receiver ours = Receiver.answering(200)) {
      Webhooks.Made endpoint =
          madeWithOneThatWaits("auxer-telecom", database, issuer, theirs, ours);
      Map<String, String> changed = Webhooks.settings();
      changed.putAll(issuer.settings());
      changed.put("tradecredit.agreement.file", sellerIs("auxer-group, ct-industries").toString());
      try (Service service = Service.on(database, changed)) {
        Webhooks telecom = of("auxer-telecom", service, issuer);
        assertThat(telecom.get(endpoint).get("accounts")).hasSize(1);
        String wanted =
            "{\"url\":\"%s\",\"accounts\":[\"auxer-to-kattosko\"]}".formatted(theirs.url());
        Client.Answer put = telecom.put(endpoint, wanted);
        assertThat(put.status()).as("%s", put).isEqualTo(200);
        assertThat(put.json().get("accounts")).hasSize(1);
        post(service, "K-3");
        ours.await(3);
        assertThat(theirs.requests()).isEmpty();
      }
      Map<String, String> asBefore = Webhooks.settings();
      asBefore.putAll(issuer.settings());
      try (Service service = Service.on(database, asBefore)) {
        theirs.await(3);
        Webhooks telecom = of("auxer-telecom", service, issuer);
        telecom.awaitQuiet(endpoint);
        assertThat(theirs.ids()).hasSize(3);
        assertThat(telecom.get(endpoint).get("accounts")).hasSize(2);
        assertThat(telecom.backlog(endpoint, "givenUp")).isZero();
        Invariants.hold(database);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_a_type_that_is_taken_away_while_a_party_is_off_an_account_all_is_counted_as_given_up(
      TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    try (TokenIssuer issuer = new TokenIssuer();
        Receiver theirs = Receiver.answering(200);
        Receiver ours = Receiver.answering(200)) {
      Webhooks.Made endpoint =
          madeWithOneThatWaits("auxer-telecom", database, issuer, theirs, ours);
      Map<String, String> changed = Webhooks.settings();
      changed.putAll(issuer.settings());
      changed.put("tradecredit.agreement.file", sellerIs("auxer-group, ct-industries").toString());
      try (Service service = Service.on(database, changed)) {
        Webhooks telecom = of("auxer-telecom", service, issuer);
        String wanted = "{\"url\":\"%s\",\"eventTypes\":[\"hold.placed\"]}".formatted(theirs.url());
        Client.Answer put = telecom.put(endpoint, wanted);
        assertThat(put.status()).as("%s", put).isEqualTo(200);
        assertThat(telecom.backlog(endpoint, "givenUp")).isEqualTo(2);
      }
      Map<String, String> asBefore = Webhooks.settings();
      asBefore.putAll(issuer.settings());
      try (Service service = Service.on(database, asBefore)) {
        Webhooks telecom = of("auxer-telecom", service, issuer);
        telecom.awaitQuiet(endpoint);
        assertThat(telecom.backlog(endpoint, "givenUp")).isEqualTo(2);
        assertThat(theirs.requests()).isEmpty();
        Invariants.hold(database);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_endpoint_that_has_lost_its_only_account_is_changed_without_another(TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    try (TokenIssuer issuer = new TokenIssuer()) {
      Map<String, String> idle = Webhooks.settings("dispatch.enabled", "false");
      idle.putAll(issuer.settings());
      Webhooks.Made endpoint;
      try (Service service = Service.on(database, idle)) {
        endpoint =
            of("auxer-telecom", service, issuer)
                .makeOf("{\"url\":\"http://127.0.0.1:9/\",\"accounts\":[\"kattosko-to-seller\"]}");
      }
      idle.put("tradecredit.agreement.file", sellerIs("auxer-group, ct-industries").toString());
      try (Service service = Service.on(database, idle)) {
        Webhooks telecom = of("auxer-telecom", service, issuer);
        assertThat(telecom.get(endpoint).get("accounts")).isEmpty();
        String none = "{\"url\":\"http://127.0.0.1:9/moved\",\"accounts\":[]}";
        Client.Answer put = telecom.put(endpoint, none);
        assertThat(put.status()).as("%s", put).isEqualTo(200);
        assertThat(put.json().get("accounts")).isEmpty();
        assertThat(telecom.client().post(Webhooks.PATH, null, none).status())
            .as("a new endpoint hears something")
            .isEqualTo(400);
      }
      idle.remove("tradecredit.agreement.file");
      try (Service service = Service.on(database, idle)) {
        assertThat(of("auxer-telecom", service, issuer).get(endpoint).get("accounts").toString())
            .isEqualTo("[\"kattosko-to-seller\"]");
        Invariants.hold(database);
      }
    }
  }
}
