package tradecredit.posting;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The API keys that a batch may go by, over all its attempts. A key that held at an attempt whose
 * answer was lost, and which may have been committed, holds for the next.
 */
final class Proofs {

  private final Set<String> proved = new HashSet<>();
  private @Nullable Instant assumedAt;

  /**
   * The keys of an attempt that is committed only if they all hold, and otherwise never was: if its
   * answer is lost, only the book can tell.
   */
  Set<String> assumed(BookSession session) {
    assumedAt = session.loaded().now();
    return session.loaded().provedKeys();
  }

  /** The keys to go by in a session that has looked. */
  Set<String> under(BookSession session, List<Submission> submissions) {
    proved.addAll(session.loaded().provedKeys());
    Instant since = assumedAt;
    if (since != null && submissions.stream().allMatch(one -> isIn(session, one, since))) {
      submissions.stream()
          .map(one -> one.caller().unprovedKey())
          .filter(key -> key != null)
          .forEach(proved::add);
    }
    return proved;
  }

  private static boolean isIn(BookSession session, Submission submission, Instant since) {
    KeyRecord record = session.loaded().answered().get(submission.key());
    return record != null
        && record.digest().equals(submission.digest())
        && !record.recordedAt().isBefore(since);
  }
}
