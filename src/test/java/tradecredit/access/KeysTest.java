package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.SettableClock;
import tradecredit.support.TestDatabase;

/** The life of a key: made, shown once, used, expired, revoked. */
class KeysTest {

  private static final String BALANCE = Client.AUXER + "/balance";

  private static String mode(Path place) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(place));
  }

  private static JsonNode make(Client admin, String body) {
    Client.Answer answer = admin.post("/v1/api-keys", body);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.json();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_is_shown_once_and_not_stored(TestDatabase kind) throws SQLException {
    try (Service service = Service.on(kind)) {
      Client admin = service.client().as("kattosko-admin");
      JsonNode made = make(admin, "{\"roles\":[\"finance\",\"clerk\"],\"description\":\"poll\"}");
      String key = made.get("key").asText();

      assertThat(key).matches("tcl_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
      assertThat(made.get("party").asText()).isEqualTo("kattosko");
      assertThat(made.get("roles").toString()).isEqualTo("[\"clerk\",\"finance\"]");
      assertThat(service.client().with(key).get(BALANCE).status()).isEqualTo(200);
      Client.Answer list = admin.get("/v1/api-keys");
      assertThat(list.text()).contains(made.get("id").asText()).doesNotContain(key.substring(13));
      assertThat(list.json().get("items")).hasSize(6);
      try (Connection connection = service.database().connect();
          PreparedStatement dump =
              connection.prepareStatement(
                  "SELECT COUNT(*) FROM api_key WHERE CONCAT(id, digest, party, roles, description) LIKE ?")) {
        dump.setString(1, "%" + key.substring(13) + "%");
        try (var rows = dump.executeQuery()) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getLong(1)).isZero();
        }
      }
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_page_of_keys_leads_to_the_next_until_all_were_seen(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      List<JsonNode> keys = service.client().as("operator-admin").items("/v1/api-keys?limit=4");
      assertThat(keys)
          .extracting(key -> key.get("id").asText())
          .hasSize(11)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void a_revoked_key_is_refused_at_once_on_every_replica() {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service one = Service.on(database, Map.of());
        Service other = Service.on(database, Map.of())) {
      for (int round = 0; round < 20; round++) {
        JsonNode made = make(one.client().as("kattosko-admin"), "{\"roles\":[\"finance\"]}");
        Client bearer = other.client().with(made.get("key").asText());
        assertThat(bearer.get(BALANCE).status()).isEqualTo(200);
        String path = "/v1/api-keys/" + made.get("id").asText();
        assertThat(one.client().as("kattosko-admin").send("DELETE", path, null, null).status())
            .isEqualTo(204);
        assertThat(bearer.get(BALANCE).status()).isEqualTo(401);
        assertThat(one.client().as("kattosko-admin").send("DELETE", path, null, null).status())
            .isEqualTo(204);
      }
      Invariants.hold(database);
    }
  }

  @Test
  void whether_an_instant_is_still_to_come_is_asked_of_the_services_clock() {
    SettableClock clock = new SettableClock();
    clock.advance(Duration.ofDays(2));
    String body =
        "{\"roles\":[\"finance\"],\"expiresAt\":\"%s\"}"
            .formatted(Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS));
    try (Service service = Service.on(TestDatabase.H2.fresh(), Map.of(), clock)) {
      Client.Answer past = service.client().as("kattosko-admin").post("/v1/api-keys", body);

      assertThat(past.status()).isEqualTo(400);
      assertThat(past.json().at("/errors/0/pointer").asText()).isEqualTo("/expiresAt");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_ends_at_its_instant(TestDatabase kind) throws SQLException {
    try (Service service = Service.on(kind)) {
      Client admin = service.client().as("kattosko-admin");
      JsonNode made =
          make(admin, "{\"roles\":[\"finance\"],\"expiresAt\":\"2099-12-31T23:59:59Z\"}");
      Client bearer = service.client().with(made.get("key").asText());
      assertThat(bearer.get(BALANCE).status()).isEqualTo(200);
      try (Connection connection = service.database().connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "UPDATE api_key SET expires_at = created_at WHERE id = '"
                + made.get("id").asText()
                + "'");
      }
      assertThat(bearer.get(BALANCE).status()).isEqualTo(401);
      for (String wrong : List.of("2001-05-16T00:00:00Z", "tomorrow", "2099-12-31")) {
        Client.Answer answer =
            admin.post("/v1/api-keys", "{\"roles\":[\"finance\"],\"expiresAt\":\"" + wrong + "\"}");
        assertThat(answer.status()).as(wrong).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/expiresAt");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_last_use_is_noted_once_a_minute(TestDatabase kind) throws SQLException {
    try (Service service = Service.on(kind)) {
      Client finance = service.client().as("kattosko-finance");
      Client admin = service.client().as("kattosko-admin");
      String id = service.client().key("kattosko-finance").substring(4, 12);
      assertThat(lastUse(admin, id)).isNull();
      finance.get(BALANCE);
      Instant first = awaitUse(admin, id);
      for (int i = 0; i < 20; i++) {
        finance.get(BALANCE);
      }
      awaitAnothersUse(service, admin);
      assertThat(lastUse(admin, id)).isEqualTo(first);
      try (Connection connection = service.database().connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "UPDATE api_key SET last_used_at = created_at - INTERVAL '1' HOUR WHERE id = '"
                + id
                + "'");
      }
      finance.get(BALANCE);
      Awaiting.until("a later use", () -> first.isBefore(awaitUse(admin, id)));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_refused_is_no_use_of_a_key(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client admin = service.client().as("kattosko-admin");
      JsonNode revoked = make(admin, "{\"roles\":[\"finance\"]}");
      JsonNode good = make(admin, "{\"roles\":[\"finance\"]}");
      String id = revoked.get("id").asText();
      admin.send("DELETE", "/v1/api-keys/" + id, null, null);
      List<String> refused =
          List.of(
              revoked.get("key").asText(),
              altered(revoked.get("key").asText()),
              altered(good.get("key").asText()));
      for (String key : refused) {
        assertThat(service.client().with(key).get(BALANCE).status()).isEqualTo(401);
      }
      awaitAnothersUse(service, admin);

      assertThat(lastUse(admin, id)).as("of the revoked one").isNull();
      assertThat(lastUse(admin, good.get("id").asText())).as("of the other").isNull();
    }
  }

  private static String altered(String key) {
    return key.substring(0, 13) + new StringBuilder(key.substring(13)).reverse();
  }

  /** One note is written at a time: then none is under way that would be of what came before. */
  private static void awaitAnothersUse(Service service, Client admin) {
    service.client().as("kattosko-clerk").get(BALANCE);
    awaitUse(admin, service.client().key("kattosko-clerk").substring(4, 12));
  }

  private static Instant awaitUse(Client admin, String id) {
    Awaiting.until("a use of " + id, () -> lastUse(admin, id) != null);
    return Objects.requireNonNull(lastUse(admin, id));
  }

  private static @Nullable Instant lastUse(Client admin, String id) {
    for (JsonNode key : admin.get("/v1/api-keys").json().get("items")) {
      if (key.get("id").asText().equals(id)) {
        return key.get("lastUsedAt").isNull()
            ? null
            : Instant.parse(key.get("lastUsedAt").asText());
      }
    }
    throw new AssertionError("there is no key " + id);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_party_has_so_many_keys_and_no_more(TestDatabase kind) {
    try (Service service =
        Service.on(kind.fresh(), Map.of("tradecredit.access.keys-per-party", "6"))) {
      Client admin = service.client().as("kattosko-admin");
      JsonNode sixth = make(admin, "{\"roles\":[\"finance\"]}");
      Client.Answer seventh = admin.post("/v1/api-keys", "{\"roles\":[\"finance\"]}");
      assertThat(seventh.status()).isEqualTo(409);
      assertThat(seventh.code()).isEqualTo("too-many-keys");
      admin.send("DELETE", "/v1/api-keys/" + sixth.get("id").asText(), null, null);
      make(admin, "{\"roles\":[\"finance\"]}");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void first_keys_are_written_once_for_their_owner_alone(TestDatabase kind) throws IOException {
    TestDatabase.Fresh database = kind.fresh();
    Service.on(database, Map.of("tradecredit.access.first-keys", "false")).close();
    assertThat(database.keys()).isEmptyDirectory();
    Service.on(database, Map.of()).close();
    try (var files = Files.list(database.keys())) {
      List<Path> keys = files.toList();
      assertThat(keys).hasSize(11).contains(database.keys().resolve("operator-admin.key"));
      for (Path key : keys) {
        assertThat(mode(key)).isEqualTo("rw-------");
      }
    }
    Path clerk = database.keys().resolve("kattosko-clerk.key");
    String first = Files.readString(clerk);
    Files.delete(clerk);
    try (Service again = Service.on(database, Map.of())) {
      assertThat(clerk).doesNotExist();
      assertThat(again.client().with(first.strip()).get(BALANCE).status()).isEqualTo(200);
    }
  }

  @Test
  void a_key_that_lies_there_is_taken_over_by_the_next_book() throws IOException {
    TestDatabase.Fresh h2 = TestDatabase.H2.fresh();
    Service.on(h2, Map.of()).close();
    String key = Files.readString(h2.keys().resolve("kattosko-clerk.key"));
    Files.writeString(h2.keys().resolve("kattosko-finance.key"), "not a key");
    try (Service service =
        Service.on(withKeysIn(h2.keys(), TestDatabase.POSTGRES.fresh()), Map.of())) {
      assertThat(service.client().key("kattosko-clerk")).isEqualTo(key.strip());
      assertThat(service.client().as("kattosko-clerk").get(BALANCE).status()).isEqualTo(200);
      assertThat(service.client().as("kattosko-finance").get(BALANCE).status()).isEqualTo(200);
    }
  }

  private static TestDatabase.Fresh withKeysIn(Path folder, TestDatabase.Fresh book) {
    return new TestDatabase.Fresh(book.kind(), book.url(), book.username(), folder);
  }

  @Test
  void a_key_that_others_could_read_is_not_taken_over() throws IOException {
    TestDatabase.Fresh before = TestDatabase.H2.fresh();
    Service.on(before, Map.of()).close();
    Path file = before.keys().resolve("kattosko-clerk.key");
    String known = Files.readString(file).strip();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    try (Service service =
        Service.on(withKeysIn(before.keys(), TestDatabase.H2.fresh()), Map.of())) {
      assertThat(service.client().key("kattosko-clerk")).isNotEqualTo(known);
      assertThat(mode(file)).isEqualTo("rw-------");
      assertThat(service.client().as("kattosko-clerk").get(BALANCE).status()).isEqualTo(200);
      assertThat(service.client().with(known).get(BALANCE).status()).isEqualTo(401);
    }
  }

  @Test
  void a_folder_for_keys_is_made_for_its_owner_alone() throws IOException {
    TestDatabase.Fresh database = TestDatabase.H2.fresh();
    Path outer = database.keys().resolve("outer");
    Path folder = outer.resolve("keys");
    Service.on(withKeysIn(folder, database), Map.of()).close();
    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(mode(outer)).isEqualTo("rwx------");
  }

  @Test
  void replicas_that_start_at_once_make_one_set_of_keys() throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (var both = Executors.newFixedThreadPool(2)) {
      Callable<Service> start = () -> Service.on(database, Map.of());
      List<Future<Service>> starts = both.invokeAll(List.of(start, start));
      try (Service one = starts.get(0).get();
          Service other = starts.get(1).get()) {
        assertThat(one.client().get("/v1/api-keys").json().get("items")).hasSize(11);
        assertThat(other.client().get("/v1/api-keys").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void bounds_that_make_no_sense_stop_the_start() {
    for (String key : List.of("requests", "period", "keys-per-party", "denied-period")) {
      String value = key.endsWith("period") ? "0s" : "0";
      assertThatThrownBy(
              () -> Service.on(TestDatabase.H2.fresh(), Map.of("tradecredit.access." + key, value)))
          .hasStackTraceContaining("tradecredit.access." + key + " must be above zero");
    }
  }
}
