package tradecredit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tradecredit.access.Role;

/**
 * The checked-in table of who is answered what: for each operation and each relation of a caller's
 * party to the account, one status for each role.
 */
record AccessMatrix(Map<String, Map<String, List<Integer>>> rows) {

  /** How a caller's party stands to the account {@code auxer-to-kattosko}. */
  static final List<String> RELATIONS =
      List.of("supplier", "buyer", "outsider", "stranger", "operator", "none");

  static AccessMatrix read() {
    Map<String, Map<String, List<Integer>>> rows = new LinkedHashMap<>();
    for (String line : text().lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(line.strip().split(" *\\| *", -1));
      List<Integer> statuses =
          List.of(cells.get(2).split(" +", -1)).stream().map(Integer::valueOf).toList();
      List<Integer> before =
          rows.computeIfAbsent(cells.get(0), operation -> new LinkedHashMap<>())
              .put(cells.get(1), statuses);
      if (before != null || statuses.size() != Role.values().length) {
        throw new IllegalStateException("a row is there twice, or lacks a role: " + line);
      }
    }
    return new AccessMatrix(rows);
  }

  private static String text() {
    try (var stream =
        Objects.requireNonNull(AccessMatrix.class.getResourceAsStream("/access/matrix.txt"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The operations with all their rows. */
  Set<String> completeOperations() {
    return rows.entrySet().stream()
        .filter(row -> row.getValue().keySet().equals(Set.copyOf(RELATIONS)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  int expected(String operation, String relation, Role role) {
    List<Integer> statuses = rows.getOrDefault(operation, Map.of()).get(relation);
    if (statuses == null) {
      throw new IllegalStateException("the table lacks %s, %s".formatted(operation, relation));
    }
    return statuses.get(List.of(Role.values()).indexOf(role));
  }
}
