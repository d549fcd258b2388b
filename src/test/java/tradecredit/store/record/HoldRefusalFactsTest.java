package tradecredit.store.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tradecredit.ledger.DeskRefusal;
import tradecredit.ledger.Hold;
import tradecredit.ledger.Refusal;

/**
 * Books hold refusals about holds in the form that they had before the holds had one of their own.
 */
class HoldRefusalFactsTest {

  private static final LocalDate DATE = LocalDate.of(2001, 6, 1);

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            new DeskRefusal.AlreadyOnHold(new Hold(12, "looked into", DATE)),
            """
            {"state":"looked into","sequence":12,"date":"2001-06-01"}"""),
        Arguments.of(
            new DeskRefusal.NotOnHold(DATE),
            """
            {"state":"none","sequence":0,"date":"2001-06-01"}"""),
        Arguments.of(
            new Refusal.AccountOnHold("looked into", DATE),
            """
            {"reason":"looked into","since":"2001-06-01"}"""));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_refusal_about_a_hold_is_written_and_read_as_it_always_was(Refusal refusal, String facts) {
    assertThat(RefusalFacts.write(refusal)).isEqualTo(facts);
    assertThat(RefusalFacts.read(refusal.code().code(), facts)).isEqualTo(refusal);
  }
}
