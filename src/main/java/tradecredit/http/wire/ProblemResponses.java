package tradecredit.http.wire;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.access.RequestId;

/**
 * Every error the framework itself answers becomes a problem document, too: 404, 405, 406, 413, 415
 * and the rest.
 */
@Singleton
@Primary
public final class ProblemResponses implements ErrorResponseProcessor<Problem> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

  /** In place of a path that could not be read. */
  private static final String UNREAD = "/";

  private final BodySizes sizes;

  ProblemResponses(BodySizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpStatus status = HttpStatus.valueOf(response.code());
    if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
      logFailure(context.getRequest(), context.getRootCause().orElse(null));
    }
    String detail =
        context.hasErrors()
            ? context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "))
            : status.getReason();
    Problem problem =
        Problem.of(
            status.getCode(),
            code(status),
            title(status),
            detail(status, context.getRequest(), detail),
            context.getRequest().getPath());
    return response
        .body(status == HttpStatus.BAD_REQUEST ? pointing(problem) : problem)
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }

  /** So that whoever was told a request's name finds what became of it; its query may be secret. */
  public static void logFailure(HttpRequest<?> request, @Nullable Throwable fault) {
    LOG.error(
        "Request {} failed: {} {}",
        RequestId.of(request),
        request.getMethodName(),
        request.getUri().getRawPath(),
        fault);
  }

  /** What the framework itself finds bad is the body or the request as a whole. */
  private static Problem pointing(Problem problem) {
    return problem.withErrors(List.of(new Fault("", problem.code(), problem.detail())));
  }

  /** One for each code, whoever finds it. */
  private static String title(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> Codes.INVALID_REQUEST_TITLE;
      case NOT_FOUND -> Codes.NOT_FOUND_TITLE;
      case REQUEST_ENTITY_TOO_LARGE -> Codes.CONTENT_TOO_LARGE_TITLE;
      default -> status.getReason();
    };
  }

  private static String code(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> Codes.INVALID_REQUEST;
      case REQUEST_ENTITY_TOO_LARGE -> Codes.CONTENT_TOO_LARGE;
      default -> status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  /**
   * What went wrong inside is for the log, not for the caller; which property bounds a size is for
   * the operator.
   */
  private String detail(HttpStatus status, HttpRequest<?> request, String detail) {
    return switch (status) {
      case INTERNAL_SERVER_ERROR -> Resending.of(request).afterFailure();
      case NOT_FOUND -> "Nothing is served at this path; the page at /docs/ lists what is.";
      case REQUEST_ENTITY_TOO_LARGE ->
          "A body that is read whole has at most %d bytes, a file at most %d; this one has more."
              .formatted(sizes.whole(), sizes.file());
      default -> detail;
    };
  }

  /** What was sent is no request of HTTP, or its head is above its bounds. */
  public static Problem misread(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException _ ->
          Problem.of(
              414,
              Codes.URI_TOO_LONG,
              "URI Too Long",
              "The request line is longer than the service takes.",
              UNREAD);
      case TooLongHttpHeaderException _ ->
          Problem.of(
              431,
              Codes.REQUEST_HEADER_FIELDS_TOO_LARGE,
              "Request Header Fields Too Large",
              "The headers are larger than the service takes.",
              UNREAD);
      case MisformedRequestException misformed when misformed.status() == 505 ->
          Problem.of(
              505,
              Codes.HTTP_VERSION_NOT_SUPPORTED,
              "HTTP Version Not Supported",
              misformed.detail(),
              UNREAD);
      case MisformedRequestException misformed -> notValid(misformed.detail());
      default -> notValid("What came is no request of HTTP.");
    };
  }

  private static Problem notValid(String detail) {
    return pointing(
        Problem.of(400, Codes.INVALID_REQUEST, Codes.INVALID_REQUEST_TITLE, detail, UNREAD));
  }

  /** The response for a problem. */
  public static MutableHttpResponse<Problem> of(Problem problem) {
    return HttpResponse.<Problem>status(HttpStatus.valueOf(problem.status()))
        .body(problem)
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }

  /** The response for a request that ended early. */
  static MutableHttpResponse<Problem> of(ProblemException ended, HttpRequest<?> request) {
    MutableHttpResponse<Problem> response = of(ended.problem(request.getPath()));
    ended.headers().forEach(response::header);
    return response;
  }
}
