package tradecredit.http.posting;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import tradecredit.access.Credentials;
import tradecredit.http.wire.Addressed;

/**
 * Takes a JSON body to a desk that has a transaction of its own, which no account's lane takes: on
 * a thread that may wait for the database.
 */
@Singleton
public final class OffLane {

  private final Credentials credentials;
  private final Executor blocking;

  OffLane(Credentials credentials, @Named(TaskExecutors.BLOCKING) Executor blocking) {
    this.credentials = credentials;
    this.blocking = blocking;
  }

  /**
   * Submits under the request's key, if its sender may still post when its body is there.
   *
   * @param desk what is done with the request's key and the digest of its payload
   */
  public <A> CompletionStage<A> submit(
      HttpRequest<?> request, JsonNode body, BiFunction<String, String, A> desk) {
    String key = Addressed.key(request);
    String digest = Submissions.digest(request, body);
    return credentials
        .confirm(request)
        .thenApplyAsync(mayStill -> desk.apply(key, digest), blocking);
  }
}
