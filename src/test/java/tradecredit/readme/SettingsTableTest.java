package tradecredit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operators' tables of settings, held against what the code reads. */
class SettingsTableTest {

  private static final Path PAGE = Path.of("config", "OPERATING.md");
  private static final Path SOURCES = Path.of("src", "main", "java");

  /** A record of settings, and where they begin. */
  private static final Pattern RECORD =
      Pattern.compile("@ConfigurationProperties\\(\"([^\"]+)\"\\)[^{]*?\\brecord (\\w+)");

  /** A key that one place of the code reads by itself, with its default. */
  private static final Pattern EXPRESSION =
      Pattern.compile("\\$\\{(tradecredit\\.[^:}]+):([^}]*)}");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| [^|]+ \\|$");
  private static final Pattern KEY = Pattern.compile("`([a-z0-9.-]+)`");

  /** A default that is none: a key that is not set, or whose default the code makes of others. */
  private static final String NONE = "";

  @Test
  void the_settings_are_those_of_the_code() throws IOException, ClassNotFoundException {
    Map<String, String> code = ofCode();
    Map<String, String> table = ofTables();
    assertThat(code).hasSizeGreaterThan(50);
    assertThat(table.keySet()).isEqualTo(code.keySet());
    code.forEach(
        (key, value) ->
            assertThat(table.get(key))
                .as(key)
                .startsWith(value.equals(NONE) ? value : "`" + value + "`"));
  }

  private static Map<String, String> ofCode() throws IOException, ClassNotFoundException {
    Map<String, String> settings = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        Matcher record = RECORD.matcher(text);
        while (record.find()) {
          String folder = SOURCES.relativize(file.resolveSibling("")).toString().replace('/', '.');
          add(settings, record.group(1), Class.forName(folder + "." + record.group(2)));
        }
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
          settings.put(expression.group(1), expression.group(2));
        }
      }
    }
    return settings;
  }

  private static void add(Map<String, String> settings, String prefix, Class<?> record) {
    for (RecordComponent component : record.getRecordComponents()) {
      Bindable bound = component.getAccessor().getAnnotation(Bindable.class);
      settings.put(
          prefix + "." + NameUtils.hyphenate(component.getName()),
          bound == null ? NONE : bound.defaultValue());
    }
  }

  /**
   * The keys that are ours, and what stands as their defaults: of each, or one for all of a row.
   */
  private static Map<String, String> ofTables() throws IOException {
    Map<String, String> settings = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      List<String> keys = KEY.matcher(row.group(1)).results().map(key -> key.group(1)).toList();
      if (!keys.isEmpty() && keys.getFirst().startsWith("tradecredit.")) {
        String prefix = keys.getFirst().substring(0, keys.getFirst().lastIndexOf('.'));
        List<String> defaults = Arrays.asList(row.group(2).split(", ", -1));
        for (int i = 0; i < keys.size(); i++) {
          String key = keys.get(i).startsWith(".") ? prefix + keys.get(i) : keys.get(i);
          settings.put(key, defaults.size() < keys.size() ? row.group(2) : defaults.get(i));
        }
      }
    }
    return settings;
  }
}
