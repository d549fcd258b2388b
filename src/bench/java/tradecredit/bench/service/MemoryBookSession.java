package tradecredit.bench.service;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tradecredit.ledger.BatchItem;
import tradecredit.ledger.Book;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Position;
import tradecredit.ledger.TermsHistory;
import tradecredit.posting.BookSession;
import tradecredit.posting.KeyRecord;
import tradecredit.posting.Loaded;

/** One account in memory. Used by one thread at a time. */
final class MemoryBookSession implements BookSession {

  private final TermsHistory terms;
  private final Loaded loaded;
  private Position position;
  private Set<String> unprovedApiKeys = Set.of();

  /** Begins where the account stands in the database. */
  MemoryBookSession(BookSession real) {
    terms = real.terms();
    loaded = real.loaded();
    position = real.position();
  }

  /** Takes the API keys of the next batch for good. */
  void trust(Set<String> keys) {
    unprovedApiKeys = keys;
  }

  @Override
  public Position position() {
    return position;
  }

  @Override
  public TermsHistory terms() {
    return terms;
  }

  @Override
  public Loaded loaded() {
    return new Loaded(
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        loaded.businessDate(),
        Map.of(),
        unprovedApiKeys,
        List.of(),
        List.of(),
        loaded.dueOn(),
        List.of(),
        loaded.desk());
  }

  @Override
  public Map<Long, Outcome> outcomes(Collection<Long> decisions) {
    throw new IllegalStateException("nothing is repeated here");
  }

  @Override
  public List<BatchItem> refusedItems(long decision) {
    throw new IllegalStateException("nothing is repeated here");
  }

  @Override
  public void write(Book book, List<KeyRecord> keys) {
    position = book.position();
  }
}
