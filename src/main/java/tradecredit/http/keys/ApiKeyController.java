package tradecredit.http.keys;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tradecredit.access.ApiKey;
import tradecredit.access.ApiKeys;
import tradecredit.access.AuditEvent;
import tradecredit.access.DeniedAttempts;
import tradecredit.access.Gate;
import tradecredit.access.KeyText;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.access.Principal;
import tradecredit.access.ProvedAgain;
import tradecredit.access.Role;
import tradecredit.access.TokenSettings;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.Cursor;
import tradecredit.http.wire.Page;
import tradecredit.http.wire.ProblemException;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.Slice;
import tradecredit.platform.Shortened;

/** Keys: made, listed, revoked; by the operator's admins for all, by others for their own party. */
@Controller("/v1/api-keys")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiKeyController {

  private final ApiKeys keys;
  private final ApiKeyReader reader;
  private final Gate gate;
  private final DeniedAttempts attempts;
  private final TokenSettings tokens;

  ApiKeyController(
      ApiKeys keys, ApiKeyReader reader, Gate gate, DeniedAttempts attempts, TokenSettings tokens) {
    this.keys = keys;
    this.reader = reader;
    this.gate = gate;
    this.attempts = attempts;
    this.tokens = tokens;
  }

  @AccessApi.CreateApiKey
  @Needs(Permission.KEEP_KEYS)
  @ProvedAgain
  @Post
  @Status(HttpStatus.CREATED)
  NewApiKeyBody createApiKey(HttpRequest<?> request, @Body byte @Nullable [] body) {
    Principal admin = Principal.of(request);
    ApiKeys.NewKey key =
        reader.read(
            body,
            admin,
            party -> deny(request, new AuditEvent.What("make-key", "api-keys", "for " + party)));
    AuditEvent audit =
        AuditEvent.done(
            request,
            new AuditEvent.What(
                "make-key",
                "api-keys/" + key.text().id(),
                "for %s as %s".formatted(key.party(), Role.names(key.roles()))),
            key.party().value());
    return switch (keys.add(key, audit)) {
      case ApiKeys.Added.Stored stored -> NewApiKeyBody.of(key.text(), stored.key());
      case ApiKeys.Added.TooMany tooMany ->
          throw new ProblemException(
              409,
              Codes.TOO_MANY_KEYS,
              "The party has too many keys",
              "%s has %d keys in use, as many as it may; revoke one first."
                  .formatted(key.party(), tooMany.most()));
    };
  }

  @AccessApi.ListApiKeys
  @Needs(Permission.KEEP_KEYS)
  @Get
  HttpResponse<Page<ApiKeyBody>> listApiKeys(
      HttpRequest<?> request,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    Principal admin = Principal.of(request);
    int most = Query.limit(limit);
    List<ApiKey> found =
        keys.list(
            gate.isOperator(admin) ? null : admin.party(),
            Objects.requireNonNullElse(Cursor.read(cursor, "api-keys", ApiKeyController::id), ""),
            most + 1);
    return Page.ofTexts(request, "api-keys", Slice.of(found, most), ApiKey::id, ApiKeyBody::of);
  }

  @AccessApi.RevokeApiKey
  @Needs(Permission.KEEP_KEYS)
  @Delete("/{keyId}")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.NO_CONTENT)
  void revokeApiKey(HttpRequest<?> request, @ApiSchemas.KeyPath @PathVariable String keyId) {
    Principal admin = Principal.of(request);
    if (!KeyText.isId(keyId)) {
      throw noKey(keyId);
    }
    ApiKey key =
        keys.get(keyId)
            .filter(found -> gate.mayRevokeKeysOf(admin, found.party()))
            .orElseThrow(() -> noKeyOfTheirs(request, admin, keyId));
    AuditEvent.What what = revokeKey(keyId, "of " + key.party());
    AuditEvent audit = AuditEvent.done(request, what, key.party().value());
    ApiKeys.LastKey last = tokens.isConfigured() ? ApiKeys.LastKey.MAY_GO : ApiKeys.LastKey.STAYS;
    switch (keys.revoke(key.id(), last, audit)) {
      case DONE -> {}
      case LAST_OF_THE_OPERATOR ->
          throw new ProblemException(
              409,
              Codes.LAST_OPERATOR_KEY,
              "The operator would have no key any more",
              "%s is the operator's last admin key in use, and tokens are not taken: without it nobody could make another. Make one first."
                  .formatted(key.id()));
    }
  }

  private static String id(String text) {
    if (!KeyText.isId(text)) {
      throw new IllegalArgumentException("a key's id is expected");
    }
    return text;
  }

  private static AuditEvent.What revokeKey(String keyId, String detail) {
    return new AuditEvent.What("revoke-key", "api-keys/" + keyId, detail);
  }

  /** Another party's key and none at all leave the same answer and the same record. */
  private ProblemException noKeyOfTheirs(HttpRequest<?> request, Principal admin, String keyId) {
    deny(request, revokeKey(keyId, "no key of " + admin.party()));
    return noKey(keyId);
  }

  private static ProblemException noKey(String keyId) {
    return ProblemException.notFound("There is no key " + Shortened.of(keyId) + ".");
  }

  private void deny(HttpRequest<?> request, AuditEvent.What what) {
    attempts.note(AuditEvent.denied(request, what));
  }
}
