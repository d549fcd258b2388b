package tradecredit.http.wire;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.convert.format.ReadableBytes;
import jakarta.inject.Singleton;

/**
 * The framework's own bounds of bodies, in bytes.
 *
 * @param whole of a body that is read whole, as a batch is; of a single posting {@link
 *     HttpBounds#postingBytes} is less
 * @param file of one that is read as it comes: an import's
 */
@Singleton
public record BodySizes(
    @ReadableBytes @Value("${micronaut.server.max-request-buffer-size}") long whole,
    @ReadableBytes @Value("${micronaut.server.max-request-size}") long file) {

  /** The 413 for a batch that says that it has {@code length} bytes. */
  ProblemException batchTooLarge(long length) {
    return ProblemException.tooLarge(
        "A batch has at most %d bytes; this one has %d.".formatted(whole, length));
  }
}
