package tradecredit.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.PartyId;
import tradecredit.platform.UnavailableException;

/** The stored keys. Every change writes its audit record in the same transaction. */
public interface ApiKeys {

  /** A key and the instant, by the store's own clock, at which it was read. */
  record Seen(ApiKey key, Instant at) {}

  /**
   * A key to store.
   *
   * @param text the key itself, of which only id and digest are stored
   * @param party whose it is
   * @param roles at least one
   * @param description what its owner calls it, or null
   * @param expiresAt from when on it is refused, or null for never
   */
  record NewKey(
      KeyText text,
      PartyId party,
      Set<Role> roles,
      @Nullable String description,
      @Nullable Instant expiresAt) {}

  /** What became of a key to be added. */
  sealed interface Added {
    /** It is stored. */
    record Stored(ApiKey key) implements Added {}

    /** The party has as many keys in use as it may have. */
    record TooMany(int most) implements Added {}
  }

  /**
   * The keys of those ids; what is not there is left out.
   *
   * @throws UnavailableException if the store cannot be reached
   */
  Map<String, Seen> find(Set<String> ids);

  /** Notes that these were used; does nothing to a key that was noted within the last minute. */
  void used(Set<String> ids);

  /** Stores a key. */
  Added add(NewKey key, AuditEvent audit);

  /**
   * Stores the keys that {@code keys} makes if there is none yet, not even a revoked one. Of two
   * replicas that start at once, one does it.
   *
   * @return how many were stored
   */
  int addFirst(Supplier<List<NewKey>> keys, AuditEvent audit);

  /** The key of that id. */
  Optional<ApiKey> get(String id);

  /**
   * What is to become of the last key in use of the operator's admins. First keys are made for a
   * book that never had one, so without another way in nobody could make any more.
   */
  enum LastKey {
    /** It stays: there is no other way in. */
    STAYS,
    /** It may go. */
    MAY_GO
  }

  /** What came of revoking a key. */
  enum Revoked {
    /** It is revoked. */
    DONE,
    /** Nobody else could get in as the operator's admin, so it is not. */
    LAST_OF_THE_OPERATOR
  }

  /**
   * Revokes a key from now on; does nothing to one that is revoked. All that are revoked at once
   * are revoked one after the other, so the last is known as the last.
   *
   * @param last what is to become of the key where it is the last in use of the operator's admins
   */
  Revoked revoke(String id, LastKey last, AuditEvent audit);

  /**
   * Keys in the order of their ids, revoked ones included.
   *
   * @param party of that party alone; null for all
   * @param after only ids after this one
   * @param most at most so many
   */
  List<ApiKey> list(@Nullable PartyId party, String after, int most);
}
