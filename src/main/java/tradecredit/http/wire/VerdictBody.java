package tradecredit.http.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a proposal.
 *
 * @param id the decision's id
 * @param sequence its entry
 * @param decision {@code approved}, {@code declined} or {@code withdrawn}
 * @param note what there was to say; null where nothing
 * @param decidedBy who
 * @param decidedOn the book's day
 */
@Serdeable
@Schema(name = "Verdict")
public record VerdictBody(
    String id,
    long sequence,
    @ApiSchemas.Verdict String decision,
    @Nullable String note,
    String decidedBy,
    LocalDate decidedOn) {}
