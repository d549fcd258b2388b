package tradecredit.http.agreement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * A business date to set, as the OpenAPI document describes it; {@link BusinessDateController}
 * reads it.
 *
 * @param date the same day as now, or a later one
 */
@Schema(
    name = "BusinessDateRequest",
    description = "A business date to set.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record BusinessDateRequest(LocalDate date) {}
