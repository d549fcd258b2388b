package tradecredit.posting;

import tradecredit.ledger.SetOff;

/** What is answered to a request that takes both accounts. */
public sealed interface SetOffAnswer {

  /** It was decided, now or when the key was first used. */
  record Decided(boolean replayed, SetOff.Outcomes outcomes) implements SetOffAnswer {}

  /** The key was used for another payload; nothing was decided. */
  record KeyReused() implements SetOffAnswer {}
}
