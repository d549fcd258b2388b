package tradecredit.http.keys;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tradecredit.access.ApiKeys;
import tradecredit.access.Gate;
import tradecredit.access.KeyText;
import tradecredit.access.Principal;
import tradecredit.access.Role;
import tradecredit.agreement.PartyId;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.JsonFields;
import tradecredit.http.wire.Texts;
import tradecredit.http.wire.UntakenValueException;

/** Reads an API key to make. */
@Singleton
final class ApiKeyReader {

  private final Gate gate;
  private final Addressed addressed;
  private final InstantSource clock;

  ApiKeyReader(Gate gate, Addressed addressed, InstantSource clock) {
    this.gate = gate;
    this.addressed = addressed;
    this.clock = clock;
  }

  /**
   * The key that a body asks for, or a 400 that points at each fault.
   *
   * @param denied is told of a party for which the admin may make none
   */
  ApiKeys.NewKey read(byte @Nullable [] body, Principal admin, Consumer<PartyId> denied) {
    JsonFields fields = JsonFields.ofBody(addressed.json(body));
    PartyId given = fields.optional("party", PartyId::new);
    PartyId party = given == null ? admin.party() : given;
    if (!gate.mayMakeKeysFor(admin, party)) {
      denied.accept(party);
      fields.fault("party", Codes.UNKNOWN_PARTY, unknown(party, admin));
    }
    Set<Role> roles = fields.requiredSet("roles", Role.values().length, Role::of);
    String description = fields.optional("description", Texts::free);
    Instant expiresAt = fields.optional("expiresAt", this::future);
    fields.end();
    return new ApiKeys.NewKey(
        KeyText.generate(), party, Objects.requireNonNull(roles), description, expiresAt);
  }

  private String unknown(PartyId party, Principal admin) {
    return gate.isOperator(admin)
        ? "%s is no party of the agreement, nor the operator".formatted(party)
        : "an admin of %s makes keys for %s alone".formatted(admin.party(), admin.party());
  }

  /** An instant as RFC 3339 writes it in UTC, to the second or finer, that is still to come. */
  private Instant future(String text) {
    Instant instant = Texts.instant(text);
    if (!instant.isAfter(clock.instant())) {
      throw new UntakenValueException("out-of-range", text + " is not in the future");
    }
    return instant;
  }
}
