package tradecredit.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AgreementFileYamlTest {

  private static void assertFault(String text, int line, String reason) {
    AgreementFileException fault = new WrittenAgreement(text).fault();
    assertThat(fault.line()).isEqualTo(line);
    assertThat(fault.keyPath()).isEmpty();
    assertThat(fault.reason()).isEqualTo(reason);
    assertThat(fault).hasMessage("test.yml, line " + line + ": " + reason);
  }

  @Test
  void malformed_yaml_is_told_with_its_line() {
    assertFault("id: test\ntitle: a: b\n", 2, "not YAML: mapping values are not allowed here");
  }

  @Test
  void a_quote_that_is_never_closed_is_told_with_the_line_where_it_begins() {
    assertFault(
        "id: test\ntitle: \"Test\ncurrency: USD\n",
        4,
        "not YAML: found unexpected end of stream"
            + " (while scanning a quoted scalar begun in line 2)");
  }

  @Test
  void a_tab_as_indentation_is_told_as_such() {
    AgreementFileException fault = new WrittenAgreement("id: test\n\ttitle: Test\n").fault();
    assertThat(fault.line()).isEqualTo(2);
    assertThat(fault.reason()).contains("TAB");
  }

  @Test
  void an_empty_file_is_refused() {
    assertFault("", 1, "the file is empty");
    assertFault("# only a comment\n", 1, "the file is empty");
  }

  @Test
  void a_second_document_is_refused() {
    AgreementFileException fault = new WrittenAgreement("id: a\n---\nid: b\n").fault();
    assertThat(fault.line()).isEqualTo(2);
    assertThat(fault.reason()).startsWith("not YAML: but found another document");
  }

  @Test
  void a_root_that_is_not_keys_and_values_is_refused() {
    assertFault("\n- id: test\n", 2, "expected keys and values, found a list");
    assertFault("just words\n", 1, "expected keys and values, found \"just words\"");
  }

  @Test
  void an_alias_is_refused_so_none_can_multiply() {
    assertFault(
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 2, "*a is an alias: write the value out");
    assertFault("a: &a\n  b: *a\n", 2, "*a is an alias: write the value out");
  }

  @Test
  void nesting_beyond_20_is_refused() {
    assertFault(
        "id:\n  " + "[".repeat(20) + "]".repeat(20) + "\n",
        2,
        "lists and mappings are nested more than 20 deep");
    assertFault("[".repeat(200_000), 1, "lists and mappings are nested more than 20 deep");
  }

  @Test
  void a_file_beyond_256_ki_characters_is_refused() {
    String allowed = "# comment\n".repeat(25_000) + WrittenAgreement.valid().text();
    assertThat(new WrittenAgreement(allowed).read()).isEqualTo(WrittenAgreement.valid().read());
    assertFault("#\n" + "#".repeat(262_143), 2, "the file is longer than 262144 characters");
  }

  @Test
  void a_character_that_is_not_text_is_told_with_its_line() {
    assertFault("id: test\ntitle: T\u0000\n", 2, "the character U+0000 is not text");
    assertFault("id: test\ntitle: \uD83D\n", 2, "the character U+D83D is not text");
  }

  @Test
  void what_is_not_utf_8_is_told_with_its_line() {
    byte[] latin = "id: test\ntitle: T\u00e9l\u00e9card\n".getBytes(StandardCharsets.ISO_8859_1);
    Reader read = new InputStreamReader(new ByteArrayInputStream(latin), StandardCharsets.UTF_8);
    assertThatThrownBy(() -> AgreementFile.read("test.yml", read))
        .isInstanceOf(AgreementFileException.class)
        .hasMessage(
            "test.yml, line 2: here is something that is not UTF-8: save the file in that encoding");
  }

  @Test
  void a_tag_is_refused_so_none_can_construct_anything() {
    assertFault(
        "id: test\ntitle: !!javax.script.ScriptEngineManager {}\n",
        2,
        "the tag tag:yaml.org,2002:javax.script.ScriptEngineManager is not allowed:"
            + " write the value plainly");
    assertFault("id: !x a\n", 1, "the tag !x is not allowed: write the value plainly");
  }
}
