package tradecredit.settings;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to open the book with a setting of the ledger whose value has not the form of one, or is
 * out of its bounds. The framework would go by the default where the form is wrong, without a word:
 * a book that is turned by hand would go by the clock, and could not go back. Bounds are held by
 * the settings themselves, which are made here, before the database is touched: a start that fails
 * by them has made no file and migrated nothing.
 */
@Singleton
final class WrongSettings implements BeanCreatedEventListener<DatasourceConfiguration> {

  private static final String OURS = "tradecredit.";

  /** What the framework takes for {@code true}; it takes all else for {@code false}. */
  private static final Set<String> FLAGS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n");

  private final BeanContext beans;
  private final Environment environment;

  WrongSettings(BeanContext beans, Environment environment) {
    this.beans = beans;
    this.environment = environment;
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    if (!environment.getProperties("tradecredit").isEmpty()) {
      List<? extends BeanDefinition<?>> settings = settings();
      refuseUnreadable(settings);
      settings.forEach(beans::getBean);
    }
    return event.getBean();
  }

  /** The parts' settings. No other bean is looked at: a start takes time enough. */
  private List<? extends BeanDefinition<?>> settings() {
    return beans.getBeanDefinitionReferences().stream()
        .filter(bean -> bean.getBeanDefinitionName().startsWith(OURS))
        .filter(bean -> bean.getAnnotationMetadata().hasStereotype(ConfigurationProperties.class))
        .map(bean -> bean.load(beans))
        .toList();
  }

  private void refuseUnreadable(List<? extends BeanDefinition<?>> settings) {
    String faults =
        settings.stream()
            .flatMap(one -> Stream.of(one.getConstructor().getArguments()))
            .map(this::fault)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .collect(Collectors.joining("; "));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(faults);
    }
  }

  private @Nullable String fault(Argument<?> argument) {
    String name = argument.getAnnotationMetadata().stringValue(Property.class, "name").orElse("");
    Object value = environment.getProperty(name, Object.class).orElse(null);
    if (value == null) {
      return null;
    }
    boolean isList = Collection.class.isAssignableFrom(argument.getType());
    Argument<?> one = isList ? argument.getFirstTypeVariable().orElse(argument) : argument;
    return (isList ? items(value) : List.of(value))
        .stream()
            .filter(item -> !isReadable(item, one))
            .findFirst()
            .map(
                item ->
                    "%s is \"%s\", which is not %s".formatted(name, item, expected(one.getType())))
            .orElse(null);
  }

  private static Collection<?> items(Object value) {
    return value instanceof Collection<?> items
        ? items
        : Arrays.asList(value.toString().split(",", -1));
  }

  /** An empty value is none. */
  private boolean isReadable(Object value, Argument<?> argument) {
    String text = value.toString().strip();
    if (text.isEmpty()) {
      return true;
    }
    if (isFlag(argument.getType())) {
      return FLAGS.contains(text.toLowerCase(Locale.ROOT));
    }
    Object given = value instanceof CharSequence ? text : value;
    return environment.convert(given, ConversionContext.of(argument)).isPresent();
  }

  private static boolean isFlag(Class<?> type) {
    return type == boolean.class || type == Boolean.class;
  }

  private static String expected(Class<?> type) {
    if (isFlag(type)) {
      return "true or false";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    return type == Duration.class ? "a time as 500ms, 30s, 5m, 2h or 3d" : "a number that is taken";
  }
}
