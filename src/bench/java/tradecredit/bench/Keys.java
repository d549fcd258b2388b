package tradecredit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The service's first keys: each path has its right one. */
final class Keys {

  private final Path folder;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Keys(Path folder) {
    this.folder = folder;
  }

  /** The header of a request to {@code path}. */
  String authorization(String path) {
    return "Authorization: Bearer " + known.computeIfAbsent(owner(path), this::read);
  }

  private static String owner(String path) {
    if (path.startsWith("/v1/webhook-endpoints")) {
      return "auxer-telecom-controller";
    }
    if (!path.startsWith("/v1/accounts/")) {
      return "operator-admin";
    }
    return path.startsWith("/v1/accounts/kattosko-") ? "kattosko-clerk" : "auxer-telecom-clerk";
  }

  private String read(String owner) {
    try {
      return Files.readString(folder.resolve(owner + ".key")).strip();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
