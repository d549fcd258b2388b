package tradecredit;

import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.runtime.Micronaut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A start that tells once why it fails: by what went wrong, and not by the parts that were being
 * made meanwhile.
 */
final class ServiceStart extends Micronaut {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceStart.class);
  private static final int FAILED = 1;

  @Override
  protected void handleStartupException(Environment environment, Throwable fault) {
    Throwable reason = reason(fault);
    LOG.error("The service does not start: {}", reason.getMessage(), reason);
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
}
