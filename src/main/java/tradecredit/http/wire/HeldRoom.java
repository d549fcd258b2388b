package tradecredit.http.wire;

import tradecredit.agreement.PartyId;

/**
 * The room that one request holds from before its work begins until its client has taken the
 * answer, or its connection is gone and the work has ended. It has one holder at a time: the
 * request, then its place among the {@link OwedAnswers}, then the write of the answer's end.
 */
public final class HeldRoom {

  private final BodyRoom room;
  private final PartyId side;
  private long taken;
  private long owed;

  /** Of {@code taken} bytes, which the side took. */
  HeldRoom(BodyRoom room, PartyId side, long taken) {
    this.room = room;
    this.side = side;
    this.taken = taken;
  }

  /** From here on it is what the answer takes, in bytes: what was taken beyond is given back. */
  public void becomes(long answer) {
    long spare = Math.max(0, taken - answer);
    room.giveBack(side, spare);
    taken -= spare;
    owed = answer - taken;
    room.owe(side, owed);
  }

  /** Gives all of it back; it is held no more then. */
  public void giveBack() {
    room.owe(side, -owed);
    room.giveBack(side, taken);
  }
}
