package tradecredit.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  private static final String LONGEST =
      "0123456789012345678901234567890123456789012345678901234567890123";

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "kattosko", "auxer-to-kattosko", "2001-", LONGEST})
  void a_slug_is_an_id_and_is_written_as_it_is(String slug) {
    assertThat(new AgreementId(slug)).hasToString(slug);
    assertThat(new PartyId(slug)).hasToString(slug);
    assertThat(new AccountId(slug)).hasToString(slug);
    assertThat(new ProductId(slug)).hasToString(slug);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-a", "A", "Kattosko", "a b", "a_b", "a/b", "a.b", "é", "a\n", "../a"})
  void any_other_text_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new AgreementId(text));
    assertThatIllegalArgumentException().isThrownBy(() -> new PartyId(text));
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountId(text));
    assertThatIllegalArgumentException().isThrownBy(() -> new ProductId(text));
  }

  @Test
  void sixty_five_characters_are_one_too_many() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccountId("a".repeat(65)))
        .withMessageStartingWith("\"" + "a".repeat(40) + "…\" is not an account id: 1 to 64 of");
  }
}
