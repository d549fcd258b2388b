package tradecredit.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instants in bodies are in UTC, however RFC 3339 lets one say so. */
class InstantsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001-05-16T12:00:00Z",
        "2001-05-16t12:00:00z",
        "2001-05-16T12:00:00.000Z",
        "2001-05-16T12:00:00+00:00",
        "2001-05-16T12:00:00.000000-00:00"
      })
  void utc_is_written_with_a_letter_or_with_an_offset_of_nothing(String text) {
    assertThat(Texts.instant(text)).isEqualTo(Instant.parse("2001-05-16T12:00:00Z"));
    assertThat(Texts.instantAnywhere(text)).isEqualTo(Texts.instant(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001-05-16T14:00:00+02:00",
        "2001-05-16T12:00:00",
        "2001-05-16T12:00:00+0000",
        "2001-05-16 12:00:00Z",
        "2001-05-16T12:00Z",
        "2001-05-16T24:00:00Z"
      })
  void other_offsets_and_other_forms_are_none_of_a_body(String text) {
    assertThatThrownBy(() -> Texts.instant(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not an instant in UTC as 2001-05-16T12:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31T23:59:59Z", "0000-12-31T23:59:59Z"})
  void one_beyond_those_that_are_taken_is_told_the_bounds(String text) {
    assertThatThrownBy(() -> Texts.instant(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"%s\" is not from 0001-01-01 to 9998-12-31, the days that are taken", text);
  }
}
