package tradecredit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How often a principal may ask: a token bucket each, on each replica. A bucket that nobody used
 * for a whole period is full again and is forgotten.
 */
@Singleton
final class RateLimits {

  private static final int MOST_REMEMBERED = 10_000;

  private final AccessSettings settings;
  private final Cache<String, Bucket> buckets;

  RateLimits(AccessSettings settings) {
    this.settings = settings;
    this.buckets =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(settings.period())
            .build();
  }

  /**
   * Counts a request.
   *
   * @return how long to wait before one more is taken; zero where this one is
   */
  Duration count(Principal principal) {
    Bucket bucket = buckets.get(principal.name(), name -> full());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(settings.requests())
                    .refillGreedy(settings.requests(), settings.period()))
        .build();
  }
}
