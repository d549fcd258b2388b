package tradecredit.http.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.posting.InvoiceBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Problem;

/**
 * The outcomes of a batch.
 *
 * @param results one per item, in order
 * @param accepted how many were posted
 * @param refused how many were not, malformed ones among them
 */
@Serdeable
@Schema(name = "BatchOutcomes")
public record BatchBody(List<ItemResult> results, int accepted, int refused) {

  /**
   * The outcome of an item.
   *
   * @param index its place, from 0
   * @param status {@code accepted}, {@code refused}, or {@code notPosted} in an atomic batch that
   *     others were refused in
   * @param invoice the invoice, where accepted
   * @param problem the problem, where refused
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "BatchOutcome")
  public record ItemResult(
      int index,
      @ApiSchemas.ItemStatus String status,
      @JsonPropertyDescription("the invoice, where accepted") @Nullable InvoiceBody invoice,
      @JsonPropertyDescription("the problem, where refused") @Nullable Problem problem) {

    static ItemResult accepted(int index, InvoiceBody invoice) {
      return new ItemResult(index, "accepted", invoice, null);
    }

    static ItemResult refused(int index, Problem problem) {
      return new ItemResult(index, "refused", null, problem);
    }

    static ItemResult notPosted(int index) {
      return new ItemResult(index, "notPosted", null, null);
    }
  }

  static BatchBody of(List<ItemResult> results) {
    int accepted =
        (int) results.stream().filter(result -> result.status().equals("accepted")).count();
    int refused =
        (int) results.stream().filter(result -> result.status().equals("refused")).count();
    return new BatchBody(results, accepted, refused);
  }
}
