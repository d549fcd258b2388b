package tradecredit.store.inquiry;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** The entries, read page by page: one statement a page, the same on both databases. */
@JdbcRepository(dialect = Dialect.ANSI)
interface Entries extends GenericRepository<EntryRow, Long> {

  /**
   * The entries after {@code after}, in order; before the first one, {@code genesis} is the
   * previous hash.
   */
  @Query(
      """
      SELECT e.account_id, e.sequence, e.kind, e.amount, e.balance_before, e.balance_after, e.effective_date,
        e.business_date, e.recorded_at, e.principal, e.document_number,
        COALESCE((SELECT p.hash FROM entry p WHERE p.account_id = e.account_id AND p.sequence = e.sequence - 1),
          :genesis) AS previous_hash,
        e.hash
      FROM entry e WHERE e.account_id = :account AND e.sequence > :after ORDER BY e.account_id, e.sequence LIMIT :most
      """)
  List<EntryRow> page(String account, long after, int most, String genesis);

  /**
   * Of those, the ones up to {@code last} that are effective from {@code first} to {@code asOf}.
   */
  @Query(
      """
      SELECT e.account_id, e.sequence, e.kind, e.amount, e.balance_before, e.balance_after, e.effective_date,
        e.business_date, e.recorded_at, e.principal, e.document_number,
        COALESCE((SELECT p.hash FROM entry p WHERE p.account_id = e.account_id AND p.sequence = e.sequence - 1),
          :genesis) AS previous_hash,
        e.hash
      FROM entry e WHERE e.account_id = :account AND e.sequence > :after AND e.sequence <= :last
        AND e.effective_date BETWEEN :first AND :asOf ORDER BY e.account_id, e.sequence LIMIT :most
      """)
  List<EntryRow> effective(
      String account,
      long after,
      long last,
      LocalDate first,
      LocalDate asOf,
      int most,
      String genesis);
}
