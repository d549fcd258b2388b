package tradecredit.agreement;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * One YAML text on its way to a graph of nodes: bounded in size and depth, without aliases and
 * tags.
 *
 * <p>Only nodes are composed, and no object is ever constructed from a tag in the file. SnakeYAML
 * has limits of its own, set here too; but it does not say in which line they were passed, so each
 * is looked for first.
 */
final class YamlDocument {

  private static final int MAXIMUM_CHARACTERS = 256 * 1024;
  private static final int MAXIMUM_DEPTH = 20;

  /** What a reader puts in the place of bytes that are no character. */
  private static final int REPLACEMENT = 0xFFFD;

  private final String file;
  private final String text;

  private YamlDocument(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Reads a text to its end and returns its root.
   *
   * @throws AgreementFileException if it is empty, too long, too deep, malformed, or has an alias
   *     or a tag
   * @throws UncheckedIOException if it cannot be read
   */
  static YamlNode read(String file, Reader reader) {
    YamlDocument document = new YamlDocument(file, charactersOf(reader));
    document.refuseWhatIsNotText();
    return document.root();
  }

  private static String charactersOf(Reader reader) {
    char[] characters = new char[MAXIMUM_CHARACTERS + 1];
    int length = 0;
    try {
      int count = 0;
      while (count >= 0 && length < characters.length) {
        length += count;
        count = reader.read(characters, length, characters.length - length);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new String(characters, 0, length);
  }

  private void refuseWhatIsNotText() {
    int line = 1;
    for (int character : text.codePoints().toArray()) {
      if (character == '\n') {
        line++;
      }
      if (character == REPLACEMENT) {
        throw fault(line, "here is something that is not UTF-8: save the file in that encoding");
      }
      if (!StreamReader.isPrintable(character)) {
        throw fault(line, String.format("the character U+%04X is not text", character));
      }
    }
    if (text.length() > MAXIMUM_CHARACTERS) {
      throw fault(line, "the file is longer than " + MAXIMUM_CHARACTERS + " characters");
    }
  }

  private YamlNode root() {
    try {
      refuseWhatIsNotPlain();
      @Nullable Node root = new Yaml(limits()).compose(new StringReader(text));
      if (root == null) {
        throw fault(1, "the file is empty");
      }
      return new YamlNode(file, "", root);
    } catch (MarkedYAMLException malformed) {
      throw fault(lineOf(malformed), "not YAML: " + problemOf(malformed));
    } catch (YAMLException malformed) {
      throw fault(1, "not YAML: " + malformed.getMessage());
    }
  }

  private void refuseWhatIsNotPlain() {
    int depth = 0;
    for (Event event : new Yaml(limits()).parse(new StringReader(text))) {
      int line = event.getStartMark().getLine() + 1;
      if (event instanceof AliasEvent alias) {
        throw fault(line, "*" + alias.getAnchor() + " is an alias: write the value out");
      }
      if (tagOf(event) != null) {
        throw fault(line, "the tag " + tagOf(event) + " is not allowed: write the value plainly");
      }
      if (event instanceof CollectionStartEvent && ++depth > MAXIMUM_DEPTH) {
        throw fault(line, "lists and mappings are nested more than " + MAXIMUM_DEPTH + " deep");
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }

  private static @Nullable String tagOf(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag();
      case CollectionStartEvent collection -> collection.getTag();
      default -> null;
    };
  }

  private static LoaderOptions limits() {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MAXIMUM_CHARACTERS);
    limits.setNestingDepthLimit(MAXIMUM_DEPTH);
    limits.setMaxAliasesForCollections(0);
    limits.setAllowDuplicateKeys(false);
    limits.setAllowRecursiveKeys(false);
    return limits;
  }

  private static int lineOf(MarkedYAMLException malformed) {
    @Nullable Mark mark = malformed.getProblemMark();
    return mark == null ? 1 : mark.getLine() + 1;
  }

  private static String problemOf(MarkedYAMLException malformed) {
    @Nullable String context = malformed.getContext();
    @Nullable Mark begun = malformed.getContextMark();
    String problem = String.valueOf(malformed.getProblem()).strip();
    return context == null || begun == null
        ? problem
        : problem + " (" + context.strip() + " begun in line " + (begun.getLine() + 1) + ")";
  }

  private AgreementFileException fault(int line, String reason) {
    return new AgreementFileException(file, line, "", reason);
  }
}
