package tradecredit.http.wire;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.exceptions.NotAllowedException;
import java.util.Set;

/**
 * The page about the API and the document it shows, which are files: the framework serves them
 * whatever the method, where it answers 405 for an operation.
 */
final class StaticPages {

  private static final Set<String> METHODS = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

  private StaticPages() {}

  /**
   * Lets {@code GET} and {@code HEAD} through.
   *
   * @throws NotAllowedException for a page that is asked for by another method
   */
  static void refuseUnlessRead(HttpRequest<?> request) {
    String path = request.getPath();
    boolean isPage =
        path.equals("/docs") || path.startsWith("/docs/") || path.startsWith("/openapi/");
    if (isPage && !METHODS.contains(request.getMethodName())) {
      throw new NotAllowedException(request.getMethodName(), request.getUri(), METHODS);
    }
  }
}
