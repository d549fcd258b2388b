package tradecredit.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.support.Client.Answer;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** An answer is sent as it is, however long it is and whatever its client would take. */
class PlainAnswersTest {

  @ParameterizedTest
  @ValueSource(strings = {"/v1/agreements", "/openapi/trade-credit-ledger.yml"})
  void a_long_answer_is_not_compressed(String path) {
    try (Service service = Service.on(TestDatabase.H2)) {
      Answer plain = service.client().get(path);
      Answer answer = service.client().get(path, "Accept-Encoding", "gzip, deflate, br");
      assertThat(plain.bytes()).hasSizeGreaterThan(1024);
      assertThat(answer.header("Content-Encoding")).isEmpty();
      assertThat(answer.bytes()).isEqualTo(plain.bytes());
    }
  }
}
