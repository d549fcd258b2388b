package tradecredit.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A payload is the same one by what it means. The digests are written out: books hold them, and one
 * that came out otherwise would refuse a request that is only sent again.
 */
class PayloadDigestTest {

  private static final String IMPORT = "/v1/accounts/a/invoices/import";

  private static JsonNode body(String text) {
    return JsonBody.object(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_payload_is_the_same_by_method_path_and_what_the_body_means() {
    JsonNode same = body("{\"a\":1,\"b\":[]}");
    String digest = PayloadDigest.ofJson("POST", "/hold", same);
    assertThat(PayloadDigest.ofJson("POST", "/hold", body("{ \"b\": [], \"a\": 1 }")))
        .isEqualTo(digest);
    assertThat(
            List.of(
                PayloadDigest.ofJson("DELETE", "/hold", same),
                PayloadDigest.ofJson("POST", "/holds", same),
                PayloadDigest.ofJson("POST", "/hold", body("{\"a\":1}"))))
        .doesNotHaveDuplicates()
        .doesNotContain(digest);
  }

  @Test
  void a_json_body_is_digested_as_it_always_was() {
    assertThat(
            PayloadDigest.ofJson(
                "POST", "/v1/accounts/a/hold", body("{\"b\":[true,\"\\\"x\\\"\"],\"a\":1}")))
        .isEqualTo("a4f515f1edb12bb046b65d4ccbca7392821ee1f1b7b2a45a04878df3fd6257eb");
  }

  @Test
  void a_file_and_each_part_of_it_is_digested_as_it_always_was() {
    assertThat(
            List.of(
                PayloadDigest.ofFile(IMPORT),
                PayloadDigest.ofFile(IMPORT, "rows"),
                PayloadDigest.ofFile(IMPORT, "atomic", "rows")))
        .containsExactly(
            "373cfd759e6f3e5d8565be1dbf7352eab78d85aec556f11e51c528f11561441d",
            "2a6fd8becc51be93ed433f0cfd318001045193f63570709f08bbc7373f07d060",
            "0f9aefc2ad477c7d6dc6bb6023ed60577a2198839be39ca8f67559fd3814f272");
  }
}
