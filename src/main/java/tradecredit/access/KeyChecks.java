package tradecredit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the owner of an API key. Each check reads the store after the request arrived, so a key
 * that is revoked on one replica is refused on all of them at once; checks that come together share
 * a query.
 */
@Singleton
final class KeyChecks {

  private static final Logger LOG = LoggerFactory.getLogger(KeyChecks.class);

  /** Compared with where no key has that id, so that it takes as long as where one has. */
  private static final String NO_DIGEST = "0".repeat(64);

  private static final int MOST_REMEMBERED = 10_000;

  private final Duration trust;
  private final Cache<String, Remembered> remembered;
  private final LastUses uses;
  private final SharedReads<String, ApiKeys.Seen> reads;

  /** A key that held at {@code since}, by {@link System#nanoTime}, as it was then. */
  private record Remembered(
      String digest, Principal principal, long since, AtomicBoolean checkedAgain) {

    /** Whether it is older than {@code age} and to be checked again; true once. */
    boolean isToBeChecked(Duration age) {
      return System.nanoTime() - since > age.toNanos() && checkedAgain.compareAndSet(false, true);
    }
  }

  KeyChecks(
      ApiKeys keys,
      AccessSettings settings,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.trust = settings.trust();
    this.remembered =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(trust)
            .build();
    this.uses = new LastUses(keys::used, executor);
    this.reads = new SharedReads<>(keys::find, SharedReads.reader("key-checks"), settings.shared());
  }

  /** The owner of {@code text}; none where it is unknown, altered, revoked or expired. */
  CompletableFuture<Optional<Principal>> check(KeyText text) {
    CompletableFuture<Optional<ApiKeys.Seen>> read = reads.read(text.id());
    // While that is under way.
    String digest = text.digest();
    return read.thenApply(found -> owner(text.id(), digest, found.orElse(null)));
  }

  /**
   * The owner of {@code text} if it was checked a while ago, no longer than trust lasts, and held.
   * What is done on trust of it must be proved by whoever does it. A key in use is checked again
   * beside that when half the time is over, which notes its use: a crowd that comes by it never has
   * to wait for the store together.
   */
  Optional<Principal> remembered(KeyText text) {
    Remembered known = remembered.getIfPresent(text.id());
    boolean same = KeyText.areEqual(text.digest(), known == null ? NO_DIGEST : known.digest());
    if (known == null || !same) {
      return Optional.empty();
    }
    if (known.isToBeChecked(trust.dividedBy(2))) {
      checkAgain(text);
    }
    return Optional.of(known.principal());
  }

  /** Where that fails, the key is checked by the first who comes when the time is over. */
  private void checkAgain(KeyText text) {
    try {
      Future<?> _ = check(text).whenComplete((found, fault) -> notChecked(fault));
    } catch (TurnedAwayException busy) {
      notChecked(busy);
    }
  }

  private static void notChecked(@Nullable Throwable fault) {
    if (fault != null) {
      LOG.warn("A key in use is not checked again now: {}", fault.getMessage());
    }
  }

  private Optional<Principal> owner(String id, String digest, ApiKeys.@Nullable Seen found) {
    boolean same = KeyText.areEqual(digest, found == null ? NO_DIGEST : found.key().digest());
    if (found == null || !found.key().isGoodAt(found.at())) {
      remembered.invalidate(id);
      return Optional.empty();
    }
    if (!same) {
      return Optional.empty();
    }
    uses.note(found);
    Principal principal = Principal.byKey(found.key());
    remembered.put(id, new Remembered(digest, principal, System.nanoTime(), new AtomicBoolean()));
    return Optional.of(principal);
  }
}
