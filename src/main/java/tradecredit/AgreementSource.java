package tradecredit;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.AgreementFile;

/**
 * Where the agreement comes from: the file named by {@code tradecredit.agreement.file}, which must
 * then exist; else {@code config/agreement.yml} under the working directory; else the copy packaged
 * in the jar.
 */
@Factory
final class AgreementSource {

  private static final Logger LOG = LoggerFactory.getLogger(AgreementSource.class);
  private static final Path USUAL_FILE = Path.of("config", "agreement.yml");
  private static final String PACKAGED = "agreement.yml";

  @Context
  Agreement agreement(@Nullable @Value("${tradecredit.agreement.file:}") String file) {
    if (file != null && !file.isBlank()) {
      return read(Path.of(file));
    }
    return Files.exists(USUAL_FILE) ? read(USUAL_FILE) : readPackaged();
  }

  private static Agreement read(Path file) {
    try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      return loaded(AgreementFile.read(file.toString(), text), file.toString());
    } catch (IOException fault) {
      throw cannotRead(file, fault);
    } catch (UncheckedIOException fault) {
      throw cannotRead(file, Objects.requireNonNull(fault.getCause()));
    }
  }

  private static UncheckedIOException cannotRead(Path file, IOException why) {
    return new UncheckedIOException("tradecredit.agreement.file: cannot read " + file, why);
  }

  private static Agreement readPackaged() {
    try (InputStream bytes = AgreementSource.class.getClassLoader().getResourceAsStream(PACKAGED)) {
      if (bytes == null) {
        throw new IllegalStateException("the jar was built without its " + PACKAGED);
      }
      Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
      return loaded(AgreementFile.read("the packaged " + PACKAGED, text), "the packaged copy");
    } catch (IOException fault) {
      throw new UncheckedIOException("cannot read the packaged " + PACKAGED, fault);
    }
  }

  private static Agreement loaded(Agreement agreement, String from) {
    LOG.info("Agreement {} read from {}", agreement.id(), from);
    return agreement;
  }
}
