package tradecredit.book;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import tradecredit.store.figure.KnownDays;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A book in which everything happened that can. */
public final class WholeBook {

  private static final int STEPS = 60;
  private static final int ROUNDS = 20;

  private WholeBook() {}

  /**
   * Writes one, with a row in each of these tables at least, and leaves it.
   *
   * @throws IllegalStateException if a table stays empty
   */
  public static TestDatabase.Fresh on(TestDatabase kind, Set<String> tables) throws SQLException {
    TestDatabase.Fresh book = kind.fresh();
    try (Service service = Service.on(book, Map.of())) {
      note(service.client());
      pinADiscount(service.client());
      DeskRun run = new DeskRun(service.client(), false);
      for (int round = 0; round < ROUNDS && !isWhole(book, tables); round++) {
        DeskStep.random(round, STEPS).forEach(run::play);
        service.context().getBean(KnownDays.class).rollUp();
      }
    }
    if (!isWhole(book, tables)) {
      throw new IllegalStateException("not everything happened in " + STEPS * ROUNDS + " steps");
    }
    return book;
  }

  private static void note(Client client) {
    String note = "/v1/agreements/clifton-telecard-2001/promissory-note";
    client.as("auxer-telecom-controller").post(note, "{\"principal\":\"600.00\"}");
    Client clerk = client.as("auxer-telecom-clerk");
    clerk.post(note + "/payments", Json.payment("N-1", "2001-05-16", "150.00"));
    clerk.post(note + "/payments", Json.payment("N-2", "2001-05-16", "10.00"));
    clerk.post(
        note + "/payments/3/return", "{\"returnedDate\":\"2001-05-16\",\"reason\":\"bounced\"}");
  }

  /** On the account that the steps are not for, of a card that they do not sell. */
  private static void pinADiscount(Client client) {
    String amendments = Client.KATTOSKO + "/terms-amendments";
    String id =
        client
            .as("kattosko-controller")
            .post(
                amendments,
                "{\"effectiveDate\":\"2001-05-16\",\"discounts\":{\"african-voice\":\"30\"},\"reason\":\"agreed\"}")
            .json()
            .get("id")
            .asText();
    client
        .as("auxer-telecom-controller")
        .post(amendments + "/" + id + "/approval", "{\"decision\":\"approved\"}");
  }

  private static boolean isWhole(TestDatabase.Fresh book, Set<String> tables) throws SQLException {
    try (var connection = book.connect()) {
      for (String table : tables) {
        if (Invariants.number(connection, "SELECT COUNT(*) FROM " + table) == 0) {
          return false;
        }
      }
      return true;
    }
  }
}
