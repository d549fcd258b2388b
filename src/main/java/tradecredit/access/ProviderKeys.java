package tradecredit.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the provider's keys and remembers how that ended: what is kept in front of it, caches and
 * limits, tells of a key that is not there and of a provider that is not there in the same way.
 */
final class ProviderKeys implements JWKSetSource<SecurityContext> {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);
  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

  private final JWKSetSource<SecurityContext> provider;
  private final AtomicLong warnedAt =
      new AtomicLong(System.nanoTime() - BETWEEN_WARNINGS.toNanos());
  private volatile boolean fetched;

  ProviderKeys(JWKSetSource<SecurityContext> provider) {
    this.provider = provider;
  }

  /** Whether the last fetch succeeded; not before the first. */
  boolean wereFetched() {
    return fetched;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long currentTime, SecurityContext context)
      throws KeySourceException {
    try {
      JWKSet keys = provider.getJWKSet(evaluator, currentTime, context);
      fetched = true;
      return keys;
    } catch (KeySourceException away) {
      fetched = false;
      warn(away);
      throw away;
    }
  }

  /** At most once a minute: callers come again and again. */
  private void warn(KeySourceException away) {
    long last = warnedAt.get();
    long now = System.nanoTime();
    if (now - last >= BETWEEN_WARNINGS.toNanos() && warnedAt.compareAndSet(last, now)) {
      LOG.warn("The token provider's keys cannot be fetched: {}", away.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    provider.close();
  }
}
