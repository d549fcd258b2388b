package tradecredit.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What would cure a refusal at the limit.
 *
 * @param largestInvoice the largest invoice that would be accepted now; at least 0.00
 * @param smallestPayment the smallest payment that makes room for this one
 * @param firstDateWithRoom when there is room, if what is open is paid on its due dates; null if
 *     never
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Remedies")
public record RemediesBody(
    @ApiSchemas.Amount String largestInvoice,
    @ApiSchemas.Amount String smallestPayment,
    @Nullable LocalDate firstDateWithRoom) {}
