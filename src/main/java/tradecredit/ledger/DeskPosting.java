package tradecredit.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * An act of the credit desk: all that moves or judges an account besides invoices and payments. It
 * carries the documents that it refers to as they were posted, since those never change; what has
 * become of them is looked up under the account's lock ({@link Desk}).
 */
public sealed interface DeskPosting extends Posting {

  @Override
  default int size() {
    return 1;
  }

  /**
   * A payment that bounced or was reversed.
   *
   * @param payment which
   * @param returnedDate when; not before it was received
   * @param reason as the bank gives it
   */
  record ReturnPosting(Document.Payment payment, LocalDate returnedDate, String reason)
      implements DeskPosting {
    @Override
    public Act act() {
      return Act.PAYMENT_RETURN;
    }

    @Override
    public String documentNumber() {
      return payment.reference().value();
    }

    @Override
    public Money requested() {
      return payment.amount();
    }
  }

  /**
   * A payment or a credit note applied anew.
   *
   * @param credit which
   * @param wanted where all of it is to go; what is left stays unapplied credit
   */
  record ReallocationPosting(CreditDocument credit, List<WantedAllocation> wanted)
      implements DeskPosting {

    /** Keeps what is wanted. */
    public ReallocationPosting {
      wanted = List.copyOf(wanted);
    }

    @Override
    public Act act() {
      return Act.REALLOCATION;
    }

    @Override
    public String documentNumber() {
      return credit.documentNumber();
    }

    @Override
    public Money requested() {
      return WantedAllocation.sum(wanted);
    }

    @Override
    public int size() {
      return wanted.size();
    }
  }

  /**
   * A credit note.
   *
   * @param number unique on the account for ever
   * @param creditDate its effective date
   * @param reason why
   * @param requested its amount, above zero
   * @param invoice against which invoice alone; null for the oldest first
   */
  record CreditNotePosting(
      CreditNoteNumber number,
      LocalDate creditDate,
      String reason,
      Money requested,
      @Nullable InvoiceNumber invoice)
      implements DeskPosting {
    @Override
    public Act act() {
      return Act.CREDIT_NOTE;
    }

    @Override
    public String documentNumber() {
      return number.value();
    }
  }

  /**
   * The proposal to give up what is owed of an invoice.
   *
   * @param invoice which
   * @param requested how much
   * @param reason why
   */
  record WriteOffPosting(InvoiceNumber invoice, Money requested, String reason)
      implements DeskPosting {
    @Override
    public Act act() {
      return Act.WRITE_OFF;
    }

    @Override
    public String documentNumber() {
      return invoice.value();
    }
  }

  /**
   * A second controller's decision on a proposed write-off.
   *
   * @param writeOff which
   * @param verdict approved or declined; withdrawn only by who proposed it
   * @param note what there is to say, or nothing
   */
  record WriteOffDecisionPosting(
      DeskDocument.WriteOff writeOff, Verdict verdict, @Nullable String note)
      implements DeskPosting {
    @Override
    public Act act() {
      return Act.WRITE_OFF_DECISION;
    }

    @Override
    public String documentNumber() {
      return writeOff.documentNumber();
    }

    @Override
    public Money requested() {
      return writeOff.amount();
    }
  }

  /**
   * The buyer's claim that goods were not in good working condition.
   *
   * @param invoice of which invoice
   * @param amount the part that is disputed; null for all that is open and undisputed
   * @param reason what is wrong
   * @param cards which cards; may be empty
   */
  record DisputePosting(
      Document.Invoice invoice, @Nullable Money amount, String reason, List<CardRange> cards)
      implements DeskPosting {

    /** Keeps the cards; refuses to name one twice. */
    public DisputePosting {
      cards = List.copyOf(cards);
      if (!CardRange.areDisjoint(cards)) {
        throw new IllegalArgumentException("a dispute names each card once");
      }
    }

    /**
     * The same dispute of this part. A dispute of all that is open learns how much that is when it
     * is decided.
     */
    DisputePosting over(Money part) {
      return new DisputePosting(invoice, part, reason, cards);
    }

    @Override
    public Act act() {
      return Act.DISPUTE;
    }

    @Override
    public String documentNumber() {
      return invoice.number().value();
    }

    @Override
    public Money requested() {
      return amount == null ? invoice.total() : amount;
    }

    @Override
    public int size() {
      return 1 + cards.size();
    }
  }

  /**
   * The end of a dispute.
   *
   * @param dispute which
   * @param upheld whether the buyer is right, at least in part
   * @param credited how much of the disputed part is credited; null for all of it
   * @param note what was found, or nothing
   */
  record ResolutionPosting(
      DeskDocument.Dispute dispute, boolean upheld, @Nullable Money credited, @Nullable String note)
      implements DeskPosting {

    /** Refuses to credit what is rejected. */
    public ResolutionPosting {
      if (!upheld && credited != null) {
        throw new IllegalArgumentException("a rejected dispute credits nothing");
      }
    }

    @Override
    public Act act() {
      return Act.DISPUTE_RESOLUTION;
    }

    @Override
    public String documentNumber() {
      return dispute.documentNumber();
    }

    @Override
    public Money requested() {
      return credited == null ? dispute.amount() : credited;
    }
  }

  /** Stops new supply, for this reason. */
  record HoldPosting(String reason) implements DeskPosting {
    @Override
    public Act act() {
      return Act.HOLD;
    }

    @Override
    public String documentNumber() {
      return "hold";
    }

    @Override
    public Money requested() {
      return Money.ZERO;
    }
  }

  /** Lets new supply go on. */
  record HoldLiftPosting() implements DeskPosting {
    @Override
    public Act act() {
      return Act.HOLD_LIFT;
    }

    @Override
    public String documentNumber() {
      return "hold";
    }

    @Override
    public Money requested() {
      return Money.ZERO;
    }
  }

  /**
   * A controller has seen a breach.
   *
   * @param breach its number
   * @param note what is done about it
   */
  record AcknowledgementPosting(long breach, String note) implements DeskPosting {
    @Override
    public Act act() {
      return Act.BREACH_ACKNOWLEDGEMENT;
    }

    @Override
    public String documentNumber() {
      return "breach-" + breach;
    }

    @Override
    public Money requested() {
      return Money.ZERO;
    }
  }

  /**
   * The proposal of other terms.
   *
   * @param side which side of the account proposes them
   * @param effectiveDate from which day they are to hold
   * @param change what they change
   * @param reason why
   */
  record AmendmentPosting(String side, LocalDate effectiveDate, TermsChange change, String reason)
      implements DeskPosting {
    @Override
    public Act act() {
      return Act.TERMS_AMENDMENT;
    }

    @Override
    public String documentNumber() {
      return "terms";
    }

    @Override
    public Money requested() {
      return Money.ZERO;
    }
  }

  /**
   * The decision on a proposed amendment.
   *
   * @param amendment which
   * @param side which side of the account says it
   * @param verdict approved or declined by the other side, withdrawn by the proposer's
   * @param note what there is to say, or nothing
   */
  record AmendmentDecisionPosting(
      DeskDocument.TermsAmendment amendment, String side, Verdict verdict, @Nullable String note)
      implements DeskPosting {
    @Override
    public Act act() {
      return Act.AMENDMENT_DECISION;
    }

    @Override
    public String documentNumber() {
      return amendment.documentNumber();
    }

    @Override
    public Money requested() {
      return Money.ZERO;
    }
  }
}
