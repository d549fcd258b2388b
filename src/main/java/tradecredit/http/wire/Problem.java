package tradecredit.http.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type a URN that names the kind of problem
 * @param title the same for every problem of this kind
 * @param status the HTTP status
 * @param detail what happened here, for people
 * @param instance the path of the request; {@code /} where that could not be read
 * @param code the kind of problem, for programs
 * @param clause the agreement's clause behind it, where there is one
 * @param errors what is wrong with the request, where it is not valid
 * @param members what else this kind of problem tells; {@code http.problem.ProblemSchema} declares
 *     each for the API document
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    @Nullable Integer clause,
    List<Fault> errors,
    @JsonAnyGetter Map<String, Object> members) {

  /** The media type of a problem document (RFC 9457). */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final Pattern LINE = Pattern.compile("/lines/([0-9]+)");

  /** A problem of that kind, without clause, faults and further members. */
  public static Problem of(int status, String code, String title, String detail, String instance) {
    return new Problem(
        "urn:tradecredit:problem:" + code,
        title,
        status,
        detail,
        instance,
        code,
        null,
        List.of(),
        Map.of());
  }

  /** The same with these faults. */
  public Problem withErrors(List<Fault> faults) {
    return new Problem(type, title, status, detail, instance, code, clause, faults, members);
  }

  /** The same where what it is about is a part of the body: its pointers begin there. */
  public Problem ofPart(String pointer) {
    return withErrors(
        errors.stream()
            .map(fault -> new Fault(pointer + fault.pointer(), fault.code(), fault.detail()))
            .toList());
  }

  /**
   * The same where what it is about are rows of a file: its pointers name their lines.
   *
   * @param line the file's line of the invoice's line, from 0
   */
  public Problem ofRows(IntToLongFunction line) {
    return withErrors(
        errors.stream()
            .map(fault -> new Fault(row(fault.pointer(), line), fault.code(), fault.detail()))
            .toList());
  }

  private static String row(String pointer, IntToLongFunction lines) {
    Matcher line = LINE.matcher(pointer);
    return line.lookingAt()
        ? "line:" + lines.applyAsLong(Integer.parseInt(line.group(1)))
        : pointer;
  }

  /** The same with the clause behind it, where there is one. */
  public Problem withClause(@Nullable Integer reason) {
    return new Problem(type, title, status, detail, instance, code, reason, errors, members);
  }

  /** The same with a further member. */
  public Problem with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(type, title, status, detail, instance, code, clause, errors, more);
  }
}
