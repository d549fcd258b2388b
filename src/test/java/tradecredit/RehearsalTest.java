package tradecredit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tradecredit.support.ShippedAgreement;

/** The session that trains the image's AOT cache is answered as it expects, and leaves nothing. */
@Isolated("it sets a property that all would read")
class RehearsalTest {

  private static final String FILE = "tradecredit.agreement.file";

  @TempDir Path folder;

  @AfterEach
  void theShippedAgreementAgain() {
    System.clearProperty(FILE);
  }

  private static Set<Path> folders() throws IOException {
    try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      Set<Path> folders = new HashSet<>();
      all.filter(file -> file.getFileName().toString().startsWith(Rehearsal.FOLDER))
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

  /** By an agreement as its file invites to write one. */
  private void passesBy(UnaryOperator<String> change) throws IOException {
    String changed = change.apply(ShippedAgreement.text());
    assertThat(changed).isNotEqualTo(ShippedAgreement.text());
    Path file = ShippedAgreement.written(folder, changed);
    System.setProperty(FILE, file.toString());
    assertThatCode(() -> Rehearsal.main(new String[] {"1"})).doesNotThrowAnyException();
  }

  @Test
  void it_passes_by_pinned_discounts_of_which_little_is_left() throws IOException {
    passesBy(
        text ->
            text.replaceFirst("discounts: \\{}", "discounts: {auxer-direct: \"99.99\"}")
                .replaceFirst("discounts: \\{}", "discounts: {original: \"33.33\"}"));
  }

  @Test
  void it_passes_by_a_first_account_whose_supplier_is_a_group() throws IOException {
    passesBy(text -> text.replace("supplier: auxer-telecom", "supplier: seller"));
  }

  @Test
  void it_passes_by_limits_of_nothing() throws IOException {
    passesBy(text -> text.replace("creditLimit: \"50000.00\"", "creditLimit: \"0.00\""));
  }

  @Test
  void it_passes_by_a_first_account_on_which_everything_is_restricted() throws IOException {
    passesBy(
        text -> text.replaceFirst("soldOn: \\[auxer-to-kattosko]", "soldOn: [kattosko-to-seller]"));
  }
}
