package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.AgreementFile;

/** The agreement as it is shipped, and as a test would have it. */
public final class ShippedAgreement {

  /** Where it lies. */
  public static final Path FILE = Path.of("config", "agreement.yml");

  private ShippedAgreement() {}

  /** Its file's text. */
  public static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What it says. */
  public static Agreement read() {
    return read(FILE);
  }

  /** What another file says. */
  public static Agreement read(Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      return AgreementFile.read(file.toString(), text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A copy in {@code folder} with something replaced wherever it stands, which it must. */
  public static Path changed(Path folder, String found, String replacement) {
    return changed(folder, Map.of(found, replacement));
  }

  /** The same with several things replaced, none of which is in another's place. */
  public static Path changed(Path folder, Map<String, String> replacements) {
    String text = text();
    assertThat(text).contains(replacements.keySet());
    for (Map.Entry<String, String> each : replacements.entrySet()) {
      text = text.replace(each.getKey(), each.getValue());
    }
    return written(folder, text);
  }

  /** A file in {@code folder} that says this instead. */
  public static Path written(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("agreement.yml"), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The setting by which a service goes by that file. */
  public static Map<String, String> from(Path file) {
    return Map.of("tradecredit.agreement.file", file.toString());
  }
}
