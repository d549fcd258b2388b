package tradecredit.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that is decided in a transaction of its own, which proves the caller's API key
 * itself. Such a request, if its key was proved within {@code tradecredit.access.trust}, is let in
 * without asking the store: a posting then costs one visit to the database less, and nothing is
 * decided for a key that was revoked before the request arrived. Whatever is answered without such
 * a decision, a fault in the body for instance, is held back until the key is proved in the usual
 * way.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnTrust {}
