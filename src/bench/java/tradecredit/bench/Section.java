package tradecredit.bench;

/** One question of the measuring desk. It starts what it needs and stops it again. */
interface Section {

  /** Measures and reports; what it throws is printed, and the next section goes on. */
  void measure(Desk desk) throws Exception;
}
