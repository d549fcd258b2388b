package tradecredit.settings;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** The settings that beans are made of, as these declare them. */
@Singleton
final class OwnSettings {

  private final BeanContext beans;

  OwnSettings(BeanContext beans) {
    this.beans = beans;
  }

  /**
   * A setting.
   *
   * @param name as in {@code tradecredit.http.batch-items}
   * @param argument what it is for
   */
  record Declared(String name, Argument<?> argument) {}

  /** What every bean is made of. */
  Stream<Argument<?>> arguments() {
    return beans.getAllBeanDefinitions().stream().flatMap(OwnSettings::arguments);
  }

  private static Stream<Argument<?>> arguments(BeanDefinition<?> bean) {
    return Stream.of(bean.getConstructor().getArguments());
  }

  /** Those that have a value of their own, and are no part of a text. */
  Stream<Declared> declared() {
    return arguments()
        .flatMap(
            argument ->
                argument.getAnnotationMetadata().stringValue(Property.class, "name").stream()
                    .map(name -> new Declared(name, argument)));
  }
}
