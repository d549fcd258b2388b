package tradecredit.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key under which secrets are stored where the operator has configured none: made when the
 * first secret is stored, in a file that only the service's user can read. Instances that share a
 * book and not this file need a configured key.
 */
final class EncryptionKeyFile {

  private static final Logger LOG = LoggerFactory.getLogger(EncryptionKeyFile.class);
  private static final String SETTING = "tradecredit.access.encryption-key-file";
  private static final int KEY_BYTES = 32;

  private final Path file;

  EncryptionKeyFile(Path file) {
    this.file = file;
  }

  /**
   * The key in the file, as {@code <id>:<32 bytes in base64>}; empty where there is no file.
   *
   * @throws IllegalStateException if others could have read or written it
   */
  Optional<String> read() {
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !OwnersAlone.is(file)) {
        throw new IllegalStateException(this + " is not a file that its owner alone can read");
      }
      return Optional.of(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException fault) {
      throw cannot("read", fault);
    }
  }

  /** Makes the key, unless another instance has made it before; then that one. */
  String make() {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, ".encryption", ".key", OwnersAlone.file(file));
      try {
        // On the disk before anything is under it: a power cut must not take the key alone.
        Files.writeString(
            fresh,
            generate(),
            StandardCharsets.US_ASCII,
            StandardOpenOption.WRITE,
            StandardOpenOption.SYNC);
        // A link, not a move: it never takes the place of a file that is there.
        Files.createLink(file, fresh);
        LOG.info("There was no encryption key: one is in {}; keep it as long as the book", file);
      } catch (FileAlreadyExistsException made) {
        LOG.info("Another instance has made the encryption key in {}", file);
      } finally {
        Files.delete(fresh);
      }
    } catch (IOException fault) {
      throw cannot("write", fault);
    }
    return read().orElseThrow(() -> new IllegalStateException(file + " has gone"));
  }

  /** With an id of its own, so that the keys of two folders are never taken for one. */
  private static String generate() {
    SecureRandom random = new SecureRandom();
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    byte[] id = new byte[4];
    random.nextBytes(id);
    return "file-%s:%s"
        .formatted(HexFormat.of().formatHex(id), Base64.getEncoder().encodeToString(key));
  }

  /** Its path, behind the key of the setting that says it. */
  @Override
  public String toString() {
    return SETTING + ": " + file;
  }

  private UncheckedIOException cannot(String what, IOException fault) {
    return new UncheckedIOException("%s: cannot %s %s".formatted(SETTING, what, file), fault);
  }
}
