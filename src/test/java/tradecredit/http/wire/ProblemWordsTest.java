package tradecredit.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.platform.UnavailableException;

/**
 * Who only asked is not told of posting, who posts is told of the key, and who has none is told to
 * look first: what is sent again without a key is done twice.
 */
class ProblemWordsTest {

  private static final String SAME_KEY = "send it again with the same key to find out.";
  private static final String LOOK =
      "Whether this was done is not known: look before you send it again.";

  /** What is told of an outage, and of a failure. */
  private static List<String> told(HttpRequest<?> request) {
    Object away =
        new ProblemHandlers()
            .unavailable()
            .handle(request, new UnavailableException("away"))
            .body();
    Object failed =
        new ProblemResponses(new BodySizes(1, 1))
            .processResponse(ErrorContext.builder(request).build(), HttpResponse.serverError())
            .body();
    return Stream.of(away, failed)
        .map(body -> Objects.requireNonNull((Problem) body).detail())
        .toList();
  }

  private static MutableHttpRequest<?> request(HttpMethod method, String path) {
    return HttpRequest.create(method, path);
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpMethod.class,
      names = {"GET", "HEAD"})
  void who_only_asked_is_told_to_ask_again(HttpMethod method) {
    assertThat(told(request(method, "/v1/accounts/auxer-to-kattosko/balance")))
        .containsExactly(
            "The book cannot be reached. Ask again.", "The service failed. Ask again.");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/accounts/auxer-to-kattosko/credit-checks",
    "/v1/agreements/clifton-telecard-2001/covenant-checks"
  })
  void a_check_only_asks(String path) {
    assertThat(told(request(HttpMethod.POST, path)))
        .containsExactly(
            "The book cannot be reached. Ask again.", "The service failed. Ask again.");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/accounts/auxer-to-kattosko/invoices",
    "DELETE, /v1/accounts/auxer-to-kattosko/hold"
  })
  void who_has_a_key_is_told_to_send_it_again(HttpMethod method, String path) {
    HttpRequest<?> request = request(method, path).header("Idempotency-Key", "k");
    Addressed.requireKey(request);
    assertThat(Addressed.key(request)).isEqualTo("k");
    assertThat(told(request)).allSatisfy(detail -> assertThat(detail).endsWith(SAME_KEY));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/webhook-endpoints",
    "POST, /v1/api-keys",
    "PUT, /v1/business-date",
    "DELETE, /v1/accounts/auxer-to-kattosko/hold",
    "DELETE, /v1/api-keys/tck"
  })
  void who_has_no_key_or_one_that_nobody_asked_for_is_told_to_look_first(
      HttpMethod method, String path) {
    for (MutableHttpRequest<?> request :
        List.of(request(method, path), request(method, path).header("Idempotency-Key", "k"))) {
      assertThat(told(request))
          .containsExactly("The book cannot be reached. " + LOOK, "The service failed. " + LOOK);
    }
  }
}
