package tradecredit.http;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.posting.Lanes;

/**
 * Single postings that are refused at the {@link FrontDoor}, since their lane has no room: whoever
 * sends them and whatever they say, they would come to nothing, and that may be told to anyone. To
 * read a posting first costs ten times as much as to refuse it, which is what a service that is
 * offered many times what it can take has to do most.
 */
@Singleton
final class DoorRefusals {

  /** What the smallest invoice takes in a lane: itself and one line. */
  private static final int LEAST_INVOICE = 2;

  private static final int LEAST_PAYMENT = 1;

  private final Map<String, Lane> paths = new HashMap<>();
  private final Lanes lanes;
  private final DoorAnswers answers;

  /** Where a posting goes and how much it takes there, at least. */
  private record Lane(AccountId account, int least) {}

  DoorRefusals(Agreement agreement, Lanes lanes, DoorAnswers answers) {
    for (TradingAccount account : agreement.accounts()) {
      String path = "/v1/accounts/" + account.id();
      paths.put(path + "/invoices", new Lane(account.id(), LEAST_INVOICE));
      paths.put(path + "/payments", new Lane(account.id(), LEAST_PAYMENT));
    }
    this.lanes = lanes;
    this.answers = answers;
  }

  /** Whether there is no room for what {@code request} brings. */
  boolean isToBeRefused(HttpRequest request) {
    return lane(request).filter(lane -> !lanes.haveRoom(lane.account(), lane.least())).isPresent();
  }

  /** The refusal of such a request. */
  FullHttpResponse refusal(HttpRequest request) {
    AccountId account = lane(request).orElseThrow().account();
    return answers.problem(
        request, ProblemHandlers.full(account, request.uri()), ProblemHandlers.RETRY_AFTER_SECONDS);
  }

  private Optional<Lane> lane(HttpRequest request) {
    return request.method().equals(HttpMethod.POST)
        ? Optional.ofNullable(paths.get(request.uri()))
        : Optional.empty();
  }
}
