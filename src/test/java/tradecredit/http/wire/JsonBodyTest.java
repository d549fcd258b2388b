package tradecredit.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is within the bounds that are stated is read, however many tokens it has. */
class JsonBodyTest {

  private static final int MOST_BYTES = 16 << 20;

  private static String times(int count, String text) {
    return String.join(",", Collections.nCopies(count, text));
  }

  private static byte[] batch(int invoices, int lines) {
    String line = "{\"product\":\"p\",\"faceValue\":\"1.00\",\"quantity\":1,\"discount\":\"0\"}";
    String invoice =
        "{\"number\":\"A\",\"invoiceDate\":\"2001-05-16\",\"lines\":[" + times(lines, line) + "]}";
    String all = "{\"mode\":\"atomic\",\"invoices\":[" + times(invoices, invoice) + "]}";
    return all.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void ten_thousand_invoices_of_ten_lines_are_read() {
    JsonNode read = JsonBody.object(batch(10_000, 10));
    assertThat(read.get("invoices")).hasSize(10_000);
    assertThat(read.at("/invoices/9999/lines")).hasSize(10);
  }

  @Test
  void the_shortest_lines_that_fill_a_body_are_read() {
    byte[] body = batch(265, 1_000);
    assertThat(body.length).isBetween(MOST_BYTES - 200_000, MOST_BYTES);
    assertThat(JsonBody.object(body).at("/invoices/264/lines")).hasSize(1_000);
  }

  @Test
  void the_shortest_lines_are_read_in_a_body_that_is_not_large() {
    byte[] body = batch(95, 1_000);
    assertThat(body.length).isBetween(5_900_000, 6_000_000);
    assertThat(JsonBody.object(body).at("/invoices/94/lines")).hasSize(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[    ]"})
  void what_has_more_tokens_than_any_batch_is_refused(String item) {
    String text = "{\"a\":[" + times(1_500_000, item) + "]}";
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    assertThat(body.length).isLessThan(MOST_BYTES);
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> JsonBody.object(body));
    assertThat(refused.problem("/").status()).isEqualTo(400);
    assertThat(refused.problem("/").detail())
        .startsWith("The body is more than is read")
        .containsPattern("exceeds the maximum allowed \\((1000000|2800000)\\)");
  }

  private static Problem refused(byte[] body) {
    return catchThrowableOfType(ProblemException.class, () -> JsonBody.object(body)).problem("/");
  }

  /** RFC 8259, section 8.1. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
  void json_is_utf_8_and_nothing_else(String charset) {
    Problem refused = refused("{\"number\":\"A-1\"}".getBytes(Charset.forName(charset)));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("malformed-json");
  }

  /** RFC 3629, section 3: longer than need be, halves of pairs, and beyond what there is. */
  @ParameterizedTest
  @ValueSource(strings = {"c0af", "c1ad", "e080af", "f08080af", "eda080", "f4908080", "ff", "c3"})
  void what_is_no_utf_8_is_refused_where_it_begins(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    String before = "{\"é\":\"" + "ü".repeat(10_000);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(before.getBytes(StandardCharsets.UTF_8));
    int at = body.size();
    body.writeBytes(bytes);
    body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
    Problem refused = refused(body.toByteArray());
    assertThat(refused.code()).isEqualTo("malformed-json");
    assertThat(refused.detail()).isEqualTo("The body is not UTF-8 from byte %d on", at);
  }

  @Test
  void every_character_there_is_is_read() {
    String text = "\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\ud800\udc00\udbff\udfff";
    JsonNode read = JsonBody.object(("{\"a\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8));
    assertThat(read.get("a").textValue()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}{}", "{\"a\":NaN}", "{\"a\":-Infinity}", "{\"a\":[", "{\"a\":x}"})
  void what_is_wrong_is_told_without_words_for_programmers(String body) {
    Problem refused = refused(body.getBytes(StandardCharsets.UTF_8));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail())
        .startsWith("The body is not well-formed JSON at line 1, column ")
        .doesNotContain("com.", "Feature", "enable", "Source", "`");
  }
}
