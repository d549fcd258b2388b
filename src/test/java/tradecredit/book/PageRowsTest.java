package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * A page of what is long ends early, so that no page is more than the service holds; whoever turns
 * all pages sees each item once, and whole.
 */
class PageRowsTest {

  private static final int MOST = 10;
  private static final Map<String, String> FEW =
      Map.of("tradecredit.inquiry.page-rows", Integer.toString(MOST));
  private static final List<Integer> LINES = List.of(1, 4, 5, 12, 2, 3, 4, 1, 1, 1, 10, 1, 7);
  private static final String DAY = "2001-05-16";

  /** Two bytes of UTF-8 for each character. */
  private static final String TEXT = "é".repeat(100);

  private static void post(Client client, String path, String body) {
    Answer answer = client.post(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }

  private static String invoice(String number, String product, int lines) {
    return invoice(number, product, lines, "");
  }

  private static String invoice(String number, String product, int lines, String description) {
    String line =
        "{\"product\":\"%s\",\"faceValue\":\"1.00\",\"quantity\":1,\"discount\":\"0\",\"description\":\"%s\"}"
            .formatted(product, description);
    return "{\"number\":\"%s\",\"invoiceDate\":\"%s\",\"lines\":[%s]}"
        .formatted(
            number,
            DAY,
            IntStream.range(0, lines).mapToObj(i -> line).collect(Collectors.joining(",")));
  }

  /** Of the second, four payments; of the first and the fifth, all. */
  private static void fill(Client client) {
    for (int i = 0; i < LINES.size(); i++) {
      post(client, Client.AUXER + "/invoices", invoice("A-" + i, "auxer-direct", LINES.get(i)));
    }
    for (int i = 0; i < 4; i++) {
      pay(client, "P-" + i, "A-1", "0.50");
    }
    pay(client, "P-4", "A-0", "1.00");
    pay(client, "P-5", "A-4", "2.00");
  }

  private static void pay(Client client, String reference, String invoice, String amount) {
    String allocations =
        "[{\"invoiceNumber\":\"%s\",\"amount\":\"%s\"}]".formatted(invoice, amount);
    post(client, Client.AUXER + "/payments", Json.payment(reference, DAY, amount, allocations));
  }

  private static int rowsOf(JsonNode invoice) {
    return invoice.get("lines").size() + invoice.get("allocations").size();
  }

  private static int partsOf(JsonNode setOff) {
    return setOff.at("/accounts/0/allocations").size()
        + setOff.at("/accounts/1/allocations").size();
  }

  /** All pages from {@code path} on, none of which has more rows than it may. */
  private static List<JsonNode> pages(Client client, String path, ToIntFunction<JsonNode> rows) {
    List<JsonNode> pages = client.pages(path).stream().map(page -> page.get("items")).toList();
    for (JsonNode items : pages) {
      int together = items.valueStream().mapToInt(rows).sum();
      assertThat(items.size() == 1 || together <= MOST).as("%s", items).isTrue();
    }
    return pages;
  }

  private static List<String> texts(List<JsonNode> pages, String member) {
    List<String> texts = new ArrayList<>();
    pages.forEach(page -> page.forEach(item -> texts.add(item.get(member).asText())));
    return texts;
  }

  private static List<String> numbers(int... places) {
    return IntStream.of(places).mapToObj(place -> "A-" + place).toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pages_of_long_invoices_are_shorter_and_together_hold_each_invoice_once(TestDatabase kind) {
    try (Service service = Service.on(kind.fresh(), FEW)) {
      Client client = service.client();
      fill(client);
      String path = Client.AUXER + "/invoices?limit=200";

      List<JsonNode> all = pages(client, path, PageRowsTest::rowsOf);

      assertThat(texts(all, "number"))
          .containsExactly(
              IntStream.range(0, LINES.size()).mapToObj(i -> "A-" + i).toArray(String[]::new));
      assertThat(all).hasSizeLessThan(LINES.size());
      for (JsonNode page : all) {
        for (JsonNode item : page) {
          int place = Integer.parseInt(item.get("number").asText().substring(2));
          assertThat(item.get("lines")).hasSize(LINES.get(place));
          assertThat(client.get(Client.AUXER + "/invoices/" + item.get("id").asText()).json())
              .isEqualTo(item);
        }
      }
      assertThat(all.getFirst().get(1).get("allocations")).as("of A-1").hasSize(4);
      assertThat(texts(pages(client, path + "&status=paid", PageRowsTest::rowsOf), "number"))
          .isEqualTo(numbers(0, 4));
      assertThat(texts(pages(client, path + "&status=open", PageRowsTest::rowsOf), "number"))
          .isEqualTo(numbers(1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12));
      service.client().businessDate("2001-06-20");
      assertThat(texts(pages(client, path + "&status=pastDue", PageRowsTest::rowsOf), "number"))
          .isEqualTo(numbers(1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12));
      assertThat(client.get(path + "&number=A-3").json().get("items")).hasSize(1);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pages_of_long_texts_are_shorter_and_together_hold_each_invoice_once(TestDatabase kind) {
    String most = Integer.toString(MOST * 200);
    try (Service service =
        Service.on(kind.fresh(), Map.of("tradecredit.inquiry.page-bytes", most))) {
      Client client = service.client();
      for (int i = 0; i < LINES.size(); i++) {
        post(
            client,
            Client.AUXER + "/invoices",
            invoice("A-" + i, "auxer-direct", LINES.get(i), TEXT));
      }

      List<JsonNode> all =
          pages(client, Client.AUXER + "/invoices?limit=200", PageRowsTest::rowsOf);

      assertThat(all.stream().map(JsonNode::size))
          .as("1 + 4 + 5, 12, 2 + 3 + 4 + 1, 1 + 1, 10, 1 + 7 texts")
          .containsExactly(3, 1, 4, 2, 1, 2);
      assertThat(texts(all, "number"))
          .containsExactly(
              IntStream.range(0, LINES.size()).mapToObj(i -> "A-" + i).toArray(String[]::new));
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_limit_below_ends_a_page_before_that(TestDatabase kind) {
    try (Service service = Service.on(kind.fresh(), FEW)) {
      Client client = service.client();
      fill(client);
      List<JsonNode> pairs =
          pages(client, Client.AUXER + "/invoices?limit=2", PageRowsTest::rowsOf);
      assertThat(pairs).allMatch(page -> page.size() <= 2);
      assertThat(texts(pairs, "number")).hasSize(LINES.size()).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void so_it_is_with_set_offs_of_many_parts(TestDatabase kind) {
    try (Service service = Service.on(kind.fresh(), FEW)) {
      Client client = service.client();
      for (int i = 0; i < 8; i++) {
        post(client, Client.AUXER + "/invoices", Json.auxerInvoice("A-" + i, DAY, "8.00"));
        post(client, Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-" + i, DAY, "8.00"));
      }
      Client controller = client.as("kattosko-controller");
      List<Integer> parts = List.of(1, 3, 8, 2, 2, 2, 1);
      for (int several : parts) {
        post(controller, SetOffTest.SET_OFFS, setOff(several));
      }

      List<JsonNode> all =
          pages(controller, SetOffTest.SET_OFFS + "?limit=200", PageRowsTest::partsOf);

      assertThat(texts(all, "amount"))
          .isEqualTo(parts.stream().map(several -> "0.0" + several).toList());
      assertThat(all).hasSizeBetween(4, parts.size() - 1);
      assertThat(
              texts(
                  pages(
                      controller,
                      SetOffTest.SET_OFFS + "?status=proposed&limit=3",
                      PageRowsTest::partsOf),
                  "id"))
          .isEqualTo(texts(all, "id"));
    }
  }

  private static String setOff(int parts) {
    return """
        {"reason":"netting","accounts":[
          {"accountId":"auxer-to-kattosko","allocations":[%s]},
          {"accountId":"kattosko-to-seller","allocations":[%s]}]}"""
        .formatted(halves("A-", parts), halves("K-", parts));
  }

  private static String halves(String prefix, int parts) {
    return IntStream.range(0, parts)
        .mapToObj(i -> "{\"invoiceNumber\":\"%s%d\",\"amount\":\"0.01\"}".formatted(prefix, i))
        .collect(Collectors.joining(","));
  }
}
