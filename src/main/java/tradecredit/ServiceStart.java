package tradecredit;

import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.context.exceptions.DependencyInjectionException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.Micronaut;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.AgreementFileException;

/**
 * A start that tells once why it fails: by what went wrong, and not by the parts that were being
 * made meanwhile. Where in the code that was is told beside it if nobody foresaw it; else it is
 * logged for whoever debugs.
 */
final class ServiceStart extends Micronaut {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceStart.class);
  private static final String OURS = "tradecredit.";
  private static final int FAILED = 1;

  /** What the framework says of a setting of its own, amid all that it was making meanwhile. */
  private static final Pattern UNREADABLE =
      Pattern.compile(
          "Error resolving property value \\[([^]]+)]\\. Unable to convert value \\[(.*)] to target type \\[(\\w+)]");

  @Override
  protected void handleStartupException(Environment environment, Throwable fault) {
    fail(fault);
  }

  /** Tells why, and ends the process. */
  static void fail(Throwable fault) {
    Throwable reason = reason(fault);
    if (isForeseen(reason)) {
      LOG.error("The service does not start: {}", told(reason));
      LOG.debug("It failed here", reason);
    } else {
      LOG.error("The service does not start: {}", reason.toString(), reason);
    }
    System.exit(FAILED);
  }

  /** What went wrong, below the faults that only say of which part it was the end. */
  static Throwable reason(Throwable fault) {
    Throwable reason = fault;
    while (reason instanceof BeanContextException && reason.getCause() != null) {
      reason = reason.getCause();
    }
    return reason;
  }

  /**
   * Whether the message alone says what is wrong: of what this code refuses by itself, of a setting
   * of the framework's whose value is none, of a database that is not there or not as it should be,
   * and of a port that is taken.
   */
  static boolean isForeseen(Throwable reason) {
    return reason instanceof AgreementFileException
        || reason instanceof FlywayException
        || reason instanceof ServerStartupException
        || unreadable(reason).isPresent()
        || Stream.iterate(reason, cause -> cause != null, Throwable::getCause)
            .anyMatch(SQLException.class::isInstance)
        || isRefusal(reason);
  }

  /** The message, and behind it that of what caused it, where that says more. */
  static String told(Throwable reason) {
    String message = unreadable(reason).orElseGet(() -> String.valueOf(reason.getMessage()));
    Throwable cause = reason.getCause();
    return cause == null || message.contains(String.valueOf(cause.getMessage()))
        ? message
        : message + " (" + cause + ")";
  }

  private static Optional<String> unreadable(Throwable reason) {
    return reason instanceof DependencyInjectionException
        ? UNREADABLE
            .matcher(String.valueOf(reason.getMessage()))
            .results()
            .map(
                found ->
                    "%s is \"%s\", which is not a value of the type %s"
                        .formatted(found.group(1), found.group(2), found.group(3)))
            .findFirst()
        : Optional.empty();
  }

  private static boolean isRefusal(Throwable reason) {
    StackTraceElement[] at = reason.getStackTrace();
    return (reason instanceof IllegalArgumentException
            || reason instanceof IllegalStateException
            || reason instanceof UncheckedIOException)
        && at.length > 0
        && at[0].getClassName().startsWith(OURS);
  }
}
