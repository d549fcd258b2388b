package tradecredit.http.agreement;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.inquiry.AgreementBalances;
import tradecredit.inquiry.NetPosition;

/**
 * What all accounts of the agreement come to, read at one moment.
 *
 * @param agreementId which agreement
 * @param asOf the day
 * @param businessDate the book's today
 * @param currency ISO 4217
 * @param accounts each account's balance, gross
 * @param nets for each two sides that trade, what is left when both balances are held against each
 *     other
 */
@Serdeable
@Schema(name = "Position")
public record PositionBody(
    String agreementId,
    LocalDate asOf,
    LocalDate businessDate,
    @ApiSchemas.Currency String currency,
    List<GrossBody> accounts,
    List<NetBody> nets) {

  /**
   * An account's balance.
   *
   * @param accountId which account
   * @param supplier the party or group that invoices
   * @param buyer the party or group that owes
   * @param sequence its last entry when the position was read
   * @param balance what the buyer owes; negative when the supplier owes
   */
  @Serdeable
  @Schema(name = "GrossPosition")
  public record GrossBody(
      String accountId,
      String supplier,
      String buyer,
      long sequence,
      @ApiSchemas.Amount String balance) {}

  /**
   * The net between two sides. A party that is a member of a group stands on the group's side.
   *
   * @param sides the two, and what each owes the other, gross
   * @param net the difference; not negative
   * @param debtor who owes it; null where it is 0.00
   * @param creditor to whom; null where it is 0.00
   */
  @Serdeable
  @Schema(name = "NetPosition")
  public record NetBody(
      List<SideBody> sides,
      @ApiSchemas.Amount String net,
      @Nullable String debtor,
      @Nullable String creditor) {

    static NetBody of(NetPosition net) {
      return new NetBody(
          List.of(
              new SideBody(net.first().value(), net.owedByFirst().toString()),
              new SideBody(net.second().value(), net.owedBySecond().toString())),
          net.net().toString(),
          id(net.debtor()),
          id(net.creditor()));
    }

    private static @Nullable String id(@Nullable PartyId side) {
      return side == null ? null : side.value();
    }
  }

  /**
   * A side and what it owes the other.
   *
   * @param side a party or a group
   * @param owes the sum of what it owes on the accounts between the two
   */
  @Serdeable
  @Schema(name = "PositionSide")
  public record SideBody(String side, @ApiSchemas.Amount String owes) {}

  static PositionBody of(Agreement agreement, AgreementBalances balances) {
    return new PositionBody(
        agreement.id().value(),
        balances.asOf(),
        balances.businessDate(),
        agreement.currency().getCurrencyCode(),
        balances.accounts().stream()
            .map(
                each ->
                    new GrossBody(
                        each.account().id().value(),
                        each.account().supplier().value(),
                        each.account().buyer().value(),
                        each.sequence(),
                        each.balance().toString()))
            .toList(),
        NetPosition.of(agreement, balances).stream().map(NetBody::of).toList());
  }
}
