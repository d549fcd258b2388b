package tradecredit.http.agreement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import tradecredit.http.wire.ApiSchemas;

/**
 * The sale to ask about, as the OpenAPI document describes it; {@link CovenantReader} reads it.
 *
 * @param seller who sells: a party, a group or a company of the agreement
 * @param product which cards: a product or another card of the agreement
 * @param customer who buys: a party, a group or a company of the agreement
 * @param discount at what discount on the face value, in percent
 * @param date on which day; it may be past or future
 */
@Schema(
    name = "CovenantCheckRequest",
    description = "A sale to ask about.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record CovenantCheckRequest(
    @Schema(type = "string", pattern = ApiSchemas.SLUG, example = "auxer-telecom") String seller,
    @Schema(type = "string", pattern = ApiSchemas.SLUG, example = "original") String product,
    @Schema(type = "string", pattern = ApiSchemas.SLUG, example = "quick-stop") String customer,
    @ApiSchemas.Percent String discount,
    LocalDate date) {}
