package tradecredit.posting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a batch, or a request that takes no lane, may go by over all its attempts, of which one may
 * have been committed though its answer was lost: the API keys that held then hold for the next,
 * and what was put on record then was told to nobody yet.
 */
final class Proofs {

  private final Set<String> proved = new HashSet<>();
  private Set<String> assumed = Set.of();
  private Set<KeyRecord> written = Set.of();

  /**
   * The keys to go by in an attempt that reads nothing first: it is committed only if they all
   * hold. If its answer is lost, the records that it {@link #wrote} tell whether it was.
   */
  Set<String> assumed(BookSession session) {
    assumed = session.loaded().provedApiKeys();
    return assumed;
  }

  /** What an attempt puts on record. */
  void wrote(List<KeyRecord> records) {
    written = Set.copyOf(records);
  }

  /** Whether an attempt before this one put {@code known} on record. */
  boolean isOwn(KeyRecord known) {
    return written.contains(known);
  }

  /** The keys to go by in a session that has looked, under the account's lock. */
  Set<String> under(BookSession session) {
    // A batch is committed whole or not at all, so one of its records speaks for all. What is not
    // there under the lock will not appear later.
    if (written.stream().anyMatch(session.loaded().answered()::containsValue)) {
      proved.addAll(assumed);
    }
    assumed = Set.of();
    proved.addAll(session.loaded().provedApiKeys());
    return proved;
  }
}
