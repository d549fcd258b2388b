package tradecredit.webhook;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.Set;

/**
 * Of which endpoints the log has been told something, so that it is told once and not at each look.
 * Of more than ten thousand, those that it was not told of for longest may be told once more.
 */
final class SaidOnce {

  private static final int MOST_REMEMBERED = 10_000;

  private final Set<EndpointId> said =
      Collections.newSetFromMap(
          Caffeine.newBuilder()
              .executor(Runnable::run)
              .maximumSize(MOST_REMEMBERED)
              .<EndpointId, Boolean>build()
              .asMap());

  /** Whether it is to be said of {@code endpoint} now. */
  boolean begins(EndpointId endpoint) {
    return said.add(endpoint);
  }

  /** It is so no more: where it begins again, it is said again. */
  void ends(EndpointId endpoint) {
    boolean _ = said.remove(endpoint);
  }
}
