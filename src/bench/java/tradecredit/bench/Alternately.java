package tradecredit.bench;

/** Two things in turn, of which every other round begins with the other one. */
final class Alternately {

  private Alternately() {}

  /** One of them. */
  @FunctionalInterface
  interface Part {
    void run() throws Exception;
  }

  /** Both, in the order of that round. */
  static void run(int round, Part one, Part other) throws Exception {
    boolean asNamed = round % 2 == 0;
    (asNamed ? one : other).run();
    (asNamed ? other : one).run();
  }
}
