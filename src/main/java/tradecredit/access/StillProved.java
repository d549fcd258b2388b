package tradecredit.access;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lets an operation that is {@link ProvedAgain} begin only if its caller's key still holds. */
@InterceptorBean(ProvedAgain.class)
final class StillProved implements MethodInterceptor<Object, Object> {

  private final Credentials credentials;

  StillProved(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * Waits for the proof.
   *
   * @throws TurnedAwayException if the key does not hold any more, or nobody can tell now
   */
  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> operation) {
    credentials.confirmed(request(operation));
    return operation.proceed();
  }

  private static HttpRequest<?> request(MethodInvocationContext<Object, Object> operation) {
    return Arrays.stream(operation.getParameterValues())
        .filter(HttpRequest.class::isInstance)
        .<HttpRequest<?>>map(HttpRequest.class::cast)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException(operation.getMethodName() + " takes no request"));
  }
}
