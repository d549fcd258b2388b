package tradecredit.store.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.BusinessDateMode;
import tradecredit.agreement.TradingAccount;
import tradecredit.ledger.EntryChain;
import tradecredit.ledger.Position;
import tradecredit.ledger.Standing;
import tradecredit.ledger.TermsHistory;
import tradecredit.ledger.TermsVersion;
import tradecredit.money.Money;
import tradecredit.posting.BusinessDateSettings;
import tradecredit.posting.Wanted;
import tradecredit.store.head.BookClock;
import tradecredit.store.head.HeadTable;
import tradecredit.support.ShippedAgreement;

class UnaskedWriteTest {

  /** Midnight of 17 May 2001 in New York. */
  private static final Instant MIDNIGHT = Instant.parse("2001-05-17T04:00:00Z");

  private static final LocalDate DAY = LocalDate.parse("2001-05-16");

  private final Agreement agreement = ShippedAgreement.read();
  private final TradingAccount account = agreement.accounts().getFirst();

  /** An account without any entry, as it was left on that day at that instant. */
  private AsLeft left(LocalDate day, Instant now) {
    Position position =
        new Position(
            account.id(),
            day,
            now,
            new Position.Figures(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO),
            Standing.GOOD,
            null,
            Position.Last.NONE,
            EntryChain.GENESIS);
    TermsVersion terms = new TermsVersion(1, DAY, account.terms(), null);
    return new AsLeft(
        new HeadTable.Head(position, 1), new TermsHistory(List.of(terms)), now, day, 0);
  }

  private boolean isUnasked(AsLeft left, BusinessDateMode mode, Duration later) {
    BookClock clock = new BookClock(agreement, new BusinessDateSettings(mode));
    return UnaskedWrite.of(left, Wanted.NOTHING, clock, agreement, later.toNanos()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "PT2S, PT0S, true",
    "PT2S, PT0.999999S, true",
    "PT2S, PT1S, false",
    "PT2S, PT1.999999S, false",
    "PT0.000001S, PT0S, false",
  })
  void in_the_last_second_of_a_day_the_clock_is_asked(
      Duration before, Duration later, boolean unasked) {
    AsLeft left = left(DAY, MIDNIGHT.minus(before));
    assertThat(isUnasked(left, BusinessDateMode.SYSTEM, later)).isEqualTo(unasked);
    assertThat(isUnasked(left, BusinessDateMode.MANUAL, later))
        .as("that day ends when it is turned, which the write compares")
        .isTrue();
  }

  @Test
  void the_first_on_a_new_day_asks_and_who_follows_it_need_not() {
    assertThat(isUnasked(left(DAY, MIDNIGHT), BusinessDateMode.SYSTEM, Duration.ZERO)).isFalse();
    AsLeft judged = left(DAY.plusDays(1), MIDNIGHT);
    assertThat(isUnasked(judged, BusinessDateMode.SYSTEM, Duration.ZERO)).isTrue();
  }
}
