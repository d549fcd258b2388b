package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.agreement.AccountId;

/**
 * The id of a document says which account, which act and which sequence, and nothing else passes
 * for it.
 */
class DocumentIdTest {

  private static final AccountId ACCOUNT = TestAgreement.ACCOUNT;
  private static final AccountId OTHER = TestAgreement.OTHER_ACCOUNT;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 41, 1_000_000, (1L << 62) - 1})
  void an_id_gives_back_its_sequence(long sequence) {
    for (Act act : Act.values()) {
      String id = DocumentId.of(ACCOUNT, act, sequence).toString();
      assertThat(DocumentId.sequenceIn(id, ACCOUNT, act)).hasValue(sequence);
    }
  }

  @Test
  void an_id_is_the_same_every_time() {
    assertThat(DocumentId.of(ACCOUNT, Act.INVOICE, 41))
        .isEqualTo(DocumentId.of(ACCOUNT, Act.INVOICE, 41));
  }

  @Test
  void an_id_is_a_version_8_uuid_of_the_rfc_9562_variant() {
    UUID id = DocumentId.of(ACCOUNT, Act.PAYMENT, 41).value();
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void the_id_of_another_account_is_not_one_of_this() {
    assertThat(
            DocumentId.sequenceIn(
                DocumentId.of(OTHER, Act.INVOICE, 41).toString(), ACCOUNT, Act.INVOICE))
        .isEmpty();
  }

  @Test
  void the_id_of_another_act_is_not_one_of_this() {
    assertThat(
            DocumentId.sequenceIn(
                DocumentId.of(ACCOUNT, Act.PAYMENT, 41).toString(), ACCOUNT, Act.INVOICE))
        .isEmpty();
  }

  @Test
  void an_id_with_any_digit_altered_is_never_taken_for_the_same_document() {
    String id = DocumentId.of(ACCOUNT, Act.INVOICE, 41).toString();
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) != '-') {
        char altered = id.charAt(i) == '0' ? '1' : '0';
        OptionalLong read =
            DocumentId.sequenceIn(
                id.substring(0, i) + altered + id.substring(i + 1), ACCOUNT, Act.INVOICE);
        boolean withinTheSequence = i >= 19 && read.isPresent();
        assertThat(withinTheSequence ? read.getAsLong() : 0).as("digit %d", i).isNotEqualTo(41);
        assertThat(read.isPresent()).as("digit %d", i).isEqualTo(withinTheSequence);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "41", "invoice", "1-1-1-1-1", "00000000-0000-0000-0000-000000000029"})
  void another_text_is_no_id(String text) {
    assertThat(DocumentId.sequenceIn(text, ACCOUNT, Act.INVOICE)).isEmpty();
  }

  @Test
  void an_id_is_written_in_one_way_only() {
    String id = DocumentId.of(ACCOUNT, Act.INVOICE, 0xabcdefL).toString();
    assertThat(DocumentId.sequenceIn(id.toUpperCase(Locale.ROOT), ACCOUNT, Act.INVOICE)).isEmpty();
    assertThat(DocumentId.sequenceIn("{" + id + "}", ACCOUNT, Act.INVOICE)).isEmpty();
  }
}
