package tradecredit.inquiry;

/** Which of the cases that somebody opens and somebody decides are listed. */
public enum CaseFilter {
  /** All of them. */
  ALL,
  /** Those that are undecided. */
  OPEN,
  /** Those that are decided. */
  DECIDED
}
