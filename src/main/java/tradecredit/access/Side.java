package tradecredit.access;

import java.util.Locale;
import java.util.Optional;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.TradingAccount;

/** A side of an account. */
public enum Side {
  /** Who invoices. */
  SUPPLIER,
  /** Who owes. */
  BUYER;

  /** The side on which {@code party} stands, by itself or as a member of a group. */
  public static Optional<Side> of(Agreement agreement, TradingAccount account, PartyId party) {
    if (agreement.isOnSide(account.supplier(), party)) {
      return Optional.of(SUPPLIER);
    }
    return agreement.isOnSide(account.buyer(), party) ? Optional.of(BUYER) : Optional.empty();
  }

  /** The party or group that is this side of {@code account}. */
  PartyId in(TradingAccount account) {
    return this == SUPPLIER ? account.supplier() : account.buyer();
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
