package tradecredit.posting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.DeskPosting;
import tradecredit.ledger.Posting;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.ledger.Posting.PaymentPosting;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.ledger.SetOffPosting;
import tradecredit.money.Money;

/**
 * What a batch needs to know before it decides.
 *
 * @param idempotencyKeys its idempotency keys
 * @param unprovedApiKeys the API keys that are to be proved
 * @param invoiceNumbers the numbers it wants to take or to pay
 * @param references the payment references it wants to take
 * @param payments how much its payments can take from the oldest items; zero where none is
 *     automatic
 * @param invoiced the sum of its invoices: only above the room left can one of them meet the limit
 * @param desk the act of the credit desk that it is; null where it is none
 * @param setOff the half of a set-off that it is; null where it is none
 * @param asksKeys whether some of its keys are asked for alone: they are not taken with what is
 *     posted
 */
public record Wanted(
    List<IdempotencyKey> idempotencyKeys,
    Set<String> unprovedApiKeys,
    List<String> invoiceNumbers,
    List<String> references,
    Money payments,
    Money invoiced,
    @Nullable DeskPosting desk,
    @Nullable SetOffPosting setOff,
    boolean asksKeys) {

  /** Nothing but the head and the clock. */
  public static final Wanted NOTHING = of(List.of(), List.of());

  /** What these submissions need. */
  public static Wanted by(List<Submission> submissions) {
    Set<IdempotencyKey> keys = new LinkedHashSet<>();
    Set<String> unproved = new LinkedHashSet<>();
    for (Submission submission : submissions) {
      keys.add(submission.key());
      if (submission.file() != null) {
        keys.add(submission.file().key());
      }
      String key = submission.caller().unprovedKey();
      if (key != null) {
        unproved.add(key);
      }
    }
    return of(
        List.copyOf(keys),
        Set.copyOf(unproved),
        submissions.stream().<Posting>flatMap(one -> one.postings().stream()).toList(),
        submissions.stream().anyMatch(Submission::onlyAsks));
  }

  /**
   * Whether it is for invoices and nothing else, so that keys and numbers are all there is, and all
   * of them are taken.
   */
  public boolean isOfInvoicesOnly() {
    return references.isEmpty() && payments.isZero() && desk == null && setOff == null && !asksKeys;
  }

  /** What these postings need. */
  public static Wanted of(List<IdempotencyKey> idempotencyKeys, List<Posting> postings) {
    return of(idempotencyKeys, Set.of(), postings, false);
  }

  private static Wanted of(
      List<IdempotencyKey> idempotencyKeys,
      Set<String> unprovedApiKeys,
      List<Posting> postings,
      boolean asksKeys) {
    List<String> numbers = new ArrayList<>();
    List<String> references = new ArrayList<>();
    DeskPosting desk = null;
    SetOffPosting setOff = null;
    for (Posting posting : postings) {
      switch (posting) {
        case InvoicePosting invoice -> numbers.add(invoice.number().value());
        case PaymentPosting payment -> {
          references.add(payment.reference().value());
          numbers.addAll(named(payment.wanted()));
        }
        case DeskPosting act -> {
          desk = act;
          numbers.addAll(named(act));
        }
        case SetOffPosting half -> {
          setOff = half;
          numbers.addAll(named(half));
        }
      }
    }
    return new Wanted(
        idempotencyKeys,
        unprovedApiKeys,
        numbers,
        references,
        paid(postings),
        invoiced(postings),
        desk,
        setOff,
        asksKeys);
  }

  /** The sum of its payments and credit notes; zero where none of them is automatic. */
  private static Money paid(List<Posting> postings) {
    Money sum = Money.ZERO;
    boolean automatic = false;
    for (Posting posting : postings) {
      if (posting instanceof PaymentPosting payment) {
        sum = sum.plus(payment.requested());
        automatic |= payment.isAutomatic();
      } else if (posting instanceof DeskPosting.CreditNotePosting note) {
        sum = sum.plus(note.requested());
        automatic |= note.invoice() == null;
      }
    }
    return automatic ? sum : Money.ZERO;
  }

  private static Money invoiced(List<Posting> postings) {
    Money sum = Money.ZERO;
    for (Posting posting : postings) {
      if (posting instanceof InvoicePosting invoice) {
        sum = sum.plus(invoice.requested());
      }
    }
    return sum;
  }

  private static List<String> named(List<WantedAllocation> allocations) {
    return allocations.stream().map(allocation -> allocation.invoice().value()).toList();
  }

  private static List<String> named(SetOffPosting half) {
    return switch (half) {
      case SetOffPosting.Proposal proposal -> named(proposal.wanted());
      case SetOffPosting.Ruling ruling ->
          ruling.setOff().parts().stream().map(part -> part.invoice().value()).toList();
    };
  }

  private static List<String> named(DeskPosting act) {
    return switch (act) {
      case DeskPosting.ReallocationPosting reallocation -> named(reallocation.wanted());
      case DeskPosting.WriteOffPosting writeOff -> List.of(writeOff.invoice().value());
      case DeskPosting.CreditNotePosting note when note.invoice() != null ->
          List.of(note.invoice().value());
      default -> List.of();
    };
  }
}
