package tradecredit.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RestrictionTest {

  private static final LocalDate ALLOWED_FROM = LocalDate.parse("2002-05-16");

  @Test
  void an_invoice_is_forbidden_to_the_day_before_it_is_allowed() {
    Restriction restriction = new Restriction(17, ALLOWED_FROM, "one year without Total Call");
    assertThat(restriction.forbids(LocalDate.parse("2001-05-16"))).isTrue();
    assertThat(restriction.forbids(LocalDate.parse("2002-05-15"))).isTrue();
    assertThat(restriction.forbids(ALLOWED_FROM)).isFalse();
    assertThat(restriction.forbids(LocalDate.parse("2002-05-17"))).isFalse();
  }

  @Test
  void a_restriction_names_its_clause_and_its_reason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Restriction(0, ALLOWED_FROM, "reason"))
        .withMessage("0 is not the number of a clause");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Restriction(17, ALLOWED_FROM, " "))
        .withMessage("a restriction's reason is blank");
  }
}
