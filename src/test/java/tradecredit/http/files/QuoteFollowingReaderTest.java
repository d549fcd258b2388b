package tradecredit.http.files;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes are followed as the parser follows them. */
class QuoteFollowingReaderTest {

  private static final String ENDED = "\nx\n";

  private static List<CsvRecord> rows(QuoteFollowingReader reader) {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(reader)
        .stream()
        .toList();
  }

  private static List<CsvRecord> rows(String text) {
    return rows(new QuoteFollowingReader(new StringReader(text)));
  }

  private static QuoteFollowingReader after(String text) {
    QuoteFollowingReader reader = new QuoteFollowingReader(new StringReader(text));
    assertThat(rows(reader)).isNotEmpty();
    return reader;
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "a,b| false",
        "a,\"b\"| false",
        "a,\"b| true",
        "a,\"b\"\"| true",
        "a,\"b\"\"\"| false",
        "a,12\" cards| false",
        "12\" cards,\"b| true",
        "12\" cards,\"b\"| false",
        "a,\"| true",
        "a,\"\"| false",
        "\"a,b\",\"c| true"
      })
  void a_file_ends_within_quotes_where_a_quoted_field_was_begun_and_not_ended(
      String text, boolean within) {
    assertThat(after(text).isWithinQuotes()).isEqualTo(within);
  }

  @Test
  void rows_with_a_lone_quote_are_known_by_their_line() {
    QuoteFollowingReader reader = after("a\r\nb\"\"c,\"d\r\n\"\rok,\"\"\"\"\n\n e\"\n");
    assertThat(List.of(1L, 2L, 4L, 6L).stream().filter(reader::hasLoneQuote))
        .as("the second begins on line 2 and ends on line 3; line 5 is empty")
        .containsExactly(2L, 6L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,\"b\rc\"\nx,y\n",
        "a,\"b\r\"\nx,y\n",
        "a,\"b\rc\"\r\nx,y\n",
        "a,\"b\r\nc\"\r\nx,y\n",
        "x,y\na,\"b\rc\"\n"
      })
  void a_return_within_quotes_loses_no_row(String text) {
    assertThat(rows(text)).extracting(row -> row.getField(0)).containsExactlyInAnyOrder("a", "x");
  }

  @Test
  void whatever_the_text_the_parser_is_followed() {
    Random random = new Random(20010516);
    int wellFormed = 0;
    for (int i = 0; i < 20_000; i++) {
      String text =
          random
              .ints(1 + random.nextInt(12), 0, 5)
              .mapToObj(c -> String.valueOf("a,\"\r\n".charAt(c)))
              .collect(Collectors.joining());
      try {
        QuoteFollowingReader reader = new QuoteFollowingReader(new StringReader(text));
        List<CsvRecord> rows = rows(reader);
        wellFormed++;
        boolean swallowsWhatFollows =
            rows(text + ENDED).stream().noneMatch(row -> row.getField(0).equals("x"));
        assertThat(reader.isWithinQuotes()).as(text).isEqualTo(swallowsWhatFollows);
        rows.forEach(
            row ->
                assertThat(reader.hasLoneQuote(row.getStartingLineNumber()) && !hasQuote(row))
                    .as("a row without any quote, of %s", text)
                    .isFalse());
      } catch (CsvParseException noCsv) {
        assertThat(text).contains("\"");
      }
    }
    assertThat(wellFormed).isGreaterThan(5_000);
  }

  private static boolean hasQuote(CsvRecord row) {
    return row.getFields().stream().anyMatch(field -> field.contains("\""));
  }
}
