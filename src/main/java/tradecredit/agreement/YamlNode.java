package tradecredit.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tradecredit.money.Quoted;

/**
 * One place in an agreement file: what is written there, and how to say where that is.
 *
 * <p>Each accessor returns the one kind of value that it names and throws {@link
 * AgreementFileException} for every other.
 *
 * @param file the file's name
 * @param path the keys from the top down to here, as {@code accounts[1].terms}
 * @param node what SnakeYAML composed
 */
record YamlNode(String file, String path, Node node) {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,8}");

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** One key of a mapping with its value; faults of both have the same key path. */
  record KeyedValue(YamlNode key, YamlNode value) {}

  /** The line on which this begins, from 1. */
  int line() {
    return node.getStartMark().getLine() + 1;
  }

  /** A fault at this place; the caller throws it. */
  AgreementFileException fault(String reason) {
    return new AgreementFileException(file, line(), path, reason);
  }

  /** The values of a mapping that has all required keys and none beside the optional ones. */
  YamlMapping mapping(List<String> required, List<String> optional) {
    return YamlMapping.of(this, required, optional);
  }

  /** The entries of a mapping with keys of the operator's choice, each key once; maybe none. */
  List<KeyedValue> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw fault("expected keys and values, found " + kind());
    }
    Map<String, KeyedValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = at(path, tuple.getKeyNode()).key();
      String below = below(key);
      KeyedValue entry =
          new KeyedValue(at(below, tuple.getKeyNode()), at(below, tuple.getValueNode()));
      KeyedValue first = entries.putIfAbsent(key, entry);
      if (first != null) {
        throw entry.key().fault("this key is already in line " + first.key().line());
      }
    }
    return List.copyOf(entries.values());
  }

  /** The elements of a list that has one. */
  List<YamlNode> elements() {
    if (!(node instanceof SequenceNode sequence)) {
      throw fault("expected a list, found " + kind());
    }
    if (sequence.getValue().isEmpty()) {
      throw fault("the list is empty");
    }
    List<YamlNode> elements = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      elements.add(at(path + "[" + elements.size() + "]", element));
    }
    return elements;
  }

  /** The characters of a key, whatever they look like: {@code no} and {@code 30} are keys too. */
  String key() {
    if (!(node instanceof ScalarNode scalar)) {
      throw fault("expected a key, found " + kind());
    }
    return scalar.getValue();
  }

  /** A text that says something; what YAML takes for a number, a date or a boolean needs quotes. */
  String text() {
    String text = scalar("text", Set.of(Tag.STR));
    if (text.isBlank()) {
      throw fault("the text is blank");
    }
    return text;
  }

  /** The characters of a figure exactly as they are written, with quotes or without. */
  String figure() {
    return scalar("a figure", Set.of(Tag.STR, Tag.INT, Tag.FLOAT));
  }

  /** The characters of a date exactly as they are written, with quotes or without. */
  String date() {
    return scalar("a date", Set.of(Tag.STR, Tag.TIMESTAMP));
  }

  /** A decimal whole number from one bound to the other, both included. */
  int wholeNumber(int from, int to) {
    int number = wholeNumber();
    if (number < from || number > to) {
      throw fault(number + " is not within " + from + " to " + to);
    }
    return number;
  }

  /** A decimal whole number of at most nine digits. */
  int wholeNumber() {
    String digits = scalar("a whole number", Set.of(Tag.INT));
    if (!WHOLE_NUMBER.matcher(digits).matches()) {
      throw fault(Quoted.of(digits) + " is not a whole number");
    }
    return Integer.parseInt(digits);
  }

  /** Exactly {@code true} or {@code false}; YAML's yes, no, on and off are refused. */
  boolean flag() {
    String word = scalar("true or false", Set.of(Tag.BOOL));
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault(Quoted.of(word) + " is neither true nor false");
    };
  }

  /** A text as something more telling; what the parser refuses is a fault of this place. */
  <T> T text(Function<String, T> parser) {
    String text = text();
    return located(() -> parser.apply(text));
  }

  /** Makes a value; what its constructor refuses is a fault of this place. */
  <T> T located(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException refused) {
      throw fault(String.valueOf(refused.getMessage()));
    }
  }

  private String scalar(String expected, Set<Tag> tags) {
    if (node instanceof ScalarNode scalar && tags.contains(node.getTag())) {
      return scalar.getValue();
    }
    throw fault("expected " + expected + ", found " + kind());
  }

  private String kind() {
    return switch (node) {
      case SequenceNode _ -> "a list";
      case ScalarNode _ when node.getTag().equals(Tag.NULL) -> "nothing";
      case ScalarNode scalar -> kind(node.getTag()) + Quoted.of(scalar.getValue());
      default -> "keys and values";
    };
  }

  private static String kind(Tag tag) {
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return "the number ";
    }
    if (tag.equals(Tag.BOOL)) {
      return "the boolean ";
    }
    return tag.equals(Tag.TIMESTAMP) ? "the date " : "";
  }

  /** The key path of a key of this mapping. */
  String below(String key) {
    String shown = PLAIN_KEY.matcher(key).matches() ? key : Quoted.of(key);
    return path.isEmpty() ? shown : path + "." + shown;
  }

  private YamlNode at(String below, Node child) {
    return new YamlNode(file, below, child);
  }
}
