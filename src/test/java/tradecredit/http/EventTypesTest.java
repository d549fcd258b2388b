package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tradecredit.ledger.LedgerEvent;

/** Wherever the OpenAPI document lists types of events, it lists every one of them. */
class EventTypesTest {

  @Test
  void every_list_of_event_types_in_the_document_is_that_of_the_ledger() throws IOException {
    List<List<?>> lists = new ArrayList<>();
    try (InputStream file =
        getClass().getClassLoader().getResourceAsStream(OpenApiDocument.RESOURCE)) {
      Object document = new Yaml().load(Objects.requireNonNull(file));
      collect(document, lists);
    }
    List<String> types =
        Arrays.stream(LedgerEvent.Type.values()).map(LedgerEvent.Type::wireName).toList();

    // What is read of the feed, what an endpoint asks for, and what it is shown to hear.
    assertThat(lists).hasSizeGreaterThan(2);
    for (List<?> list : lists) {
      assertThat(list.stream().map(String::valueOf)).containsExactlyInAnyOrderElementsOf(types);
    }
  }

  private static void collect(Object node, List<List<?>> lists) {
    if (node instanceof Map<?, ?> map) {
      map.values().forEach(value -> collect(value, lists));
    } else if (node instanceof List<?> list) {
      if (list.contains("invoice.past_due") && list.contains("payment.returned")) {
        lists.add(list);
      } else {
        list.forEach(item -> collect(item, lists));
      }
    }
  }
}
