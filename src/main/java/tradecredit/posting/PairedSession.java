package tradecredit.posting;

import java.util.List;
import java.util.Map;

/** One transaction on two accounts, both heads locked. */
public interface PairedSession {

  /** On the account that comes first in the order of ids. */
  BookSession first();

  /** On the other. */
  BookSession second();

  /** Those of these keys of the agreement that were answered before. */
  Map<IdempotencyKey, KeyRecord> answered(List<IdempotencyKey> keys);

  /** Puts keys of the agreement on record. */
  void remember(List<KeyRecord> keys);
}
