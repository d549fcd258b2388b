package tradecredit.http.keys;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditRecord;
import tradecredit.access.AuditTrail;
import tradecredit.access.DeniedAttempts;
import tradecredit.access.Gate;
import tradecredit.access.Needs;
import tradecredit.access.NotThere;
import tradecredit.access.Permission;
import tradecredit.access.Principal;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.Cursor;
import tradecredit.http.wire.Page;
import tradecredit.http.wire.ProblemException;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.Slice;

/**
 * What was done and denied: of the accounts that the caller's party is on, whoever did it; and
 * beside the accounts, what the party's own principals did. The operator reads everything.
 */
@Controller("/v1/audit-records")
@ExecuteOn(TaskExecutors.BLOCKING)
class AuditController {

  private static final String LIST = "audit-records";

  private final Addressed addressed;
  private final AuditTrail trail;
  private final DeniedAttempts attempts;
  private final Gate gate;

  AuditController(Addressed addressed, AuditTrail trail, DeniedAttempts attempts, Gate gate) {
    this.addressed = addressed;
    this.trail = trail;
    this.attempts = attempts;
    this.gate = gate;
  }

  @AccessApi.ListAuditRecords
  @Needs(Permission.READ_AUDIT_RECORDS)
  @Get
  HttpResponse<Page<AuditRecordBody>> listAuditRecords(
      HttpRequest<?> request,
      @Nullable @QueryValue String accountId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    Principal reader = Principal.of(request);
    Map<String, Long> after = chains(request, reader, accountId);
    Map<String, Long> reached = Cursor.read(cursor, LIST, AuditController::positions);
    if (reached != null) {
      after.replaceAll((chain, start) -> reached.getOrDefault(chain, start));
    }
    int most = Query.limit(limit);
    attempts.flush();
    Slice<AuditRecord> page =
        Slice.of(
            trail.page(
                after, gate.isOperator(reader) ? null : Set.of(reader.party().value()), most + 1),
            most);
    return Page.response(
        request,
        page.items().stream().map(AuditRecordBody::of).toList(),
        page.more() ? next(after, page.items()) : null);
  }

  private Map<String, Long> chains(
      HttpRequest<?> request, Principal reader, @Nullable String accountId) {
    List<TradingAccount> accounts =
        gate.isOperator(reader) ? addressed.agreement().accounts() : addressed.accounts(request);
    Map<String, Long> chains = new LinkedHashMap<>();
    accounts.forEach(account -> chains.put(account.id().value(), 0L));
    if (accountId == null) {
      chains.put(AuditTrail.REST, 0L);
    } else if (chains.containsKey(accountId)) {
      chains.keySet().retainAll(Set.of(accountId));
    } else {
      throw ProblemException.notFound(NotThere.account(accountId));
    }
    return chains;
  }

  private static String next(Map<String, Long> after, List<AuditRecord> page) {
    Map<String, Long> reached = new LinkedHashMap<>(after);
    for (AuditRecord record : page) {
      var account = record.event().account();
      reached.put(account == null ? AuditTrail.REST : account.value(), record.sequence());
    }
    return Cursor.after(
        LIST,
        reached.entrySet().stream()
            .map(chain -> chain.getKey() + "=" + chain.getValue())
            .collect(Collectors.joining(",")));
  }

  private static Map<String, Long> positions(String text) {
    Map<String, Long> positions = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      int at = part.lastIndexOf('=');
      if (at < 1) {
        throw new IllegalArgumentException("a chain and its number are expected");
      }
      positions.put(part.substring(0, at), Query.sequence(part.substring(at + 1)));
    }
    return positions;
  }
}
