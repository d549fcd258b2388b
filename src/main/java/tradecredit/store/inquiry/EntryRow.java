package tradecredit.store.inquiry;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Act;
import tradecredit.ledger.Entry;
import tradecredit.money.Money;

/** An entry as it lies in its table, with the hash of the one before it. */
@MappedEntity("entry")
record EntryRow(
    String accountId,
    @Id long sequence,
    String kind,
    long amount,
    long balanceBefore,
    long balanceAfter,
    LocalDate effectiveDate,
    LocalDate businessDate,
    Instant recordedAt,
    String principal,
    String documentNumber,
    String previousHash,
    String hash) {

  Entry entry() {
    return new Entry(
        new AccountId(accountId),
        sequence,
        Act.of(kind),
        Money.ofCents(amount),
        Money.ofCents(balanceBefore),
        Money.ofCents(balanceAfter),
        effectiveDate,
        businessDate,
        recordedAt.truncatedTo(ChronoUnit.MICROS),
        principal,
        documentNumber,
        previousHash,
        hash);
  }
}
