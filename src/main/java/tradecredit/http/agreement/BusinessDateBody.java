package tradecredit.http.agreement;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Locale;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.BusinessDateMode;

/**
 * The book's today.
 *
 * @param date the business date
 * @param mode {@code system} or {@code manual}
 * @param timeZone the agreement's time zone
 */
@Serdeable
@Schema(name = "BusinessDate")
public record BusinessDateBody(
    LocalDate date,
    @Schema(
            type = "string",
            allowableValues = {"system", "manual"})
        String mode,
    String timeZone) {

  static BusinessDateBody of(Agreement agreement, BusinessDateMode mode, LocalDate date) {
    return new BusinessDateBody(
        date, mode.name().toLowerCase(Locale.ROOT), agreement.timeZone().getId());
  }
}
