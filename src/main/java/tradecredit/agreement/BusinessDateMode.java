package tradecredit.agreement;

/** Where the book's today comes from. */
public enum BusinessDateMode {
  /** Today in the agreement's time zone. */
  SYSTEM,
  /** What an operator last set: an end-of-day roll, or a replay of history. */
  MANUAL
}
