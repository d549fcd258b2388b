package tradecredit.http.keys;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
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
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.Faults;
import tradecredit.http.wire.HttpBounds;
import tradecredit.http.wire.JsonBody;
import tradecredit.http.wire.JsonFields;
import tradecredit.http.wire.Texts;
import tradecredit.http.wire.UntakenValueException;

/** Reads an API key to make. */
@Singleton
final class ApiKeyReader {

  private final Gate gate;
  private final HttpBounds bounds;
  private final InstantSource clock;

  ApiKeyReader(Gate gate, HttpBounds bounds, InstantSource clock) {
    this.gate = gate;
    this.bounds = bounds;
    this.clock = clock;
  }

  /**
   * The key that a body asks for, or a 400 that points at each fault.
   *
   * @param denied is told of a party for which the admin may make none
   */
  ApiKeys.NewKey read(byte @Nullable [] body, Principal admin, Consumer<PartyId> denied) {
    Faults faults = new Faults();
    JsonFields fields = new JsonFields(JsonBody.object(bounds.posting(body)), "", faults);
    PartyId given = fields.optional("party", PartyId::new);
    PartyId party = given == null ? admin.party() : given;
    if (!gate.mayMakeKeysFor(admin, party)) {
      denied.accept(party);
      fields.fault("party", Codes.UNKNOWN_PARTY, unknown(party, admin));
    }
    Set<Role> roles = roles(fields.requiredItems("roles", Role.values().length), faults);
    String description = fields.optional("description", Texts::free);
    Instant expiresAt = fields.optional("expiresAt", this::future);
    fields.refuseOthers();
    faults.throwIfAny();
    return new ApiKeys.NewKey(
        KeyText.generate(), party, Objects.requireNonNull(roles), description, expiresAt);
  }

  private String unknown(PartyId party, Principal admin) {
    return gate.isOperator(admin)
        ? "%s is no party of the agreement, nor the operator".formatted(party)
        : "an admin of %s makes keys for %s alone".formatted(admin.party(), admin.party());
  }

  private static Set<Role> roles(@Nullable List<JsonNode> items, Faults faults) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (int i = 0; items != null && i < items.size(); i++) {
      JsonNode item = items.get(i);
      try {
        if (!item.isTextual()) {
          throw new UntakenValueException(
              "type", "a role is a string, not " + JsonFields.kindOf(item));
        }
        if (!roles.add(Role.of(item.textValue()))) {
          throw new UntakenValueException("duplicate", "the role is there twice");
        }
      } catch (IllegalArgumentException wrong) {
        faults.add(
            "/roles/" + i, UntakenValueException.codeOf(wrong), String.valueOf(wrong.getMessage()));
      }
    }
    return roles;
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
