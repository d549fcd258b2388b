package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tradecredit.agreement.PartyId;

/** No use of a key is forgotten because another is being noted. */
class LastUsesTest {

  private static final Instant NOW = Instant.parse("2001-05-16T12:00:00Z");

  private final List<Set<String>> written = new ArrayList<>();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final LastUses uses = new LastUses(written::add, tasks::add);

  private static ApiKeys.Seen found(String id, @Nullable Duration sinceNoted) {
    ApiKey key =
        new ApiKey(
            id,
            "0".repeat(64),
            new PartyId("kattosko"),
            Set.of(Role.FINANCE),
            null,
            "anyone",
            NOW.minus(Duration.ofDays(1)),
            null,
            null,
            sinceNoted == null ? null : NOW.minus(sinceNoted));
    return new ApiKeys.Seen(key, NOW);
  }

  private void runAll() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  @Test
  void a_key_is_noted_when_it_was_never_or_not_for_a_minute() {
    uses.note(found("first", null));
    runAll();
    uses.note(found("second", Duration.ofSeconds(60)));
    runAll();
    uses.note(found("third", Duration.ofSeconds(59)));
    runAll();
    assertThat(written).containsExactly(Set.of("first"), Set.of("second"));
  }

  @Test
  void keys_that_are_used_while_one_is_noted_are_in_the_next_note() {
    LastUses[] itself = new LastUses[1];
    itself[0] =
        new LastUses(
            ids -> {
              written.add(ids);
              if (ids.contains("first")) {
                itself[0].note(found("second", null));
                itself[0].note(found("third", null));
                assertThat(tasks).as("one at a time").isEmpty();
              }
            },
            tasks::add);
    itself[0].note(found("first", null));
    runAll();
    assertThat(written).containsExactly(Set.of("first"), Set.of("second", "third"));
  }

  @Test
  void the_next_note_is_written_after_one_that_failed() {
    LastUses failing =
        new LastUses(
            ids -> {
              written.add(ids);
              throw new IllegalStateException("away");
            },
            tasks::add);
    failing.note(found("first", null));
    runAll();
    failing.note(found("first", null));
    runAll();
    assertThat(written).containsExactly(Set.of("first"), Set.of("first"));
  }

  @Test
  void a_service_that_stops_notes_nothing_more() {
    LastUses stopping =
        new LastUses(
            written::add,
            task -> {
              throw new RejectedExecutionException("stopping");
            });
    stopping.note(found("first", null));
    stopping.note(found("first", null));
    assertThat(written).isEmpty();
  }
}
