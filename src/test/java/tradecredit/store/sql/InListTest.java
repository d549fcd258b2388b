package tradecredit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.access.ApiKeys;
import tradecredit.store.figure.HeadReads;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A list of parameters finds what is in it, each once, however long it is. */
class InListTest {

  private static final InList FIND =
      new InList("SELECT name FROM probe WHERE name IN ({list}) AND id > ? ORDER BY id");

  private static final String CLERK = "{\"roles\":[\"clerk\"]}";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_in_the_list_is_found_once(TestDatabase kind) throws SQLException {
    try (Connection connection = kind.empty().connect()) {
      probe(connection, 100);

      for (int count : List.of(0, 1, 2, 3, 4, 5, 33, 64, 65, 100)) {
        List<String> names = names(count);

        assertThat(find(connection, names, 0)).isEqualTo(names);
      }
      assertThat(find(connection, List.of("name 3", "nobody", "name 2"), 2))
          .containsExactly("name 3");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_crowd_of_keys_is_found_with_and_without_the_heads(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      JsonNode made = service.client().as("kattosko-admin").post("/v1/api-keys", CLERK).json();
      String id = made.get("id").asText();
      Set<String> crowd = new LinkedHashSet<>(names(200));
      crowd.add(id);
      ApiKeys keys = service.context().getBean(ApiKeys.class);

      HeadReads heads = service.context().getBean(HeadReads.class);

      // Right after a poll the keys are looked up beside the heads.
      Awaiting.until("a poll a moment ago", () -> polled(service.client()) && heads.areWanted());
      assertThat(keys.find(crowd)).containsOnlyKeys(id);
      assertThat(keys.find(Set.of(id, "nobody"))).containsOnlyKeys(id);
      Awaiting.until("nobody polls", () -> !heads.areWanted());
      assertThat(keys.find(crowd)).containsOnlyKeys(id);
      assertThat(keys.find(Set.of("nobody"))).isEmpty();
    }
  }

  @Test
  void there_are_few_wordings() {
    assertThat(IntStream.rangeClosed(1, 64).mapToObj(FIND::sql).distinct()).hasSize(7);
    assertThat(FIND.sql(3)).contains("IN (?, ?, ?, ?)").isSameAs(FIND.sql(4));
  }

  private static boolean polled(Client client) {
    return client.get(Client.KATTOSKO + "/balance").status() == 200;
  }

  private static List<String> names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(id -> "name " + id).toList();
  }

  private static List<String> find(Connection connection, List<String> names, long above)
      throws SQLException {
    return FIND.list(connection, row -> row.getString("name"), names, above);
  }

  private static void probe(Connection connection, int rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE probe (id BIGINT, name VARCHAR(64))");
    }
    for (String name : names(rows)) {
      Sql.update(
          connection,
          "INSERT INTO probe VALUES (?, ?)",
          Long.valueOf(name.substring("name ".length())),
          name);
    }
  }
}
