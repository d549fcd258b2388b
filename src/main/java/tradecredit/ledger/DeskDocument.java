package tradecredit.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * The documents of the credit desk, as they were posted. The parts that say where money went are
 * the entry's own movements and are sealed with them; the canonical text holds the rest.
 */
public sealed interface DeskDocument extends Document {

  /**
   * A returned payment.
   *
   * @param paymentSequence the payment's entry
   * @param reference the payment's reference
   * @param returnedDate when it was returned
   * @param effectiveDate from which as-of date the payment is in the book no more: the returned
   *     date, or, where that is later, when the payment was taken off an invoice again or one that
   *     it had paid was moved after that
   * @param reason as the bank gives it
   * @param amount the payment's amount
   * @param reopened the invoices that are open again, each by what the payment had paid of it
   */
  record PaymentReturn(
      long sequence,
      long paymentSequence,
      PaymentReference reference,
      LocalDate returnedDate,
      LocalDate effectiveDate,
      String reason,
      Money amount,
      List<Allocation> reopened)
      implements DeskDocument {

    /** Keeps what it re-opens. */
    public PaymentReturn {
      reopened = List.copyOf(reopened);
    }

    @Override
    public String documentNumber() {
      return reference.value();
    }

    @Override
    public Act act() {
      return Act.PAYMENT_RETURN;
    }

    @Override
    public String canonical() {
      return new Netstrings()
          .add(paymentSequence)
          .add(reference.value())
          .add(returnedDate)
          .add(reason)
          .add(amount)
          .toString();
    }
  }

  /**
   * A payment or a credit note applied anew.
   *
   * @param credit what it is: a payment or a credit note
   * @param reference the payment's reference, or the credit note's number
   * @param unapplied what is applied to no invoice afterwards
   * @param lifted where it was applied before
   * @param allocations where all of it is applied now
   */
  record Reallocation(
      long sequence,
      Act credit,
      long creditSequence,
      String reference,
      Money unapplied,
      List<Allocation> lifted,
      List<Allocation> allocations)
      implements DeskDocument {

    /** Keeps both lists. */
    public Reallocation {
      lifted = List.copyOf(lifted);
      allocations = List.copyOf(allocations);
    }

    @Override
    public String documentNumber() {
      return reference;
    }

    @Override
    public Act act() {
      return Act.REALLOCATION;
    }

    @Override
    public String canonical() {
      return new Netstrings().add(creditSequence).add(reference).add(unapplied).toString();
    }
  }

  /** A credit note, with the allocations it was posted with. */
  record CreditNote(
      long sequence,
      CreditNoteNumber number,
      LocalDate creditDate,
      String reason,
      Money amount,
      List<Allocation> allocations)
      implements DeskDocument, CreditDocument {

    /** Keeps the allocations as they were. */
    public CreditNote {
      allocations = List.copyOf(allocations);
    }

    @Override
    public LocalDate creditedOn() {
      return creditDate;
    }

    @Override
    public String documentNumber() {
      return number.value();
    }

    @Override
    public Act act() {
      return Act.CREDIT_NOTE;
    }

    @Override
    public String canonical() {
      return new Netstrings()
          .add(number.value())
          .add(creditDate)
          .add(reason)
          .add(amount)
          .toString();
    }
  }

  /** A proposed write-off of a part of an invoice, or of all that is open of it. */
  record WriteOff(
      long sequence, long invoiceSequence, InvoiceNumber invoice, Money amount, String reason)
      implements DeskDocument {
    @Override
    public String documentNumber() {
      return invoice.value();
    }

    @Override
    public Act act() {
      return Act.WRITE_OFF;
    }

    @Override
    public String canonical() {
      return new Netstrings()
          .add(invoiceSequence)
          .add(invoice.value())
          .add(amount)
          .add(reason)
          .toString();
    }
  }

  /** What was decided of a write-off. */
  record WriteOffDecision(
      long sequence,
      long writeOffSequence,
      InvoiceNumber invoice,
      Money amount,
      Verdict verdict,
      @Nullable String note)
      implements DeskDocument {
    @Override
    public String documentNumber() {
      return invoice.value();
    }

    @Override
    public Act act() {
      return Act.WRITE_OFF_DECISION;
    }

    @Override
    public String canonical() {
      return new Netstrings()
          .add(writeOffSequence)
          .add(invoice.value())
          .add(amount)
          .add(verdict.wireName())
          .add(note)
          .toString();
    }
  }

  /** A disputed part of an invoice. */
  record Dispute(
      long sequence,
      long invoiceSequence,
      InvoiceNumber invoice,
      Money amount,
      String reason,
      List<CardRange> cards)
      implements DeskDocument {

    /** Keeps the cards. */
    public Dispute {
      cards = List.copyOf(cards);
    }

    @Override
    public String documentNumber() {
      return invoice.value();
    }

    @Override
    public Act act() {
      return Act.DISPUTE;
    }

    @Override
    public String canonical() {
      Netstrings text = new Netstrings();
      text.add(invoiceSequence).add(invoice.value()).add(amount).add(reason);
      cards.forEach(range -> text.add(range.first()).add(range.last()));
      return text.toString();
    }
  }

  /**
   * How a dispute ended.
   *
   * @param disputed what was disputed
   * @param credited what of it the buyer need not pay; zero where the dispute was rejected
   * @param note what was found, or nothing
   */
  record DisputeResolution(
      long sequence,
      long disputeSequence,
      long invoiceSequence,
      InvoiceNumber invoice,
      Money disputed,
      Money credited,
      @Nullable String note)
      implements DeskDocument {

    /** Whether the buyer was right, at least in part. */
    public boolean upheld() {
      return credited.isPositive();
    }

    @Override
    public String documentNumber() {
      return invoice.value();
    }

    @Override
    public Act act() {
      return Act.DISPUTE_RESOLUTION;
    }

    @Override
    public String canonical() {
      return new Netstrings()
          .add(disputeSequence)
          .add(invoiceSequence)
          .add(invoice.value())
          .add(disputed)
          .add(credited)
          .add(note)
          .toString();
    }
  }

  /** A hold placed on the account. */
  record HoldPlaced(long sequence, String reason) implements DeskDocument {
    @Override
    public String documentNumber() {
      return "hold";
    }

    @Override
    public Act act() {
      return Act.HOLD;
    }

    @Override
    public String canonical() {
      return new Netstrings().add(reason).toString();
    }
  }

  /** A hold lifted: the one that entry {@code holdSequence} placed. */
  record HoldLifted(long sequence, long holdSequence, String reason) implements DeskDocument {
    @Override
    public String documentNumber() {
      return "hold";
    }

    @Override
    public Act act() {
      return Act.HOLD_LIFT;
    }

    @Override
    public String canonical() {
      return new Netstrings().add(holdSequence).toString();
    }
  }

  /** A breach that a controller has seen. */
  record BreachAcknowledgement(long sequence, long breach, String note) implements DeskDocument {
    @Override
    public String documentNumber() {
      return "breach-" + breach;
    }

    @Override
    public Act act() {
      return Act.BREACH_ACKNOWLEDGEMENT;
    }

    @Override
    public String canonical() {
      return new Netstrings().add(breach).add(note).toString();
    }
  }

  /** Other terms, proposed by one side. */
  record TermsAmendment(
      long sequence, String side, LocalDate effectiveDate, TermsChange change, String reason)
      implements DeskDocument {
    @Override
    public String documentNumber() {
      return "terms";
    }

    @Override
    public Act act() {
      return Act.TERMS_AMENDMENT;
    }

    @Override
    public String canonical() {
      Netstrings text = new Netstrings();
      text.add(side).add(effectiveDate).add(reason);
      return change.addTo(text).toString();
    }
  }

  /**
   * What was decided of an amendment.
   *
   * @param amendmentSequence the amendment's entry
   * @param side which side decided
   * @param verdict what it said
   * @param note what there was to say, or nothing
   * @param termsVersion the version of the terms that it became; null where not approved
   * @param effectiveDate its first day: as proposed, or the day of the approval where that is
   *     later; null where not approved
   */
  record AmendmentDecision(
      long sequence,
      long amendmentSequence,
      String side,
      Verdict verdict,
      @Nullable String note,
      @Nullable Long termsVersion,
      @Nullable LocalDate effectiveDate)
      implements DeskDocument {
    @Override
    public String documentNumber() {
      return "terms";
    }

    @Override
    public Act act() {
      return Act.AMENDMENT_DECISION;
    }

    @Override
    public String canonical() {
      return new Netstrings()
          .add(amendmentSequence)
          .add(side)
          .add(verdict.wireName())
          .add(note)
          .add(termsVersion == null ? null : termsVersion.toString())
          .add(effectiveDate == null ? null : effectiveDate.toString())
          .toString();
    }
  }
}
