package tradecredit.http.account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Act;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.Hold;

/**
 * The hold in force.
 *
 * @param id its id
 * @param reason why new supply is stopped
 * @param since the business date on which it was placed
 */
@Serdeable
@Schema(name = "Hold")
public record HoldBody(String id, String reason, LocalDate since) {

  static @Nullable HoldBody of(AccountId account, @Nullable Hold hold) {
    return hold == null
        ? null
        : new HoldBody(
            DocumentId.of(account, Act.HOLD, hold.sequence()).toString(),
            hold.reason(),
            hold.since());
  }
}
