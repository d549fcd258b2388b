package tradecredit.http.door;

import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.type.Argument;
import io.micronaut.http.context.event.HttpRequestReceivedEvent;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tradecredit.support.Client;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A service that counts what its router sees. */
abstract class FrontDoorRig {

  static final String BALANCE = Client.AUXER + "/balance";

  final AtomicInteger routed = new AtomicInteger();

  final RuntimeBeanDefinition<?> counter() {
    return RuntimeBeanDefinition.builder(ApplicationEventListener.class, () -> this::count)
        .typeArguments(
            ApplicationEventListener.class, Argument.of(HttpRequestReceivedEvent.class, "E"))
        .singleton(true)
        .build();
  }

  private void count(Object event) {
    if (event instanceof HttpRequestReceivedEvent) {
      routed.incrementAndGet();
    }
  }

  final Service service(TestDatabase.Fresh database, Map<String, String> more) {
    return Service.on(database, more, counter());
  }

  static String request(Service service, String line, String headers, String body) {
    return line
        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + service.client().key("auxer-telecom-clerk")
        + "\r\n"
        + headers
        + "\r\n"
        + body;
  }

  static String altered(String key) {
    return key.substring(0, key.length() - 1) + (key.endsWith("A") ? 'E' : 'A');
  }
}
