package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tradecredit.agreement.PartyId;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** How many keys a party may have holds for those, too, who make them at the same moment. */
class KeyBoundTest {

  /** One more than Kattosko's first keys. */
  private static final Map<String, String> ROOM_FOR_ONE =
      Map.of("tradecredit.access.keys-per-party", "6");

  @Test
  void of_two_that_are_made_at_once_where_there_is_room_for_one_one_is_stored() throws Exception {
    try (Service service = Service.on(TestDatabase.POSTGRES.fresh(), ROOM_FOR_ONE);
        ExecutorService both = Executors.newFixedThreadPool(2)) {
      ApiKeys keys = service.context().getBean(ApiKeys.class);
      for (int round = 0; round < 20; round++) {
        List<Future<ApiKeys.Added>> made = both.invokeAll(List.of(making(keys), making(keys)));
        List<ApiKeys.Added> added = List.of(made.get(0).get(), made.get(1).get());
        assertThat(added)
            .as("round %d", round)
            .hasAtLeastOneElementOfType(ApiKeys.Added.Stored.class)
            .contains(new ApiKeys.Added.TooMany(6));
        added.forEach(one -> revoke(keys, one));
      }
    }
  }

  private static Callable<ApiKeys.Added> making(ApiKeys keys) {
    return () ->
        keys.add(
            new ApiKeys.NewKey(
                KeyText.generate(), new PartyId("kattosko"), EnumSet.of(Role.FINANCE), null, null),
            audit("make-key"));
  }

  private static void revoke(ApiKeys keys, ApiKeys.Added added) {
    if (added instanceof ApiKeys.Added.Stored stored) {
      keys.revoke(stored.key().id(), ApiKeys.LastKey.STAYS, audit("revoke-key"));
    }
  }

  private static AuditEvent audit(String action) {
    return AuditEvent.byService(action, "api-keys", AuditEvent.Outcome.DONE, "in a test");
  }
}
