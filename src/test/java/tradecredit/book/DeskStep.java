package tradecredit.book;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One thing that happens to an account in a random test. What it refers to, it names by a place in
 * a list of what there is when it is played, so any shorter list of steps can be played, too.
 *
 * @param kind what happens
 * @param pick which of what there is
 * @param days so many days back from the business date, or ahead
 * @param amount in cents; multiples of 50.00 mostly, so that limits and open amounts are met
 * @param choice what else there is to choose
 */
record DeskStep(Kind kind, int pick, int days, long amount, int choice) {

  /** What can happen. */
  enum Kind {
    INVOICE(26),
    DELIVERED(3),
    PAYMENT(6),
    PAYMENT_TO(4),
    RETURN(6),
    REALLOCATION(6),
    CREDIT_NOTE(4),
    NOTE_REALLOCATION(5),
    WRITE_OFF(4),
    WRITE_OFF_DECISION(5),
    DISPUTE(7),
    RESOLUTION(7),
    HOLD(1),
    LIFT(3),
    ACKNOWLEDGEMENT(3),
    AMENDMENT(6),
    AMENDMENT_DECISION(8),
    SET_OFF(5),
    SET_OFF_DECISION(6),
    NEXT_DAY(9);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  private static final List<Kind> KINDS = weighted();

  private static List<Kind> weighted() {
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < kind.weight; i++) {
        kinds.add(kind);
      }
    }
    return List.copyOf(kinds);
  }

  /** So many steps from one seed, the same at every run. */
  static List<DeskStep> random(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<DeskStep> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(
          new DeskStep(
              KINDS.get(random.nextInt(KINDS.size())),
              random.nextInt(1000),
              random.nextInt(4) == 0 ? random.nextInt(-1, 12) : 0,
              random.nextInt(5) == 0
                  ? random.nextLong(1, 900_000)
                  : random.nextLong(1, 160) * 5_000,
              random.nextInt(1000)));
    }
    return steps;
  }
}
