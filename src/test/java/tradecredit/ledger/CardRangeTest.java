package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards by their serial numbers. */
class CardRangeTest {

  @ParameterizedTest
  @CsvSource({
    "1000, 1999, 1999, 2500, true",
    "1000, 1999, 2000, 2500, false",
    "1000, 1999, 0001500, 0001500, true",
    "AD-100, AD-199, AD-150, AD-160, true",
    "AD-100, AD-199, BX-150, BX-160, false",
    "99999999999999999990, 99999999999999999999, 99999999999999999995, 99999999999999999995, true"
  })
  void ranges_overlap_where_some_card_is_in_both(
      String first, String last, String otherFirst, String otherLast, boolean overlap) {
    CardRange one = new CardRange(first, last);
    CardRange other = new CardRange(otherFirst, otherLast);
    assertThat(one.overlaps(other)).isEqualTo(overlap);
    assertThat(other.overlaps(one)).isEqualTo(overlap);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "AD-1, BX-2", "AD-1, 2", "AD, AD", "1-2, 1-3", "123456789012345678901, 2"})
  void what_is_no_range_is_refused(String first, String last) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CardRange(first, last));
  }

  @Test
  void the_numbers_of_upheld_disputes_are_kept_from_suppliers() {
    assertThatIllegalArgumentException().isThrownBy(() -> CreditNoteNumber.ofSupplier("CN-12"));
    assertThat(CreditNoteNumber.ofSupplier("CN-12a").value()).isEqualTo("CN-12a");
    assertThat(CreditNoteNumber.ofResolution(12).value()).isEqualTo("CN-12");
  }
}
