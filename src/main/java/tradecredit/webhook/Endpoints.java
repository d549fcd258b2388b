package tradecredit.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditEvent;
import tradecredit.agreement.PartyId;

/** The stored endpoints. Every change writes its audit record in the same transaction. */
public interface Endpoints {

  /**
   * An endpoint to store.
   *
   * @param id what will name it
   * @param party whose it is
   * @param subscription where it listens and to what
   * @param sealedSecret what its messages are signed with, sealed for its id
   */
  record NewEndpoint(
      EndpointId id, PartyId party, Endpoint.Subscription subscription, String sealedSecret) {}

  /** An endpoint, and what it has not been told. */
  record Seen(Endpoint endpoint, Backlog backlog) {}

  /**
   * Stores an endpoint that hears what is committed from now on.
   *
   * @return empty if the party has as many as it may
   */
  Optional<Endpoint> add(NewEndpoint endpoint, AuditEvent audit);

  /** The endpoint of that id, a deleted one included. */
  Optional<Seen> get(EndpointId id);

  /**
   * Endpoints in the order of their ids, deleted ones included.
   *
   * @param after only ids after this one
   * @param most at most so many
   */
  List<Seen> list(PartyId party, String after, int most);

  /**
   * Replaces what is wanted. An account that is new to it is heard from now on. What waits to be
   * sent, for the first time or again, and is wanted no more, is given up: it is told only if
   * somebody sends it anew by hand. So is what was not sent round yet: 10,000 events of an account
   * at most become deliveries for that, and those beyond are counted as given up; they are told all
   * the same, and stay counted, if their type is wanted again before the endpoint has read past
   * them. What somebody has sent anew by hand though it was not wanted before goes on waiting. What
   * is told already stays told. At another URL what has failed begins anew. Of an account that the
   * endpoint's party is not on now what waits goes on waiting, if its type is still wanted.
   *
   * @return whether there is such an endpoint that is not deleted
   */
  boolean replace(EndpointId id, Endpoint.Subscription subscription, AuditEvent audit);

  /**
   * Signs with another secret from now on.
   *
   * @param previousUntil until when the one before signs too; null where it signs no more
   * @return whether there is such an endpoint that is not deleted
   */
  boolean rotate(
      EndpointId id, String sealedSecret, @Nullable Instant previousUntil, AuditEvent audit);

  /**
   * Sets the state of an endpoint that is not deleted; what it is already, it stays without an
   * audit record. When it is enabled, what has failed begins anew.
   *
   * @param reason why it is disabled; null where it is not
   * @return whether there is such an endpoint
   */
  boolean set(
      EndpointId id, Endpoint.State state, Endpoint.@Nullable Reason reason, AuditEvent audit);
}
