package tradecredit.http.webhook;

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
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditEvent;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.access.Principal;
import tradecredit.access.ProvedAgain;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.Cursor;
import tradecredit.http.wire.Page;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.Slice;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.EndpointId;
import tradecredit.webhook.Endpoints;

/** Webhook endpoints: made, listed, changed, switched and deleted, by the party whose they are. */
@Controller("/v1/webhook-endpoints")
@ExecuteOn(TaskExecutors.BLOCKING)
class WebhookEndpointController {

  private static final String LIST = "webhook-endpoints";

  private final Endpoints endpoints;
  private final WebhookTargets targets;
  private final WebhookReader reader;
  private final WebhookSecrets secrets;
  private final Addressed addressed;

  WebhookEndpointController(
      Endpoints endpoints,
      WebhookTargets targets,
      WebhookReader reader,
      WebhookSecrets secrets,
      Addressed addressed) {
    this.endpoints = endpoints;
    this.targets = targets;
    this.reader = reader;
    this.secrets = secrets;
    this.addressed = addressed;
  }

  @WebhookApi.CreateWebhookEndpoint
  @Needs(Permission.KEEP_WEBHOOKS)
  @ProvedAgain
  @Post
  @Status(HttpStatus.CREATED)
  NewWebhookEndpointBody createWebhookEndpoint(
      HttpRequest<?> request, @Body byte @Nullable [] body) {
    Principal principal = Principal.of(request);
    Endpoint.Subscription subscription = reader.read(request, addressed.json(body));
    EndpointId id = EndpointId.generate();
    WebhookSecrets.Sealed secret = secrets.generate(id);
    AuditEvent audit =
        AuditEvent.done(
            request,
            new AuditEvent.What(
                "make-webhook-endpoint", "webhook-endpoints/" + id, reader.audited(subscription)),
            principal.party().value());
    Endpoint made =
        endpoints
            .add(
                new Endpoints.NewEndpoint(id, principal.party(), subscription, secret.sealed()),
                audit)
            .orElseThrow(() -> targets.tooMany(principal.party()));
    return NewWebhookEndpointBody.of(made, secret.plain());
  }

  @WebhookApi.ListWebhookEndpoints
  @Needs(Permission.KEEP_WEBHOOKS)
  @Get
  HttpResponse<Page<WebhookEndpointBody>> listWebhookEndpoints(
      HttpRequest<?> request,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    int most = Query.limit(limit);
    String after =
        Objects.requireNonNullElse(
            Cursor.read(cursor, LIST, text -> new EndpointId(text).value()), "");
    List<Endpoints.Seen> found = endpoints.list(Principal.of(request).party(), after, most + 1);
    return Page.ofTexts(
        request,
        LIST,
        Slice.of(found, most),
        seen -> seen.endpoint().id().value(),
        WebhookEndpointBody::of);
  }

  @WebhookApi.GetWebhookEndpoint
  @Needs(Permission.KEEP_WEBHOOKS)
  @Get("/{endpointId}")
  WebhookEndpointBody getWebhookEndpoint(
      HttpRequest<?> request, @WebhookSchemas.EndpointPath @PathVariable String endpointId) {
    return WebhookEndpointBody.of(targets.get(request, endpointId));
  }

  @WebhookApi.ReplaceWebhookEndpoint
  @Needs(Permission.KEEP_WEBHOOKS)
  @ProvedAgain
  @Put("/{endpointId}")
  WebhookEndpointBody replaceWebhookEndpoint(
      HttpRequest<?> request,
      @WebhookSchemas.EndpointPath @PathVariable String endpointId,
      @Body byte @Nullable [] body) {
    Endpoint.Subscription subscription = reader.readChange(request, addressed.json(body));
    WebhookTargets.EndpointAct act =
        targets.change(
            request, endpointId, "change-webhook-endpoint", reader.audited(subscription));
    return after(request, act, endpoints.replace(act.id(), subscription, act.audit()));
  }

  @WebhookApi.SwitchWebhookEndpoint
  @Needs(Permission.KEEP_WEBHOOKS)
  @ProvedAgain
  @Put("/{endpointId}/state")
  WebhookEndpointBody switchWebhookEndpoint(
      HttpRequest<?> request,
      @WebhookSchemas.EndpointPath @PathVariable String endpointId,
      @Body byte @Nullable [] body) {
    boolean enabled = WebhookReader.enabled(addressed.json(body));
    String action = enabled ? "enable-webhook-endpoint" : "disable-webhook-endpoint";
    WebhookTargets.EndpointAct act = targets.change(request, endpointId, action, "by request");
    return after(
        request,
        act,
        endpoints.set(
            act.id(),
            enabled ? Endpoint.State.ENABLED : Endpoint.State.DISABLED,
            enabled ? null : Endpoint.Reason.BY_REQUEST,
            act.audit()));
  }

  /** The endpoint as it is now; a 409 where somebody has deleted it meanwhile. */
  private WebhookEndpointBody after(
      HttpRequest<?> request, WebhookTargets.EndpointAct act, boolean done) {
    if (!done) {
      throw WebhookTargets.deleted(act.id());
    }
    return WebhookEndpointBody.of(targets.get(request, act.id().value()));
  }

  @WebhookApi.RotateWebhookSecret
  @Needs(Permission.KEEP_WEBHOOKS)
  @Post("/{endpointId}/secret-rotation")
  @Consumes(MediaType.ALL)
  WebhookSecretBody rotateWebhookSecret(
      HttpRequest<?> request, @WebhookSchemas.EndpointPath @PathVariable String endpointId) {
    WebhookTargets.EndpointAct act =
        targets.change(request, endpointId, "rotate-webhook-secret", "a new secret");
    WebhookSecrets.Sealed secret = secrets.generate(act.id());
    Instant previousUntil = secrets.graceOf(act.endpoint());
    if (!endpoints.rotate(act.id(), secret.sealed(), previousUntil, act.audit())) {
      throw WebhookTargets.deleted(act.id());
    }
    return new WebhookSecretBody(act.id().value(), secret.plain().reveal(), previousUntil);
  }

  @WebhookApi.DeleteWebhookEndpoint
  @Needs(Permission.KEEP_WEBHOOKS)
  @Delete("/{endpointId}")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.NO_CONTENT)
  void deleteWebhookEndpoint(
      HttpRequest<?> request, @WebhookSchemas.EndpointPath @PathVariable String endpointId) {
    WebhookTargets.EndpointAct act =
        targets.act(request, endpointId, "delete-webhook-endpoint", "by request");
    endpoints.set(act.id(), Endpoint.State.DELETED, null, act.audit());
  }
}
