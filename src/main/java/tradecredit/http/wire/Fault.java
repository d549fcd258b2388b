package tradecredit.http.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where: a JSON Pointer (RFC 6901) into the body, {@code query:name}, {@code
 *     header:name} or {@code line:n}
 * @param code what, for programs
 * @param detail what, for people
 */
@Serdeable
public record Fault(
    String pointer, @Schema(description = Codes.OF_FAULTS) String code, String detail) {}
