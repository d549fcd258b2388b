package tradecredit.readme;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tradecredit.support.Client;

/**
 * A curl command line as the README writes it: a URL, {@code -s}, {@code -X}, {@code -H} and {@code
 * -d}.
 */
final class CurlCommand {

  private static final Pattern KEY_FILE =
      Pattern.compile("Authorization: Bearer \\$\\(cat data/keys/([a-z-]+)\\.key\\)");

  private String method = "GET";
  private @Nullable String path;
  private @Nullable String body;
  private @Nullable String bearer;
  private final List<String> headers = new ArrayList<>();

  static CurlCommand parse(String line) {
    CurlCommand command = new CurlCommand();
    List<String> words = words(line);
    for (int i = 1; i < words.size(); i++) {
      i = command.take(words, i);
    }
    return command;
  }

  private int take(List<String> words, int at) {
    switch (words.get(at)) {
      case "-s" -> {
        return at;
      }
      case "-X" -> method = words.get(at + 1);
      case "-H" -> header(words.get(at + 1));
      case "-d" -> {
        body = words.get(at + 1);
        method = method.equals("GET") ? "POST" : method;
      }
      default -> {
        URI uri = URI.create("http://" + words.get(at));
        path = uri.getQuery() == null ? uri.getPath() : uri.getPath() + "?" + uri.getQuery();
        return at;
      }
    }
    return at + 1;
  }

  private void header(String header) {
    Matcher key = KEY_FILE.matcher(header);
    if (key.matches()) {
      bearer = key.group(1);
      return;
    }
    int colon = header.indexOf(':');
    headers.add(header.substring(0, colon));
    headers.add(header.substring(colon + 1).strip());
  }

  Client.Answer sendWith(Client client) {
    if (path == null) {
      throw new IllegalStateException("a curl command without a URL");
    }
    return client
        .with(bearer == null ? null : client.key(bearer))
        .send(method, path, null, body, headers.toArray(String[]::new));
  }

  /** Words of a POSIX shell line, quotes and continued lines understood. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (char c : (line.replace("\\\n", " ") + " ").toCharArray()) {
      if (quote == 0 ? c == '\'' || c == '"' : c == quote) {
        quote = quote == 0 ? c : 0;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
      } else {
        word.append(c);
      }
    }
    return words;
  }
}
