package tradecredit.store.webhook;

import java.util.List;
import tradecredit.access.Side;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.Party;
import tradecredit.agreement.PartyId;

/**
 * Which accounts a party is on, by the agreement in force: it may be another than when the party's
 * endpoints were made.
 */
record PartyAccounts(Agreement agreement) {

  /** The ids of the accounts on which {@code party} stands on a side. */
  List<String> of(PartyId party) {
    return agreement.accounts().stream()
        .filter(account -> Side.of(agreement, account, party).isPresent())
        .map(account -> account.id().value())
        .toList();
  }

  /** Each party, a blank, and the id of an account that it is on. Neither has a blank in it. */
  List<String> pairs() {
    return agreement.parties().stream()
        .map(Party::id)
        .flatMap(party -> of(party).stream().map(account -> party + " " + account))
        .toList();
  }
}
