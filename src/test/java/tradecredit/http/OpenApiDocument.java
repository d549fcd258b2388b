package tradecredit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The OpenAPI document that the build generated, read as maps, lists and texts. */
record OpenApiDocument(String text, Map<String, Object> root) {

  static final String RESOURCE = "META-INF/swagger/trade-credit-ledger.yml";

  /** An operation: {@code name} is its method and path. */
  record Operation(String name, Map<String, Object> node) {

    Map<String, Object> responses() {
      return map(node, "responses");
    }
  }

  /** An example and the schema of the body it is an example of. */
  record Example(String where, Object value, Map<String, Object> schema) {}

  /** Reads the document from the class path. */
  static OpenApiDocument generated() {
    try (InputStream file = OpenApiDocument.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      String text =
          new String(Objects.requireNonNull(file, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
      return new OpenApiDocument(text, yaml().load(text));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /**
   * YAML 1.1 would make dates and numbers of some texts; here every scalar stays the text it is.
   */
  static Yaml yaml() {
    LoaderOptions loading = new LoaderOptions();
    DumperOptions dumping = new DumperOptions();
    return new Yaml(
        new SafeConstructor(loading),
        new Representer(dumping),
        dumping,
        loading,
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {}
        });
  }

  /** Every operation. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    map(root, "paths")
        .forEach(
            (path, item) ->
                mapOf(item)
                    .forEach(
                        (method, node) ->
                            operations.add(
                                new Operation(
                                    method.toUpperCase(java.util.Locale.ROOT) + " " + path,
                                    mapOf(node)))));
    return operations;
  }

  /** Every example of an operation, in its request, its responses and the calls it leads to. */
  List<Example> examples(Operation operation) {
    List<Example> examples = new ArrayList<>();
    collect(operation.name() + " request", map(operation.node(), "requestBody"), examples);
    operation
        .responses()
        .forEach(
            (status, response) ->
                collect(operation.name() + " " + status, mapOf(response), examples));
    for (Operation call : calls(operation)) {
      collect(call.name() + " request", map(call.node(), "requestBody"), examples);
    }
    return examples;
  }

  /** The calls that the service makes for an operation's sake. */
  private static List<Operation> calls(Operation operation) {
    List<Operation> calls = new ArrayList<>();
    map(operation.node(), "callbacks")
        .forEach(
            (name, callback) ->
                mapOf(callback)
                    .forEach(
                        (url, item) ->
                            mapOf(item)
                                .forEach(
                                    (method, node) ->
                                        calls.add(new Operation(name + " " + url, mapOf(node))))));
    return calls;
  }

  private void collect(String where, Map<String, Object> body, List<Example> into) {
    map(body, "content")
        .forEach(
            (type, media) ->
                map(mapOf(media), "examples")
                    .forEach(
                        (name, example) ->
                            into.add(
                                new Example(
                                    where + " " + name,
                                    Objects.requireNonNull(
                                        resolved(mapOf(example)).get("value"), where + " " + name),
                                    resolved(map(mapOf(media), "schema"))))));
  }

  /** What is referred to, where a node is a reference, be it described or one or null. */
  Map<String, Object> resolved(Map<String, Object> node) {
    if (node.get("oneOf") instanceof List<?> choices
        && choices.contains(Map.of("enum", List.of("null")))) {
      return resolved(mapOf(Objects.requireNonNull(choices.getFirst())));
    }
    if (node.get("allOf") instanceof List<?> parts) {
      return resolved(mapOf(Objects.requireNonNull(parts.getFirst())));
    }
    if (!(node.get("$ref") instanceof String reference)) {
      return node;
    }
    Map<String, Object> place = root;
    for (String name : reference.substring("#/".length()).split("/", -1)) {
      place = map(place, name);
    }
    return place;
  }

  /** A member that is a map; empty where there is none. */
  static Map<String, Object> map(Map<String, Object> node, String name) {
    Object value = node.get(name);
    return value == null ? Map.of() : mapOf(value);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> mapOf(Object node) {
    return (Map<String, Object>) node;
  }
}
