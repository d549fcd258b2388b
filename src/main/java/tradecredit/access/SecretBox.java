package tradecredit.access;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts secrets that must be stored and read again, such as those that sign webhooks, with
 * AES-256-GCM (NIST SP 800-38D) under the keys of {@code tradecredit.access.encryption-keys}: a
 * list of {@code <key id>:<32 bytes in base64>}, of which the first encrypts and all decrypt. To
 * change the key, put a new one first and keep the old one until nothing is under it. Where none is
 * configured, one is made when the first secret is stored ({@link EncryptionKeyFile}); what is
 * under that one opens as long as its file is there, whatever is configured later.
 *
 * <p>What is stored is {@code v1.<key id>.<base64url of nonce, ciphertext and tag>}; it is bound to
 * the place it was encrypted for, so that it cannot be moved to another row.
 */
@Context
public class SecretBox {

  private static final Logger LOG = LoggerFactory.getLogger(SecretBox.class);

  private static final Pattern KEY = Pattern.compile("([A-Za-z0-9-]{1,32}):([A-Za-z0-9+/]{43}=)");
  private static final Pattern STORED =
      Pattern.compile("v1\\.([A-Za-z0-9-]{1,32})\\.([A-Za-z0-9_-]+)");
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
  private final @Nullable EncryptionKeyFile file;
  private final SecureRandom random = new SecureRandom();

  /** Why the file cannot be used, as the log was told last; null where it can. */
  private @Nullable String toldOfFile;

  SecretBox(
      @Nullable @Value("${tradecredit.access.encryption-keys:}") List<String> encryptionKeys,
      @Nullable @Value("${tradecredit.access.encryption-key-file:data/encryption.key}")
          String file) {
    for (String text : encryptionKeys == null ? List.<String>of() : encryptionKeys) {
      if (!text.isBlank()) {
        String where = "tradecredit.access.encryption-keys";
        add(parsed(text.strip(), where), where);
      }
    }
    this.file = file != null && !file.isBlank() ? new EncryptionKeyFile(Path.of(file)) : null;
    readFile();
  }

  /**
   * Takes over the key in the file. Where others are configured, a file that cannot be used stops
   * nothing: what is under its key is closed then, and whoever needs it is told so. The log is told
   * once, until the file can be used again or something else is wrong with it: it is looked at
   * whenever something that is under its key is to be opened.
   */
  private void readFile() {
    Map.Entry<String, SecretKeySpec> key = keyInFile();
    if (key != null) {
      add(key, String.valueOf(file));
    }
  }

  private Map.@Nullable Entry<String, SecretKeySpec> keyInFile() {
    if (file == null) {
      return null;
    }
    try {
      Optional<String> text = file.read();
      var key = text.isEmpty() ? null : parsed(text.get(), file.toString());
      toldOfFile = null;
      return key;
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException unusable) {
      if (keys.isEmpty()) {
        throw unusable;
      }
      String why = String.valueOf(unusable.getMessage());
      if (!why.equals(toldOfFile)) {
        LOG.warn("The key in the file is left out: {}", why);
        toldOfFile = why;
      }
      return null;
    }
  }

  /**
   * Reads a key as it is configured.
   *
   * @param where it is, for whoever has to mend it
   */
  private static Map.Entry<String, SecretKeySpec> parsed(String text, String where) {
    Matcher parts = KEY.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          where
              + ": an encryption key is <id>:<32 bytes in base64>; this one is not, and is not shown here");
    }
    return Map.entry(
        parts.group(1), new SecretKeySpec(Base64.getDecoder().decode(parts.group(2)), "AES"));
  }

  /**
   * The key in the file may be configured besides. Another key of its id may not: what one of them
   * has sealed the other does not open, and nothing tells which it was.
   */
  private void add(Map.Entry<String, SecretKeySpec> key, String where) {
    SecretKeySpec known = keys.putIfAbsent(key.getKey(), key.getValue());
    if (known != null && !known.equals(key.getValue())) {
      throw new IllegalArgumentException(where + ": there are two keys " + key.getKey());
    }
  }

  /** Whether there is a key to encrypt with, or a place to keep one. */
  public synchronized boolean isConfigured() {
    return file != null || !keys.isEmpty();
  }

  /** The key that encrypts; made where there is none yet. */
  private synchronized Map.Entry<String, SecretKeySpec> first() {
    if (keys.isEmpty() && file != null) {
      add(parsed(file.make(), file.toString()), file.toString());
    }
    if (keys.isEmpty()) {
      throw new IllegalStateException("tradecredit.access.encryption-keys is not set");
    }
    return keys.entrySet().iterator().next();
  }

  /** The key of that id: maybe one that another instance has made since this one began. */
  private synchronized @Nullable SecretKeySpec key(String id) {
    if (!keys.containsKey(id)) {
      readFile();
    }
    return keys.get(id);
  }

  /**
   * Encrypts {@code secret} for {@code place}, such as {@code webhook_endpoint/17}.
   *
   * @throws IllegalStateException if no key is configured
   */
  public String seal(String place, byte[] secret) {
    Map.Entry<String, SecretKeySpec> key = first();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key.getValue(), nonce, place);
      byte[] sealed = cipher.doFinal(secret);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return "v1.%s.%s"
          .formatted(key.getKey(), Base64.getUrlEncoder().withoutPadding().encodeToString(all));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES-256-GCM", impossible);
    }
  }

  /**
   * Decrypts what {@link #seal} made for the same place.
   *
   * @throws IllegalArgumentException if it was altered, is another place's, or its key is not
   *     configured
   */
  public byte[] open(String place, String stored) {
    Matcher parts = STORED.matcher(stored);
    if (!parts.matches()) {
      throw new IllegalArgumentException("what is stored for " + place + " is no sealed secret");
    }
    SecretKeySpec key = key(parts.group(1));
    if (key == null) {
      throw new IllegalArgumentException(
          "the secret of %s is under the key %s, which neither tradecredit.access.encryption-keys nor the file of tradecredit.access.encryption-key-file holds"
              .formatted(place, parts.group(1)));
    }
    byte[] all = Base64.getUrlDecoder().decode(parts.group(2));
    if (all.length <= NONCE_BYTES) {
      throw altered(place, null);
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE_BYTES), place);
      return cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
    } catch (AEADBadTagException wrong) {
      throw altered(place, wrong);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES-256-GCM", impossible);
    }
  }

  private static IllegalArgumentException altered(String place, @Nullable Throwable cause) {
    return new IllegalArgumentException("the secret of " + place + " was altered or moved", cause);
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
