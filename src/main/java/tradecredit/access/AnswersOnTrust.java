package tradecredit.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Holds back what is answered to a request that was let in {@link OnTrust} and whose key nobody has
 * proved, a fault in its body for instance, until it is. That there is no room just now may be told
 * to anyone.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class AnswersOnTrust implements Ordered {

  private final Credentials credentials;
  private final Admission admission;

  AnswersOnTrust(Credentials credentials, Admission admission) {
    this.credentials = credentials;
    this.admission = admission;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  /** Lets an answer go. */
  @ResponseFilter
  CompletionStage<MutableHttpResponse<?>> answer(
      HttpRequest<?> request, MutableHttpResponse<?> response) {
    Admitted admitted = Admitted.of(request);
    if (admitted.unprovedKey() == null
        || response.code() == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
      return CompletableFuture.completedFuture(response);
    }
    return credentials
        .known(request)
        .thenApply(
            found -> {
              if (found.isEmpty()) {
                throw admission.turnAway(request);
              }
              Permission denied = admitted.deniedOnTrust();
              TurnedAwayException away =
                  denied == null ? null : admission.judge(request, found.get(), denied);
              if (away != null) {
                throw away;
              }
              return response;
            });
  }
}
