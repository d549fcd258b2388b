package tradecredit.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.money.Money;

/**
 * One account's half of a set-off. The other half is an entry of the counterpart account, written
 * in the same transaction; each names the other, and the hash of each covers that name, so neither
 * half can be taken out of its book without the other one telling.
 */
public sealed interface SetOffDocument extends Document {

  /** What stands where an invoice's number would. */
  String NUMBER = "set-off";

  /** The other half. */
  Counterpart counterpart();

  /** Where the proposal is on this account. */
  long setOffSequence();

  /** Where the proposal is on the counterpart account. */
  long counterpartSetOffSequence();

  /** The set-off's id, the same on both accounts: that of the half whose account comes first. */
  default DocumentId setOffId(AccountId account) {
    AccountId other = counterpart().account();
    return account.value().compareTo(other.value()) < 0
        ? DocumentId.of(account, Act.SET_OFF, setOffSequence())
        : DocumentId.of(other, Act.SET_OFF, counterpartSetOffSequence());
  }

  @Override
  default String documentNumber() {
    return NUMBER;
  }

  /**
   * Where the other half is.
   *
   * @param account the other account
   * @param sequence the entry there
   */
  record Counterpart(AccountId account, long sequence) {}

  /**
   * A part of an invoice that is to be netted.
   *
   * @param invoiceSequence the invoice's entry
   * @param invoice the invoice's number
   * @param amount how much of it, above zero
   */
  record Part(long invoiceSequence, InvoiceNumber invoice, Money amount) {}

  /**
   * The proposal; nothing moves.
   *
   * @param side which side of this account proposes it
   * @param reason why
   * @param parts what is to be netted on this account
   */
  record Proposed(
      long sequence, Counterpart counterpart, String side, String reason, List<Part> parts)
      implements SetOffDocument {

    /** Keeps the parts as they were. */
    public Proposed {
      parts = List.copyOf(parts);
    }

    /** What leaves the balance if it is approved; the same on both accounts. */
    public Money amount() {
      return parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
    }

    @Override
    public long setOffSequence() {
      return sequence;
    }

    @Override
    public long counterpartSetOffSequence() {
      return counterpart.sequence();
    }

    @Override
    public Act act() {
      return Act.SET_OFF;
    }

    @Override
    public String canonical() {
      Netstrings text = new Netstrings();
      text.add(counterpart.account().value()).add(counterpart.sequence()).add(side).add(reason);
      parts.forEach(part -> text.add(part.invoice().value()).add(part.amount()));
      return text.toString();
    }
  }

  /**
   * What was decided of it.
   *
   * @param setOffSequence the proposal's entry on this account
   * @param counterpartSetOffSequence the proposal's entry on the counterpart account
   * @param side which side of this account decided
   * @param verdict what it said
   * @param note what there was to say, or nothing
   * @param amount what was proposed
   * @param allocations what was netted; empty where it was not approved
   */
  record Decided(
      long sequence,
      long setOffSequence,
      Counterpart counterpart,
      long counterpartSetOffSequence,
      String side,
      Verdict verdict,
      @Nullable String note,
      Money amount,
      List<Allocation> allocations)
      implements SetOffDocument {

    /** Keeps the allocations as they were. */
    public Decided {
      allocations = List.copyOf(allocations);
    }

    @Override
    public Act act() {
      return Act.SET_OFF_DECISION;
    }

    @Override
    public String canonical() {
      return new Netstrings()
          .add(setOffSequence)
          .add(counterpart.account().value())
          .add(counterpart.sequence())
          .add(side)
          .add(verdict.wireName())
          .add(note)
          .add(amount)
          .toString();
    }
  }
}
