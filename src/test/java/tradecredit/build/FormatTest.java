package tradecredit.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every Java file is laid out by google-java-format, in the steps in which Spotless applies it. */
class FormatTest {

  private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.GOOGLE;

  private final Formatter formatter =
      new Formatter(JavaFormatterOptions.builder().style(STYLE).build());

  @Test
  void every_java_file_is_formatted() throws IOException, FormatterException {
    List<Path> files = Sources.all();
    List<Path> unformatted = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file);
      if (!formatted(text).equals(text)) {
        unformatted.add(file);
      }
    }
    assertThat(files).hasSizeGreaterThan(100);
    assertThat(unformatted)
        .as(
            "Not formatted. Run `./mvnw spotless:apply`, with JAVA_HOME at a JDK 21 or newer for Maven itself.")
        .isEmpty();
  }

  private String formatted(String text) throws FormatterException {
    String laidOut = formatter.formatSource(text);
    return ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(laidOut), STYLE);
  }
}
