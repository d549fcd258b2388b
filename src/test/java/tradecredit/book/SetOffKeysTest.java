package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.book.SetOffTest.SET_OFFS;
import static tradecredit.book.SetOffTest.auxer;
import static tradecredit.book.SetOffTest.invoices;
import static tradecredit.book.SetOffTest.proposal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Whose idempotency keys those of set-offs are. */
class SetOffKeysTest {

  private static final String NOTE = "/v1/agreements/clifton-telecard-2001/promissory-note";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void its_keys_are_those_of_the_party_and_the_agreement_as_the_notes_are(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      invoices(service, "-1", "500.00");
      assertThat(auxer(service).post(NOTE, "k1", "{\"principal\":\"600.00\"}").status())
          .isEqualTo(201);
      assertThat(auxer(service).post(SET_OFFS, "k1", proposal("A-1", "K-1", "300.00")).code())
          .isEqualTo("idempotency-key-reused");
      assertThat(auxer(service).post(SET_OFFS, "k2", proposal("A-1", "K-1", "300.00")).status())
          .isEqualTo(201);
      Invariants.hold(service.database());
    }
  }

  /** As the service wrote its keys before it scoped them as the note's: by the first account. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void one_that_was_sent_before_the_upgrade_is_answered_again_after_it(TestDatabase kind)
      throws SQLException {
    try (Service service = Service.on(kind)) {
      invoices(service, "-1", "500.00");
      Client.Answer first = auxer(service).post(SET_OFFS, "k1", proposal("A-1", "K-1", "300.00"));
      assertThat(first.status()).as(first.toString()).isEqualTo(201);
      scopeByTheFirstAccount(service.database());

      Client.Answer again = auxer(service).post(SET_OFFS, "k1", proposal("A-1", "K-1", "300.00"));

      assertThat(again.text()).isEqualTo(first.text());
      assertThat(again.header("Idempotency-Replayed")).contains("true");
      assertThat(auxer(service).post(NOTE, "k1", "{\"principal\":\"600.00\"}").status())
          .as("the note's key is another one")
          .isEqualTo(201);
      assertThat(auxer(service).post(SET_OFFS, "k1", proposal("A-1", "K-1", "300.00")).text())
          .isEqualTo(first.text());
      assertThat(auxer(service).post(SET_OFFS, "k1", proposal("A-1", "K-1", "299.00")).code())
          .isEqualTo("idempotency-key-reused");
      assertThat(auxer(service).get(SET_OFFS).json().get("items")).hasSize(1);
      Invariants.hold(service.database());
    }
  }

  private static void scopeByTheFirstAccount(TestDatabase.Fresh database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  """
                  UPDATE idempotency_record SET party = 'auxer-telecom'
                  WHERE party = 'seller' AND item IN ('agreement', 'agreement/counterpart')"""))
          .isEqualTo(2);
    }
  }
}
