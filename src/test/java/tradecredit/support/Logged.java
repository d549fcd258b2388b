package tradecredit.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** What is logged from now on until this is closed, whichever thread logs it. */
public final class Logged implements AutoCloseable {

  private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();
  private final Logger logger;

  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          events.add(event);
        }
      };

  private Logged(String name) {
    logger = (Logger) LoggerFactory.getLogger(name);
    appender.start();
    logger.addAppender(appender);
  }

  /** By one class. */
  public static Logged of(Class<?> type) {
    return new Logged(type.getName());
  }

  /** By this project's code. */
  public static Logged byOurs() {
    return new Logged("tradecredit");
  }

  /** By anybody. */
  public static Logged byAll() {
    return new Logged(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  /** All of it that is no less severe than {@code least}. */
  public List<ILoggingEvent> events(Level least) {
    return events.stream().filter(event -> event.getLevel().isGreaterOrEqual(least)).toList();
  }

  /** The same as lines. */
  public List<String> lines(Level least) {
    return events(least).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Override
  public void close() {
    logger.detachAppender(appender);
  }
}
