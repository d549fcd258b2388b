package tradecredit.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.PartyId;
import tradecredit.platform.WireNames;

/**
 * Somebody who is told.
 *
 * @param id what names it
 * @param party whose it is
 * @param subscription where it listens and to what
 * @param state whether it is told
 * @param reason why it is disabled; null where it is not
 * @param stateSince since when it stands so
 * @param secrets what its messages are signed with, sealed
 * @param createdBy the principal that made it
 * @param createdAt when
 * @param health how its receiver does
 * @param version raised by whatever is done to it
 */
public record Endpoint(
    EndpointId id,
    PartyId party,
    Subscription subscription,
    State state,
    @Nullable Reason reason,
    Instant stateSince,
    Sealed secrets,
    String createdBy,
    Instant createdAt,
    Health health,
    long version) {

  /**
   * What its owner says of it.
   *
   * @param url where it listens
   * @param eventTypes which events it is told; null for all. Tests are told whatever it says
   * @param accounts of which accounts, as far as its party is on them by the agreement in force
   * @param description what its owner calls it, or null
   */
  public record Subscription(
      String url,
      @Nullable Set<String> eventTypes,
      List<AccountId> accounts,
      @Nullable String description) {}

  /**
   * The secrets as they are stored.
   *
   * @param current signs
   * @param previous signs too, until {@code previousUntil}; null where there is none
   * @param previousUntil see {@code previous}
   */
  public record Sealed(
      String current, @Nullable String previous, @Nullable Instant previousUntil) {}

  /**
   * How its receiver does.
   *
   * @param failingSince when the first attempt since the last success failed; null if none did
   * @param lastSuccessAt when one last succeeded, to within a minute; null if never
   * @param pausedUntil until when it asks not to be called; null if it does not
   */
  public record Health(
      @Nullable Instant failingSince,
      @Nullable Instant lastSuccessAt,
      @Nullable Instant pausedUntil) {}

  /** Whether it is told. */
  public enum State {
    /** It is told. */
    ENABLED("enabled"),
    /** It is not told now; what it would be told waits. */
    DISABLED("disabled"),
    /** It is gone; what was sent to it can be read until it is swept. */
    DELETED("deleted");

    private final String wireName;

    State(String wireName) {
      this.wireName = wireName;
    }

    /** The name in the API and in the tables. */
    public String wireName() {
      return wireName;
    }

    /** Reads {@link #wireName()}. */
    public static State of(String wireName) {
      return WireNames.read(values(), State::wireName, wireName, "state of an endpoint");
    }
  }

  /** Why it is disabled. */
  public enum Reason {
    /** Its owner said so. */
    BY_REQUEST("byRequest"),
    /** Its receiver answered 410. */
    GONE("gone"),
    /** It failed for too long without a success. */
    FAILING("failing");

    private final String wireName;

    Reason(String wireName) {
      this.wireName = wireName;
    }

    /** The name in the API and in the tables. */
    public String wireName() {
      return wireName;
    }

    /** Reads {@link #wireName()}. */
    public static Reason of(String wireName) {
      return WireNames.read(values(), Reason::wireName, wireName, "reason");
    }
  }
}
