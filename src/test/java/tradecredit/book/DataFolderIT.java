package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tradecredit.support.ServiceProcess;

/** The packaged service makes the folder of its embedded book, started where nothing is yet. */
@Isolated("its service needs the processors")
class DataFolderIT {

  @TempDir Path folder;

  private Path data;

  @BeforeEach
  void name() {
    data = folder.resolve("data");
  }

  private void startAndStop() {
    ServiceProcess.start(folder, Map.of()).close();
    assertThat(data.resolve("ledger.mv.db")).isRegularFile();
  }

  private String mode() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data));
  }

  @Test
  void the_folder_is_made_for_its_owner_alone() throws IOException {
    startAndStop();
    assertThat(mode()).isEqualTo("rwx------");
  }

  @Test
  void a_folder_that_is_there_stays_as_it_is() throws IOException {
    Files.createDirectory(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
    startAndStop();
    assertThat(mode()).isEqualTo("rwxr-x---");
  }
}
