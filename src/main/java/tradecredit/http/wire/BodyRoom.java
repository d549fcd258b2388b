package tradecredit.http.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory, in bytes, that bodies may take together until they are answered, and of it what those
 * of one party may. There are as many parties as the agreement has: whoever is of none is turned
 * away before. Any thread may ask.
 */
final class BodyRoom {

  private static final int PERCENT = 100;

  private final AtomicLong left;
  private final long mostOfOneParty;
  private final Map<String, AtomicLong> leftToParty = new ConcurrentHashMap<>();

  /**
   * An empty one.
   *
   * @param bytes in all
   * @param percentPerParty of that, at most, for one party
   */
  BodyRoom(long bytes, int percentPerParty) {
    this.left = new AtomicLong(bytes);
    this.mostOfOneParty = bytes / PERCENT * percentPerParty;
  }

  /** Whether there was room for {@code bytes} of the party, which are taken then. */
  boolean take(String party, long bytes) {
    AtomicLong own = own(party);
    if (!take(own, bytes)) {
      return false;
    }
    boolean taken = take(left, bytes);
    if (!taken) {
      own.addAndGet(bytes);
    }
    return taken;
  }

  private static boolean take(AtomicLong room, long bytes) {
    if (room.addAndGet(-bytes) >= 0) {
      return true;
    }
    room.addAndGet(bytes);
    return false;
  }

  /** Gives back what the party took. */
  void giveBack(String party, long bytes) {
    own(party).addAndGet(bytes);
    left.addAndGet(bytes);
  }

  private AtomicLong own(String party) {
    return leftToParty.computeIfAbsent(party, first -> new AtomicLong(mostOfOneParty));
  }
}
