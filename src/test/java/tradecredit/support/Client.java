package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tradecredit.http.DeclaredProblems;
import tradecredit.http.wire.Problem;

/**
 * Speaks HTTP with a service, as its users do. Unless told as whom, each request goes with the key
 * of the right one: the clerk of an account's supplier, the clerk and the controller of the
 * promissory note's payee, and the operator's admin elsewhere.
 */
public final class Client {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** Seller's account: Auxer Telecom invoices Kattosko (clause 5). */
  public static final String AUXER = "/v1/accounts/auxer-to-kattosko";

  /** Kattosko's account: it invoices the seller group (clause 6). */
  public static final String KATTOSKO = "/v1/accounts/kattosko-to-seller";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  private final URI base;
  private final Path keys;
  private final Function<String, @Nullable String> bearers;

  /** For the service at {@code base}, whose first keys are in the folder {@code keys}. */
  public Client(URI base, Path keys) {
    this(base, keys, path -> key(keys, rightOne(path)));
  }

  private Client(URI base, Path keys, Function<String, @Nullable String> bearers) {
    this.base = base;
    this.keys = keys;
    this.bearers = bearers;
  }

  /** The same for one who always uses a certain first key, such as {@code kattosko-clerk}. */
  public Client as(String owner) {
    return with(key(keys, owner));
  }

  /** The same for one who always sends this key or token; null for none. */
  public Client with(@Nullable String bearer) {
    return new Client(base, keys, path -> bearer);
  }

  /** The first key of {@code owner}. */
  public String key(String owner) {
    return key(keys, owner);
  }

  private static String key(Path keys, String owner) {
    try {
      return Files.readString(keys.resolve(owner + ".key")).strip();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String rightOne(String path) {
    if (path.startsWith("/v1/accounts")) {
      return path.startsWith(KATTOSKO) ? "kattosko-clerk" : "auxer-telecom-clerk";
    }
    if (path.contains("/promissory-note/payments")) {
      return "auxer-telecom-clerk";
    }
    if (path.contains("/promissory-note") || path.contains("/position")) {
      return "auxer-telecom-controller";
    }
    return "operator-admin";
  }

  /** An answer. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(int status, byte[] bytes, HttpResponse<byte[]> response) {

    /** Its body as JSON. */
    public JsonNode json() {
      try {
        return JSON.readTree(bytes);
      } catch (IOException fault) {
        throw new UncheckedIOException("not JSON: " + text(), fault);
      }
    }

    /** Its body as text. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The problem's code; empty where it is none. */
    public String code() {
      return json().path("code").asText();
    }

    /** A header. */
    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    @Override
    public String toString() {
      return status + " " + text();
    }
  }

  /** GETs a path. */
  public Answer get(String path, String... headers) {
    return send("GET", path, null, null, headers);
  }

  /** All pages of a list from {@code path} on; each names the next in its body and its header. */
  public List<JsonNode> pages(String path) {
    List<JsonNode> pages = new ArrayList<>();
    String query = path.contains("?") ? "&" : "?";
    String cursor = "";
    while (cursor != null) {
      Answer answer = get(path + cursor);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      String next = answer.json().get("nextCursor").textValue();
      assertThat(answer.header("Link").isPresent()).as("%s", answer).isEqualTo(next != null);
      cursor = next == null ? null : query + "cursor=" + next;
      pages.add(answer.json());
    }
    return pages;
  }

  /** All items of these pages. */
  public List<JsonNode> items(String path) {
    return pages(path).stream().flatMap(page -> page.get("items").valueStream()).toList();
  }

  /** POSTs JSON under a new key. */
  public Answer post(String path, String json) {
    return post(path, UUID.randomUUID().toString(), json);
  }

  /** POSTs JSON under {@code key}. */
  public Answer post(String path, @Nullable String key, String json) {
    return send("POST", path, key, json, "Content-Type", "application/json");
  }

  /** PUTs the business date. */
  public Answer businessDate(String date) {
    return send(
        "PUT",
        "/v1/business-date",
        null,
        "{\"date\":\"" + date + "\"}",
        "Content-Type",
        "application/json");
  }

  /** Sends anything. */
  public Answer send(
      String method, String path, @Nullable String key, @Nullable String body, String... headers) {
    return send(
        request -> {
          request.method(
              method,
              body == null
                  ? HttpRequest.BodyPublishers.noBody()
                  : HttpRequest.BodyPublishers.ofString(body));
          if (key != null) {
            request.header("Idempotency-Key", key);
          }
          if (headers.length > 0) {
            request.headers(headers);
          }
        },
        path);
  }

  /** Sends what {@code build} makes of a request to {@code path}. */
  public Answer send(Consumer<HttpRequest.Builder> build, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
    String bearer = bearers.apply(path);
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    build.accept(request);
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return asDeclared(new Answer(response.statusCode(), response.body(), response));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** A problem is as the API document declares it. */
  private static Answer asDeclared(Answer answer) {
    boolean isProblem = answer.header("Content-Type").orElse("").startsWith(Problem.MEDIA_TYPE);
    if (isProblem && answer.bytes().length > 0) {
      assertThat(DeclaredProblems.check(answer.json())).isEqualTo(1);
    }
    return answer;
  }

  /** Where the service listens. */
  public URI base() {
    return base;
  }
}
