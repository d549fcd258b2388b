package tradecredit.bench;

/**
 * What a ratio is to be, in the words of the project's issue 6.
 *
 * @param least whether it is to be at least, or else at most, {@code bound}
 * @param bound in the unit of the ratio; not a number where nothing is aimed at
 */
record Aim(boolean least, double bound) {

  /** The figure is for information. */
  static final Aim NONE = new Aim(true, Double.NaN);

  static Aim atLeast(double bound) {
    return new Aim(true, bound);
  }

  static Aim atMost(double bound) {
    return new Aim(false, bound);
  }

  /** Whether {@code value} reaches it, in a word; empty where there is no aim. */
  String verdict(double value) {
    if (Double.isNaN(bound)) {
      return "";
    }
    boolean met = least ? value >= bound : value <= bound;
    return met ? "met" : "MISSED";
  }

  @Override
  public String toString() {
    return Double.isNaN(bound) ? "" : (least ? ">= " : "<= ") + Text.plain(bound);
  }
}
