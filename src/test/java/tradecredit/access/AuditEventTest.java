package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What an audit record may say. */
class AuditEventTest {

  @Test
  void an_outcome_is_read_back_from_its_name_and_from_no_other_text() {
    for (AuditEvent.Outcome outcome : AuditEvent.Outcome.values()) {
      assertThat(AuditEvent.Outcome.of(outcome.wireName())).isEqualTo(outcome);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> AuditEvent.Outcome.of("pending"));
  }
}
