package tradecredit.access;

import io.micronaut.aop.Around;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that acts at once when its body is there, on a thread that may wait, and so proves
 * the caller's key once more before it begins: a request is let in by its head, a body may take its
 * time, and a key that is revoked meanwhile must do nothing more. Postings prove it where they are
 * submitted ({@link Credentials#confirm}).
 *
 * @see StillProved
 */
@Around
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ProvedAgain {}
