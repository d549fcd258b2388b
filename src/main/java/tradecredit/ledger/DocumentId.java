package tradecredit.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.UUID;
import tradecredit.agreement.AccountId;
import tradecredit.platform.Digests;

/**
 * The id of a document: a version 8 UUID (RFC 9562, section 5.8) that says which account, which act
 * and which sequence, so it needs no column and no index and is the same on every replica and every
 * replay.
 *
 * <p>Layout: 48 bits of the SHA-256 of the account id, the version, 12 bits of the act, the
 * variant, 62 bits of the sequence.
 *
 * @param value the UUID
 */
public record DocumentId(UUID value) {

  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long SEQUENCE_BITS = 0x3fff_ffff_ffff_ffffL;

  /** The id of the document that {@code act} wrote on {@code account} as entry {@code sequence}. */
  public static DocumentId of(AccountId account, Act act, long sequence) {
    return new DocumentId(new UUID(high(account, act), VARIANT | (sequence & SEQUENCE_BITS)));
  }

  /**
   * The sequence in {@code text}, or nothing if it is not an id of such a document on that account.
   */
  public static OptionalLong sequenceIn(String text, AccountId account, Act act) {
    try {
      UUID id = UUID.fromString(text);
      long sequence = id.getLeastSignificantBits() & SEQUENCE_BITS;
      return of(account, act, sequence).value.equals(id) && id.toString().equals(text)
          ? OptionalLong.of(sequence)
          : OptionalLong.empty();
    } catch (IllegalArgumentException notAnId) {
      return OptionalLong.empty();
    }
  }

  /** Whether {@code text} is the id that a document of some account might have. */
  public static boolean isOne(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.version() == 8 && id.variant() == 2 && id.toString().equals(text);
    } catch (IllegalArgumentException notAnId) {
      return false;
    }
  }

  private static long high(AccountId account, Act act) {
    byte[] digest = Digests.sha256(account.value().getBytes(StandardCharsets.UTF_8));
    long accountBits = ByteBuffer.wrap(digest).getLong() & ~0xffffL;
    return accountBits | VERSION_8 | act.idBits();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
