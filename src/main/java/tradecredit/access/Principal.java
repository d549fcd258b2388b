package tradecredit.access;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.Set;
import tradecredit.agreement.PartyId;

/**
 * Who calls: proved by a key or a token.
 *
 * @param name as entries, decisions and audit records carry it: {@code <party>/key:<id of the key>}
 *     or {@code <party>/sub:<subject of the token>}, at most {@value #LONGEST_NAME} characters
 * @param party the party it belongs to, or {@link PartyId#OPERATOR}
 * @param roles what it does for that party
 */
public record Principal(String name, PartyId party, Set<Role> roles) {

  private static final String ATTRIBUTE = Principal.class.getName();

  static final int LONGEST_NAME = 128;

  /** Holds the principal with its own copy of the roles. */
  public Principal {
    roles = Set.copyOf(roles);
  }

  /** Notes that it sent {@code request}. */
  void sent(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Who sent {@code request}, where that was found out. */
  public static Optional<Principal> senderOf(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Principal.class);
  }

  /** Who calls; whoever gets as far as an operation has been admitted. */
  public static Principal of(HttpRequest<?> request) {
    return senderOf(request)
        .orElseThrow(() -> new IllegalStateException("nobody was admitted to " + request));
  }

  static Principal byKey(ApiKey key) {
    return new Principal(key.party() + "/key:" + key.id(), key.party(), key.roles());
  }

  /**
   * A principal proved by a token.
   *
   * @throws IllegalArgumentException if the subject is empty, not printable ASCII or too long
   */
  static Principal bySubject(PartyId party, String subject, Set<Role> roles) {
    String name = party + "/sub:" + subject;
    boolean printable = subject.chars().allMatch(character -> character > ' ' && character < 127);
    if (subject.isEmpty() || !printable || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a subject is 1 to %d visible ASCII characters"
              .formatted(LONGEST_NAME - name.length() + subject.length()));
    }
    return new Principal(name, party, roles);
  }
}
