package tradecredit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The examples of the OpenAPI document, as {@code openapi/examples} has them. */
public final class Examples {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, Object> ALL = read();

  private Examples() {}

  /**
   * The body that an example shows: JSON, or the text itself where the body is a file.
   *
   * @param name its name among the components of the document
   */
  public static String example(String name) {
    Object example = Objects.requireNonNull(ALL.get(name), name);
    Object value = OpenApiDocument.mapOf(example).get("value");
    try {
      return value instanceof String file ? file : JSON.writeValueAsString(value);
    } catch (JsonProcessingException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Every example, with its summary, by its name. */
  static Map<String, Object> all() {
    return ALL;
  }

  /** The examples of a document, or of a part of one. */
  static Map<String, Object> of(String document) {
    Map<String, Object> root = yaml().load(document);
    return OpenApiDocument.map(OpenApiDocument.map(root, "components"), "examples");
  }

  private static Map<String, Object> read() {
    Map<String, Object> examples = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("openapi", "examples"))) {
      for (Path file : files.toList()) {
        examples.putAll(of(Files.readString(file)));
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return examples;
  }

  /** YAML whose scalars are those of JSON: no dates, and what is quoted stays text. */
  private static Yaml yaml() {
    LoaderOptions loading = new LoaderOptions();
    DumperOptions dumping = new DumperOptions();
    return new Yaml(
        new SafeConstructor(loading),
        new Representer(dumping),
        dumping,
        loading,
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, Pattern.compile("null"), "n");
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("-?[0-9]+"), "-0123456789");
          }
        });
  }
}
