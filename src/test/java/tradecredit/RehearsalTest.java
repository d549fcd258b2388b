package tradecredit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The session that trains the image's AOT cache is answered as it expects, and leaves nothing. */
class RehearsalTest {

  private static Set<Path> folders() throws IOException {
    try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      Set<Path> folders = new HashSet<>();
      all.filter(file -> file.getFileName().toString().startsWith("rehearsal"))
          .forEach(folders::add);
      return folders;
    }
  }

  @Test
  void the_rehearsal_passes_and_takes_its_book_away() throws IOException {
    Set<Path> before = folders();
    assertThatCode(() -> Rehearsal.main(new String[] {"2"})).doesNotThrowAnyException();
    assertThat(folders()).isEqualTo(before);
  }
}
