package tradecredit.http.wire;

import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;

/**
 * How bodies are written, and where large ones are: off the event loops.
 *
 * @param json what every answer is written with
 * @param threads that may take their time
 */
@Singleton
public record Rendering(JsonMapper json, @Named(TaskExecutors.BLOCKING) Executor threads) {

  /** A body as it is sent. */
  public byte[] bytes(Object body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException("an answer is always JSON", impossible);
    }
  }
}
