package tradecredit.http.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tradecredit.agreement.PartyId;

/**
 * The memory, in bytes, that bodies and answers may take together, and of it what those of one side
 * may: of a party, or of all members of its group. There are no more sides than the agreement has
 * parties: whoever is of none is turned away before. Any thread may ask.
 */
final class BodyRoom {

  private static final int PERCENT = 100;

  private final AtomicLong left;
  private final long mostOfOneSide;
  private final Map<PartyId, AtomicLong> leftToSide = new ConcurrentHashMap<>();

  /**
   * An empty one.
   *
   * @param bytes in all
   * @param percentPerSide of that, at most, for one side
   * @param one but no less than this, if it is there: so much one body may have
   */
  BodyRoom(long bytes, int percentPerSide, long one) {
    this.left = new AtomicLong(bytes);
    this.mostOfOneSide = Math.min(bytes, Math.max(one, bytes / PERCENT * percentPerSide));
  }

  /**
   * Whether there was room for {@code bytes} of the side, which are taken then. For a side that
   * owes any there is none, not even for nothing.
   */
  boolean take(PartyId side, long bytes) {
    AtomicLong own = own(side);
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
    return room.getAndUpdate(free -> free < bytes ? free : free - bytes) >= bytes;
  }

  /** Gives back what the side took. */
  void giveBack(PartyId side, long bytes) {
    own(side).addAndGet(bytes);
    left.addAndGet(bytes);
  }

  /**
   * Takes what an answer turned out to need beyond its room, from its side alone, whether there is
   * any or not: so it keeps no other out, and its side gets no more until enough is given back.
   *
   * @param bytes negative where that is given back
   */
  void owe(PartyId side, long bytes) {
    own(side).addAndGet(-bytes);
  }

  private AtomicLong own(PartyId side) {
    return leftToSide.computeIfAbsent(side, first -> new AtomicLong(mostOfOneSide));
  }
}
