package tradecredit.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What is said of a value that is not taken is true of it. */
class FieldMessagesTest {

  @Test
  void a_date_beyond_those_that_are_taken_is_told_the_bounds() {
    for (String date : new String[] {"9999-12-31", "0000-12-31"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Texts.date(date))
          .withMessage(
              "\"%s\" is not from 0001-01-01 to 9998-12-31, the days that are taken"
                  .formatted(date));
    }
    assertThat(Texts.date("9998-12-31")).isEqualTo("9998-12-31");
  }

  @Test
  void a_number_that_is_not_whole_is_repeated() {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("quantity", 1.5);
    Faults faults = new Faults();
    new JsonFields(line, "", faults).requiredLong("quantity", 1, 10);
    assertThat(faults.list())
        .extracting(Fault::detail)
        .containsExactly("quantity must be a whole number, not 1.5");
  }

  /** What ECMAScript's {@code \\s} takes, as the pattern in the API document does. */
  @Test
  void a_reason_of_nothing_but_spaces_says_nothing() {
    for (String spaces :
        new String[] {" ", "\t\r\n", "\u00a0", "\u2007\u202f", "\ufeff", "\u3000"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Texts.reason(spaces))
          .withMessage("a reason says something");
    }
    assertThat(Texts.reason("\u00a0x")).isEqualTo("\u00a0x");
  }
}
