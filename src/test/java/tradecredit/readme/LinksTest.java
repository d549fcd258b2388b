package tradecredit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The links between the pages, held against the files and headings that there are. */
class LinksTest {

  private static final List<Path> PAGES =
      List.of(
          Path.of("README.md"),
          Path.of("config", "OPERATING.md"),
          Path.of("src", "README.md"),
          Path.of("src", "bench", "README.md"));

  /** A link to a file, a heading or a heading of a file; none to elsewhere. */
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)#?([^)]*)\\)");

  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  @Test
  void every_link_between_the_pages_leads_to_a_file_and_a_heading_that_are_there()
      throws IOException {
    List<String> links = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (Path page : PAGES) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        links.add(link.group());
        if (!leadsSomewhere(page, link.group(1), link.group(2))) {
          broken.add(page + ": " + link.group());
        }
      }
    }
    assertThat(links).hasSizeGreaterThan(50);
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(Path page, String file, String heading) throws IOException {
    Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    return Files.exists(target)
        && (heading.isEmpty() || anchors(Files.readString(target)).contains(heading));
  }

  /** As GitHub makes them: lower case, hyphens for spaces, and of the rest letters and digits. */
  private static List<String> anchors(String text) {
    return HEADING
        .matcher(text)
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .toList();
  }
}
