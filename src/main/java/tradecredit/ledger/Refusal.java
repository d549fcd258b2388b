package tradecredit.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.ProductId;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/**
 * A posting that a rule turned down: an outcome with the facts that explain it, not an exception.
 */
public sealed interface Refusal
    permits Refusal.InvoiceNumberTaken,
        Refusal.PaymentReferenceTaken,
        Refusal.EffectiveDateBeforeAgreement,
        Refusal.EffectiveDateInFuture,
        Refusal.ProductRestricted,
        Refusal.DiscountNotCurrent,
        Refusal.AccountOnHold,
        Refusal.NotInGoodStanding,
        Refusal.CreditLimitExceeded,
        Refusal.InvoiceUnknown,
        Refusal.AllocationExceedsOpenAmount,
        Refusal.AllocationsExceedPayment,
        Refusal.BatchRefused,
        DeskRefusal {

  /** Which rule. */
  RefusalCode code();

  /** The agreement's clause behind the rule, or nothing where the rule is the book's own. */
  default @Nullable Integer clause() {
    return null;
  }

  /** The number belongs to another invoice of the account. */
  record InvoiceNumberTaken(String number) implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.INVOICE_NUMBER_TAKEN;
    }
  }

  /** The reference belongs to another payment of the account. */
  record PaymentReferenceTaken(String reference) implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.PAYMENT_REFERENCE_TAKEN;
    }
  }

  /** The effective date is before the agreement's. */
  record EffectiveDateBeforeAgreement(LocalDate date, LocalDate agreementDate) implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.EFFECTIVE_DATE_BEFORE_AGREEMENT;
    }
  }

  /** The effective date is after the business date. */
  record EffectiveDateInFuture(LocalDate date, LocalDate businessDate) implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.EFFECTIVE_DATE_IN_FUTURE;
    }
  }

  /**
   * A line's product is not sold on this account, or not before {@code allowedFrom} (null: never on
   * this account).
   */
  record ProductRestricted(
      int line, ProductId product, Integer clause, @Nullable LocalDate allowedFrom)
      implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.PRODUCT_RESTRICTED;
    }
  }

  /** A line's discount is not the one the terms pin for its product. */
  record DiscountNotCurrent(
      int line, ProductId product, Discount discount, Discount current, Integer clause)
      implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.DISCOUNT_NOT_CURRENT;
    }
  }

  /** A controller has stopped new supply. */
  record AccountOnHold(String reason, LocalDate since) implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.ACCOUNT_ON_HOLD;
    }
  }

  /** The terms require good standing and there are reasons against it. */
  record NotInGoodStanding(StandingReasons reasons, Integer clause) implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.ACCOUNT_NOT_IN_GOOD_STANDING;
    }
  }

  /** The balance would be above the limit. */
  record CreditLimitExceeded(
      Money balance,
      Money creditLimit,
      Money requested,
      @Nullable LocalDate firstDateWithRoom,
      Integer clause)
      implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.CREDIT_LIMIT_EXCEEDED;
    }

    /** How far the invoice would go over: also the smallest payment that makes room for it. */
    public Money excess() {
      return balance.plus(requested).minus(creditLimit);
    }

    /** The largest invoice that would be accepted now; at least 0.00. */
    public Money largestInvoice() {
      return creditLimit.minus(balance).max(Money.ZERO);
    }
  }

  /** An allocation names an invoice that the account does not have. */
  record InvoiceUnknown(String number) implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.INVOICE_UNKNOWN;
    }
  }

  /** An allocation is above what is open and undisputed of its invoice. */
  record AllocationExceedsOpenAmount(String number, Money amount, Money openAmount)
      implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.ALLOCATION_EXCEEDS_OPEN_AMOUNT;
    }
  }

  /**
   * The allocations sum to more than the payment, or the credit note, that they are of.
   *
   * @param credit which of the two
   */
  record AllocationsExceedPayment(Money allocations, Money amount, Act credit) implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.ALLOCATIONS_EXCEED_PAYMENT;
    }
  }

  /**
   * An atomic batch is refused as a whole.
   *
   * @param items how many it had
   * @param refused how many of them were refused
   * @param first the index of the first that breaks the limit, or of the first refused where none
   *     does
   */
  record BatchRefused(int items, int refused, int first) implements Refusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.BATCH_REFUSED;
    }
  }
}
