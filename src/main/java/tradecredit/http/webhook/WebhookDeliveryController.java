package tradecredit.http.webhook;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.access.ProvedAgain;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.Cursor;
import tradecredit.http.wire.Page;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.Slice;
import tradecredit.webhook.Deliveries;
import tradecredit.webhook.Delivery;
import tradecredit.webhook.EndpointId;

/** What was sent to an endpoint and what came of it; and what is to be sent anew. */
@Controller("/v1/webhook-endpoints/{endpointId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class WebhookDeliveryController {

  private final Deliveries deliveries;
  private final WebhookTargets targets;
  private final Addressed addressed;

  WebhookDeliveryController(Deliveries deliveries, WebhookTargets targets, Addressed addressed) {
    this.deliveries = deliveries;
    this.targets = targets;
    this.addressed = addressed;
  }

  @WebhookDeliveryApi.ListWebhookDeliveries
  @Needs(Permission.KEEP_WEBHOOKS)
  @Get("/deliveries")
  HttpResponse<Page<WebhookDeliveryBody>> listWebhookDeliveries(
      HttpRequest<?> request,
      @WebhookSchemas.EndpointPath @PathVariable String endpointId,
      @Nullable @QueryValue String state,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    EndpointId endpoint = targets.get(request, endpointId).endpoint().id();
    Delivery.State wanted = Query.read("state", state, Delivery.State::of);
    int most = Query.limit(limit);
    List<Delivery> found =
        deliveries.list(endpoint, wanted, Cursor.number(cursor, "webhook-deliveries"), most + 1);
    return Page.of(
        request,
        "webhook-deliveries",
        Slice.of(found, most),
        Delivery::number,
        WebhookDeliveryBody::of);
  }

  @WebhookDeliveryApi.GetWebhookDelivery
  @Needs(Permission.KEEP_WEBHOOKS)
  @Get("/deliveries/{messageId}")
  WebhookDeliveryBody getWebhookDelivery(
      HttpRequest<?> request,
      @WebhookSchemas.EndpointPath @PathVariable String endpointId,
      @WebhookSchemas.MessagePath @PathVariable String messageId) {
    EndpointId endpoint = targets.get(request, endpointId).endpoint().id();
    return WebhookDeliveryBody.of(targets.delivery(endpoint, messageId));
  }

  @WebhookDeliveryApi.ListWebhookAttempts
  @Needs(Permission.KEEP_WEBHOOKS)
  @Get("/deliveries/{messageId}/attempts")
  HttpResponse<Page<WebhookAttemptBody>> listWebhookAttempts(
      HttpRequest<?> request,
      @WebhookSchemas.EndpointPath @PathVariable String endpointId,
      @WebhookSchemas.MessagePath @PathVariable String messageId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    EndpointId endpoint = targets.get(request, endpointId).endpoint().id();
    Delivery delivery = targets.delivery(endpoint, messageId);
    int most = Query.limit(limit);
    long after = Math.min(Integer.MAX_VALUE, Cursor.number(cursor, "webhook-attempts"));
    List<Deliveries.Numbered> found = deliveries.attempts(delivery.number(), (int) after, most + 1);
    return Page.of(
        request,
        "webhook-attempts",
        Slice.of(found, most),
        Deliveries.Numbered::number,
        WebhookAttemptBody::of);
  }

  @WebhookDeliveryApi.RedeliverWebhook
  @Needs(Permission.KEEP_WEBHOOKS)
  @Post("/deliveries/{messageId}/redelivery")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.ACCEPTED)
  WebhookDeliveryBody redeliverWebhook(
      HttpRequest<?> request,
      @WebhookSchemas.EndpointPath @PathVariable String endpointId,
      @WebhookSchemas.MessagePath @PathVariable String messageId) {
    // Before all else: an attempt at another party's endpoint is recorded with the message.
    String message = WebhookTargets.messageId(messageId);
    WebhookTargets.EndpointAct act =
        targets.send(request, endpointId, "redeliver-webhook", message);
    return WebhookDeliveryBody.of(
        deliveries
            .redeliver(act.id(), message, act.audit())
            .orElseThrow(() -> WebhookTargets.noDelivery(message)));
  }

  @WebhookDeliveryApi.RecoverWebhooks
  @Needs(Permission.KEEP_WEBHOOKS)
  @ProvedAgain
  @Post("/recovery")
  WebhookRecoveryBody recoverWebhooks(
      HttpRequest<?> request,
      @WebhookSchemas.EndpointPath @PathVariable String endpointId,
      @Body byte @Nullable [] body) {
    Instant since = WebhookReader.since(addressed.json(body));
    WebhookTargets.EndpointAct act =
        targets.send(request, endpointId, "recover-webhooks", "since " + since);
    return new WebhookRecoveryBody(deliveries.recover(act.id(), since, act.audit()));
  }

  @WebhookDeliveryApi.SendWebhookTest
  @Needs(Permission.KEEP_WEBHOOKS)
  @Post("/test-events")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.ACCEPTED)
  WebhookDeliveryBody sendWebhookTest(
      HttpRequest<?> request, @WebhookSchemas.EndpointPath @PathVariable String endpointId) {
    WebhookTargets.EndpointAct act =
        targets.send(request, endpointId, "test-webhook-endpoint", "a test event");
    return WebhookDeliveryBody.of(
        deliveries
            .addTest(act.id(), act.audit())
            .orElseThrow(() -> targets.tooManyTests(act.id())));
  }
}
