package tradecredit.access;

import io.micronaut.http.HttpRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of a request on its way in: when it came, and whether its key is proved. It goes
 * with the request from thread to thread, of which one at a time has it.
 */
public final class Admitted {

  private static final String NAME = Admitted.class.getName();

  /** For so long what was admitted needs no second look. */
  private static final Duration FRESH = Duration.ofMillis(200);

  private final long arrivedAt = System.nanoTime();
  private volatile @Nullable Long admittedAt;
  private volatile @Nullable String unprovedKey;
  private volatile @Nullable Permission deniedOnTrust;

  private Admitted() {}

  /** Notes that {@code request} has come, before anything is read for it. */
  static void arrived(HttpRequest<?> request) {
    request.setAttribute(NAME, new Admitted());
  }

  /** What is noted of {@code request}; of one that nobody noted, that it came now. */
  public static Admitted of(HttpRequest<?> request) {
    return request.getAttribute(NAME, Admitted.class).orElseGet(Admitted::new);
  }

  /**
   * An instant, by {@link System#nanoTime}, at which the request had arrived and nothing had been
   * read for it: what is read later is never older than the request.
   */
  public long arrivedAt() {
    return arrivedAt;
  }

  /**
   * The id of the key that the request was let in by on trust, which whoever decides is to prove;
   * null where it is proved.
   */
  public @Nullable String unprovedKey() {
    return unprovedKey;
  }

  /** Notes that the request's key was proved by whoever decided. */
  public void proved() {
    unprovedKey = null;
  }

  /** Notes that the request is let in before its key is proved. */
  void onTrust(KeyText key) {
    unprovedKey = key.id();
  }

  /** Notes that the request is let in by a key or token that holds at this moment. */
  void letIn() {
    admittedAt = System.nanoTime();
  }

  /** Whether that was so short a while ago that it needs no second look. */
  boolean isFresh() {
    Long last = admittedAt;
    return last != null && System.nanoTime() - last < FRESH.toNanos();
  }

  /** Notes what the request was denied before its key was proved. */
  void denied(Permission wanted) {
    deniedOnTrust = wanted;
  }

  /** What the request was denied before its key was proved; null where that is nothing. */
  @Nullable Permission deniedOnTrust() {
    return deniedOnTrust;
  }
}
