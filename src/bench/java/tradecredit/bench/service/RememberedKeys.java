package tradecredit.bench.service;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tradecredit.access.ApiKey;
import tradecredit.access.ApiKeys;
import tradecredit.access.AuditEvent;
import tradecredit.agreement.PartyId;

/** The keys without their database: each is read once, and remembered. */
@Primary
@Singleton
@Requires(property = "bench.no-database", value = "true")
final class RememberedKeys implements ApiKeys {

  private final BeanContext beans;
  private final Map<String, Seen> remembered = new ConcurrentHashMap<>();

  RememberedKeys(BeanContext beans) {
    this.beans = beans;
  }

  private ApiKeys real() {
    return beans.getBeansOfType(ApiKeys.class).stream()
        .filter(keys -> keys != this)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Map<String, Seen> find(Set<String> ids) {
    if (!remembered.keySet().containsAll(ids)) {
      remembered.putAll(real().find(ids));
    }
    Instant now = Instant.now();
    Map<String, Seen> found = new HashMap<>();
    for (String id : ids) {
      Seen seen = remembered.get(id);
      if (seen != null) {
        found.put(id, new Seen(seen.key(), now));
      }
    }
    return found;
  }

  @Override
  public void used(Set<String> ids) {
    // Written at most once a minute: no part of what a posting costs.
  }

  @Override
  public Added add(NewKey key, AuditEvent audit) {
    return real().add(key, audit);
  }

  @Override
  public int addFirst(Supplier<List<NewKey>> keys, AuditEvent audit) {
    return real().addFirst(keys, audit);
  }

  @Override
  public Optional<ApiKey> get(String id) {
    return real().get(id);
  }

  @Override
  public Revoked revoke(String id, LastKey last, AuditEvent audit) {
    return real().revoke(id, last, audit);
  }

  @Override
  public List<ApiKey> list(@Nullable PartyId party, String after, int most) {
    return real().list(party, after, most);
  }
}
