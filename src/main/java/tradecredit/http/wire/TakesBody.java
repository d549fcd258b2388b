package tradecredit.http.wire;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What body an operation takes, where it is more than a single posting's. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesBody {

  /** How much. */
  public enum Kind {
    /** A single posting, read whole. */
    POSTING,
    /** A batch, read whole. */
    BATCH,
    /** A file, read as it comes. */
    STREAM
  }

  /** The kind. */
  Kind value();
}
