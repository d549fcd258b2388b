package tradecredit.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import tradecredit.ledger.Desk;
import tradecredit.ledger.OpenItem;
import tradecredit.money.Money;

/**
 * What a batch was told before it decides.
 *
 * @param now the database's clock, read after the lock, or a reading a moment ago carried on
 *     ({@link BookStore#unasked})
 * @param businessDate the book's today
 * @param answered the keys that were answered before
 * @param provedApiKeys those of the API keys to be proved that are neither revoked nor expired
 * @param items the invoices it named, and the oldest that its payments can reach
 * @param takenReferences those of its references that are taken
 * @param dueOn what is open and undisputed by due date, from the head's business date on; empty
 *     where neither a new day nor the limit asks for it
 * @param falling what falls past due on the days since the head's business date, oldest first
 * @param desk what has become of what an act of the credit desk refers to
 */
public record Loaded(
    Instant now,
    LocalDate businessDate,
    Map<IdempotencyKey, KeyRecord> answered,
    Set<String> provedApiKeys,
    List<OpenItem> items,
    List<String> takenReferences,
    SortedMap<LocalDate, Money> dueOn,
    List<OpenItem> falling,
    Desk desk) {}
