package tradecredit.settings;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of each setting whose name begins as the ledger's do and that nothing reads: a bound with a
 * slip in its name would silently stay at its default. The start goes on, since an environment may
 * be shared with a newer version.
 */
@Singleton
final class UnknownSettings {

  private static final Logger LOG = LoggerFactory.getLogger(UnknownSettings.class);
  private static final String OURS = "TRADECREDIT_";

  /** A key in an expression, as in {@code ${tradecredit.agreement.file:}}. */
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^:}]+)");

  /** Which of several values a key means, as in {@code allowed-cidrs[0]}. */
  private static final Pattern INDEX = Pattern.compile("\\[.*");

  private final BeanContext beans;
  private final Environment environment;

  UnknownSettings(BeanContext beans, Environment environment) {
    this.beans = beans;
    this.environment = environment;
  }

  /** Warns once the service is up. */
  @EventListener
  void warn(ServerStartupEvent up) {
    for (String name : of(environment.getPropertySources())) {
      LOG.warn("{} is no setting of this service, and is ignored", name);
    }
  }

  /** The names among the sources' that begin as the ledger's settings do and are none of them. */
  List<String> of(Collection<PropertySource> sources) {
    List<String> given =
        sources.stream()
            .flatMap(source -> StreamSupport.stream(source.spliterator(), false))
            .filter(name -> asVariable(name).startsWith(OURS))
            .distinct()
            .sorted()
            .toList();
    if (given.isEmpty()) {
      return given;
    }
    Set<String> known = known();
    return given.stream().filter(name -> !known.contains(asVariable(name))).toList();
  }

  /** All settings that a bean is made of, as variables. */
  private Set<String> known() {
    return beans.getAllBeanDefinitions().stream()
        .flatMap(UnknownSettings::read)
        .map(UnknownSettings::asVariable)
        .filter(name -> name.startsWith(OURS))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> read(BeanDefinition<?> bean) {
    return Stream.of(bean.getConstructor().getArguments()).flatMap(UnknownSettings::read);
  }

  private static Stream<String> read(Argument<?> argument) {
    return Stream.concat(
        argument.getAnnotationMetadata().stringValue(Property.class, "name").stream(),
        argument.getAnnotationMetadata().stringValue(Value.class).stream()
            .flatMap(text -> EXPRESSION.matcher(text).results())
            .map(key -> key.group(1)));
  }

  /**
   * As the environment names it: {@code tradecredit.http.bodiesShare} is {@code
   * TRADECREDIT_HTTP_BODIES_SHARE}.
   */
  private static String asVariable(String name) {
    Matcher index = INDEX.matcher(name);
    String key = index.replaceFirst("");
    return (key.equals(key.toUpperCase(Locale.ROOT)) ? key : NameUtils.hyphenate(key))
        .replace('.', '_')
        .replace('-', '_')
        .toUpperCase(Locale.ROOT);
  }
}
