package tradecredit.http.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Problem;

/**
 * The outcomes of an import: one a row of the file. The rows of one invoice share its outcome.
 *
 * @param results one per row, in order
 * @param accepted how many rows became lines of posted invoices
 * @param refused how many did not, malformed ones among them
 */
@Serdeable
@Schema(name = "ImportOutcomes")
public record ImportBody(List<RowResult> results, int accepted, int refused) {

  /**
   * The outcome of a row.
   *
   * @param index its place among the rows, from 0
   * @param line its line in the file; the header is line 1
   * @param status {@code accepted}, {@code refused}, or {@code notPosted} in an atomic import that
   *     others were refused in
   * @param invoice the invoice it became a line of, where accepted
   * @param problem the problem, where refused
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ImportOutcome")
  public record RowResult(
      int index,
      long line,
      @ApiSchemas.ItemStatus String status,
      @JsonPropertyDescription("the invoice it became a line of, where accepted")
          @Nullable ImportedInvoiceBody invoice,
      @JsonPropertyDescription("the problem, where refused") @Nullable Problem problem) {}
}
