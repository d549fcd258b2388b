package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.posting.BookUnavailableException;

/** Who only asked is not told of posting, and who posts is. */
class ProblemWordsTest {

  @ParameterizedTest
  @EnumSource(
      value = HttpMethod.class,
      names = {"GET", "HEAD", "POST", "PUT", "DELETE"})
  void what_failed_is_worded_by_the_method(HttpMethod method) {
    boolean posts = method != HttpMethod.GET && method != HttpMethod.HEAD;
    HttpRequest<?> request = HttpRequest.create(method, "/v1/accounts/auxer-to-kattosko/balance");

    Object away =
        new ProblemHandlers.Unavailable()
            .handle(request, new BookUnavailableException("away"))
            .body();
    Object failed =
        new ProblemResponses(new BodySizes(1, 1))
            .processResponse(ErrorContext.builder(request).build(), HttpResponse.serverError())
            .body();

    for (Object answer : Arrays.asList(away, failed)) {
      assertThat(answer)
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.detail().contains("posted")).isEqualTo(posts));
    }
  }
}
