package tradecredit.http.door;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Permission;
import tradecredit.access.ShortAdmission;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.HttpBounds;
import tradecredit.http.wire.ProblemHandlers;
import tradecredit.http.wire.Resending;
import tradecredit.posting.Lanes;

/**
 * Single postings that are refused at the {@link FrontDoor}, since their lane has no room. A
 * service that is offered several times what it can take has to refuse more than it takes, so that
 * must not cost it what reading a posting does. Whatever else is wrong with a posting is told when
 * there is room. A request whose key was not proved lately is not answered here; it goes the
 * router's way.
 */
@Singleton
final class DoorRefusals {

  /** What the smallest invoice takes in a lane: itself and one line. */
  private static final int LEAST_INVOICE = 2;

  private static final int LEAST_PAYMENT = 1;
  private static final String ACCOUNT = "{accountId}";
  private static final String INVOICES = "/v1/accounts/" + ACCOUNT + "/invoices";
  private static final String PAYMENTS = "/v1/accounts/" + ACCOUNT + "/payments";

  private final Map<String, Target> targets = new HashMap<>();
  private final ShortAdmission admission;
  private final Lanes lanes;
  private final DoorAnswers answers;
  private final HttpBounds bounds;

  /** Where a posting goes, what it takes there at the least, and who may send it. */
  private record Target(String route, TradingAccount account, int least, Permission needed) {}

  DoorRefusals(
      Agreement agreement,
      ShortAdmission admission,
      Lanes lanes,
      DoorAnswers answers,
      HttpBounds bounds) {
    for (TradingAccount account : agreement.accounts()) {
      add(new Target(INVOICES, account, LEAST_INVOICE, Permission.POST_INVOICE));
      add(new Target(PAYMENTS, account, LEAST_PAYMENT, Permission.POST_PAYMENTS));
    }
    this.admission = admission;
    this.lanes = lanes;
    this.answers = answers;
    this.bounds = bounds;
  }

  private void add(Target target) {
    targets.put(target.route().replace(ACCOUNT, target.account().id().value()), target);
  }

  /**
   * The refusal of a request, whose body may still be to come; null where it goes the router's way.
   */
  @Nullable FullHttpResponse refusal(HttpRequest request) {
    Target target = request.method().equals(HttpMethod.POST) ? targets.get(request.uri()) : null;
    if (target == null
        || lanes.haveRoom(target.account().id(), target.least())
        || HttpUtil.getContentLength(request, Long.MAX_VALUE) > bounds.postingBytes()
        || !mayBeTold(request, target)) {
      return null;
    }
    long since = System.nanoTime();
    FullHttpResponse refusal =
        answers.problem(
            request,
            ProblemHandlers.full(target.account().id(), Resending.WITH_ITS_KEY, request.uri()),
            ProblemHandlers.RETRY_AFTER_SECONDS);
    answers.count(request, target.route(), refusal, since);
    return refusal;
  }

  private boolean mayBeTold(HttpRequest request, Target target) {
    return ShortAdmission.key(request.headers().getAll(HttpHeaderNames.AUTHORIZATION))
        .filter(key -> admission.wouldAdmit(key, target.needed(), target.account()))
        .isPresent();
  }
}
