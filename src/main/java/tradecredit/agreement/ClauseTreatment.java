package tradecredit.agreement;

/** What the book does about a clause. */
public enum ClauseTreatment {
  /** The book applies it: it computes by the clause, or refuses a posting for its sake. */
  ENFORCED,
  /** The book shows it to its readers and applies no rule for its sake. */
  RECORDED,
  /** The clause concerns nothing that this book holds. */
  OUTSIDE
}
