package tradecredit.http.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.ledger.CardRange;

/**
 * Cards by their serial numbers, both ends included.
 *
 * @param first the first card's
 * @param last the last card's
 */
@Serdeable
@Schema(name = "CardRange", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record CardRangeBody(@ApiSchemas.Serial String first, @ApiSchemas.Serial String last) {

  static CardRangeBody of(CardRange range) {
    return new CardRangeBody(range.first(), range.last());
  }
}
