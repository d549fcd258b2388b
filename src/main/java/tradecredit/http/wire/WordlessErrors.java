package tradecredit.http.wire;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import tradecredit.money.Quoted;

/**
 * Makes a problem document of what a filter of the framework turns away without a word: a browser's
 * page from elsewhere that calls a service on its own machine.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WordlessErrors {

  private static final int LEAST_ERROR = 400;

  private final ProblemResponses problems;

  WordlessErrors(ProblemResponses problems) {
    this.problems = problems;
  }

  @ResponseFilter
  void fill(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (response.code() >= LEAST_ERROR && response.body() == null) {
      ErrorContext.Builder context = ErrorContext.builder(request);
      if (response.status() == HttpStatus.FORBIDDEN) {
        request.getOrigin().ifPresent(origin -> context.errorMessage(notFrom(origin)));
      }
      problems.processResponse(context.build(), response);
    }
  }

  private static String notFrom(String origin) {
    return "A browser's page of %s may not call a service by a name of its own machine"
        .formatted(Quoted.of(origin));
  }
}
