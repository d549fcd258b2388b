package tradecredit.posting;

import org.jspecify.annotations.Nullable;

/**
 * Who submits a posting.
 *
 * @param party the party (or group) it acts for; keys are scoped to it
 * @param principal its name, as entries and decisions carry it
 * @param unprovedKey the id of the API key that it was let in by on trust: whoever decides proves
 *     in the same transaction that the key still holds; null where that is proved
 */
public record Caller(String party, String principal, @Nullable String unprovedKey) {

  /** A caller that is proved. */
  public Caller(String party, String principal) {
    this(party, principal, null);
  }
}
