package tradecredit.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mapping whose keys are all known and whose required keys are all there. */
final class YamlMapping {

  private final YamlNode self;
  private final Map<String, YamlNode> values = new HashMap<>();

  private YamlMapping(YamlNode self) {
    self.entries().forEach(entry -> values.put(entry.key().key(), entry.value()));
    this.self = self;
  }

  /** Refuses unknown keys by name first: a misspelt key is also a missing one. */
  static YamlMapping of(YamlNode node, List<String> required, List<String> optional) {
    for (YamlNode.KeyedValue entry : node.entries()) {
      String key = entry.key().key();
      if (!required.contains(key) && !optional.contains(key)) {
        throw entry.key().fault("unknown key; known here: " + joined(required, optional));
      }
    }
    YamlMapping mapping = new YamlMapping(node);
    for (String key : required) {
      if (!mapping.values.containsKey(key)) {
        throw mapping.missing(key);
      }
    }
    return mapping;
  }

  private static String joined(List<String> required, List<String> optional) {
    return Stream.concat(required.stream(), optional.stream()).collect(Collectors.joining(", "));
  }

  /** The place of the mapping itself. */
  YamlNode self() {
    return self;
  }

  /** The value of a required key. */
  YamlNode get(String key) {
    return find(key).orElseThrow(() -> missing(key));
  }

  /** The value of an optional key. */
  Optional<YamlNode> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  private AgreementFileException missing(String key) {
    return new AgreementFileException(
        self.file(), self.line(), self.below(key), "this key is missing");
  }
}
