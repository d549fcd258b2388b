package tradecredit.http.wire;

import io.micronaut.serde.annotation.Serdeable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where: a JSON Pointer (RFC 6901) into the body, {@code query:name}, {@code
 *     header:name} or {@code line:n}
 * @param code what, for programs
 * @param detail what, for people
 */
@Serdeable
public record Fault(String pointer, String code, String detail) {}
