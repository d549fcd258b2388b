package tradecredit.http.agreement;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditEvent;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.access.ProvedAgain;
import tradecredit.agreement.BusinessDateMode;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.JsonFields;
import tradecredit.http.wire.ProblemException;
import tradecredit.http.wire.Texts;
import tradecredit.posting.BusinessDay;

/** The book's today. */
@Controller("/v1/business-date")
@ExecuteOn(TaskExecutors.BLOCKING)
class BusinessDateController {

  private final Addressed addressed;
  private final BusinessDay day;

  BusinessDateController(Addressed addressed, BusinessDay day) {
    this.addressed = addressed;
    this.day = day;
  }

  @AgreementApi.GetBusinessDate
  @Needs(Permission.READ_AGREEMENT)
  @Get
  BusinessDateBody getBusinessDate() {
    return body(day.today());
  }

  @AgreementApi.PutBusinessDate
  @Needs(Permission.TURN_BUSINESS_DATE)
  @ProvedAgain
  @Put
  BusinessDateBody putBusinessDate(HttpRequest<?> request, @Body byte @Nullable [] body) {
    JsonFields fields = JsonFields.ofBody(addressed.json(body));
    LocalDate date = fields.required("date", Texts::date);
    fields.end();
    return body(advance(request, Objects.requireNonNull(date)));
  }

  private LocalDate advance(HttpRequest<?> request, LocalDate date) {
    if (day.mode() != BusinessDateMode.MANUAL) {
      throw new ProblemException(
          409,
          Codes.BUSINESS_DATE_NOT_MANUAL,
          "The business date is not set by hand",
          "The business date is today in %s; only with tradecredit.business-date.mode=manual is it set by hand."
              .formatted(addressed.agreement().timeZone()));
    }
    LocalDate now =
        day.advanceTo(
            date,
            AuditEvent.done(
                request,
                new AuditEvent.What(
                    Permission.TURN_BUSINESS_DATE.wireName(), "business-date", "to " + date),
                AuditEvent.EVERYONE));
    if (now.isAfter(date)) {
      throw new ProblemException(
          409,
          Codes.BUSINESS_DATE_MOVES_BACK,
          "The business date never moves back",
          "The business date is %s; it can stay or move forwards, not back to %s."
              .formatted(now, date));
    }
    return now;
  }

  private BusinessDateBody body(LocalDate date) {
    return BusinessDateBody.of(addressed.agreement(), day.mode(), date);
  }
}
