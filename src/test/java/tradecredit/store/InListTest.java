package tradecredit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.TestDatabase;

/** A list of parameters finds what is in it, each once, however long it is. */
class InListTest {

  private static final InList FIND =
      new InList("SELECT name FROM probe WHERE name IN ({list}) AND id > ? ORDER BY id");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_in_the_list_is_found_once(TestDatabase kind) throws SQLException {
    try (Connection connection = kind.fresh().connect()) {
      probe(connection, 40);

      for (int count : List.of(1, 2, 3, 4, 5, 33)) {
        List<String> names = names(count);

        assertThat(find(connection, names, 0)).isEqualTo(names);
      }
      assertThat(find(connection, List.of("name 3", "nobody", "name 2"), 2))
          .containsExactly("name 3");
    }
  }

  @Test
  void there_are_few_wordings() {
    assertThat(IntStream.rangeClosed(1, 64).mapToObj(FIND::sql).distinct()).hasSize(7);
    assertThat(FIND.sql(3)).contains("IN (?, ?, ?, ?)").isSameAs(FIND.sql(4));
    assertThat(InList.parameters(List.of("a", "b", "c"), 7L))
        .containsExactly("a", "b", "c", "c", 7L);
  }

  private static List<String> names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(id -> "name " + id).toList();
  }

  private static List<String> find(Connection connection, List<String> names, long above)
      throws SQLException {
    return Sql.list(
        connection,
        FIND.sql(names.size()),
        row -> row.getString("name"),
        InList.parameters(names, above));
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
