package tradecredit.http.files;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tradecredit.http.posting.InvoiceRequest;

/**
 * A batch of invoices to post, as the OpenAPI document describes it; {@link BatchReader} reads it.
 *
 * @param mode {@code atomic}: all or nothing; {@code independent}: each for itself
 * @param invoices 1 to 10,000
 */
@Schema(
    name = "BatchRequest",
    description = "Invoices to post.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record BatchRequest(
    @Schema(
            type = "string",
            allowableValues = {"atomic", "independent"})
        String mode,
    @ArraySchema(minItems = 1, maxItems = 10_000) List<InvoiceRequest> invoices) {}
