package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.TokenIssuer;

/** A group of parties acts as one: what one of them did, the others have done. */
class GroupTest {

  private static final String AMENDMENTS = Client.KATTOSKO + "/terms-amendments";
  private static final String AMENDMENT =
      "{\"effectiveDate\":\"2001-05-16\",\"creditLimit\":\"60000.00\",\"reason\":\"a good year\"}";
  private static final String APPROVED = "{\"decision\":\"approved\"}";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void terms_that_one_of_a_group_proposes_no_other_of_it_approves(TestDatabase kind) {
    try (TokenIssuer issuer = new TokenIssuer();
        Service service = Service.on(kind.fresh(), issuer.settings())) {
      Client one = service.client().as("auxer-telecom-controller");
      Client other = service.client().with(issuer.token("ct-industries", "controller"));

      Answer proposed = one.post(AMENDMENTS, "k", AMENDMENT);
      assertThat(proposed.status()).as("%s", proposed).isEqualTo(201);
      assertThat(proposed.json().get("side").asText()).isEqualTo("seller");
      Answer again = other.post(AMENDMENTS, "k", AMENDMENT);
      assertThat(again.header("Idempotency-Replayed")).as("the group's key").contains("true");
      assertThat(again.text()).isEqualTo(proposed.text());

      String approval = AMENDMENTS + "/" + proposed.json().get("id").asText() + "/approval";
      Answer own = other.post(approval, APPROVED);
      assertThat(own.status()).as("%s", own).isEqualTo(422);
      assertThat(own.code()).isEqualTo("approval-by-proposing-side");
      Answer theirs = service.client().as("kattosko-controller").post(approval, APPROVED);
      assertThat(theirs.status()).as("%s", theirs).isEqualTo(201);
      Invariants.hold(service.database());
    }
  }
}
