package tradecredit.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * What has become of the documents that a batch refers to: credits, disputes, proposals, breaches.
 * Loaded under the account's lock and kept up to date while the batch decides. Working state of one
 * batch, used by one thread.
 */
public final class Desk {

  private final Map<Long, Credit> credits = new HashMap<>();
  private final Map<Long, Case> cases = new HashMap<>();
  private final Map<Long, CaseDecision> acknowledged = new HashMap<>();
  private final Map<Long, CaseDecision> rulings = new HashMap<>();
  private final Set<String> takenNumbers = new HashSet<>();
  private final List<DeskDocument.Dispute> openDisputes = new ArrayList<>();
  private final List<Credit> changed = new ArrayList<>();

  /**
   * A payment or a credit note as it is now.
   *
   * @param act which of the two
   * @param sequence its entry
   * @param unapplied what is applied to no invoice
   * @param lastMovementDate the latest effective date among its movements
   * @param lastLifted the last day on which a re-allocation took an application back; null where
   *     none did
   * @param returned what returned it; null where it was not, and of a credit note
   * @param standing where it is applied, by invoice; each above zero
   */
  public record Credit(
      Act act,
      long sequence,
      Money unapplied,
      LocalDate lastMovementDate,
      @Nullable LocalDate lastLifted,
      @Nullable CaseDecision returned,
      List<Document.Allocation> standing) {

    /** Keeps where it is applied. */
    public Credit {
      standing = List.copyOf(standing);
    }
  }

  /**
   * A dispute or a proposal.
   *
   * @param document as it was posted
   * @param principal who posted it
   * @param decided what decided it; null while it is open
   */
  public record Case(DeskDocument document, String principal, @Nullable CaseDecision decided) {}

  /**
   * What decided a case.
   *
   * @param sequence the entry
   * @param state what it came to
   * @param date the business date of the entry; of a return, the returned date
   */
  public record CaseDecision(long sequence, String state, LocalDate date) {

    /** The refusal of a second decision on the case. */
    Refusal refusal(RefusalCode code) {
      return new DeskRefusal.AlreadyDecided(code, state, sequence, date);
    }
  }

  /** Of a batch that refers to nothing. */
  public static Desk empty() {
    return new Desk();
  }

  /** Adds a credit that was found. */
  public Desk with(Credit credit) {
    credits.put(credit.sequence(), credit);
    return this;
  }

  /** Adds a case that was found. */
  public Desk with(Case found) {
    cases.put(found.document().sequence(), found);
    return this;
  }

  /** Adds an open dispute that has cards. */
  public Desk withOpenDispute(DeskDocument.Dispute dispute) {
    openDisputes.add(dispute);
    return this;
  }

  /** Adds a credit note number that is taken. */
  public Desk withTaken(String number) {
    takenNumbers.add(number);
    return this;
  }

  /** Adds a breach that was acknowledged. */
  public Desk withAcknowledged(long breach, CaseDecision acknowledgement) {
    acknowledged.put(breach, acknowledgement);
    return this;
  }

  /** Adds what was decided of a set-off. */
  public Desk withRuling(long setOff, CaseDecision ruling) {
    rulings.put(setOff, ruling);
    return this;
  }

  @Nullable CaseDecision ruling(long setOff) {
    return rulings.get(setOff);
  }

  /** Where a credit is applied. */
  public List<Document.Allocation> standing(CreditDocument credit) {
    return credit(credit.sequence()).standing();
  }

  Credit credit(long sequence) {
    Credit credit = credits.get(sequence);
    if (credit == null) {
      throw new IllegalStateException("credit " + sequence + " was not loaded");
    }
    return credit;
  }

  void replace(Credit credit) {
    credits.put(credit.sequence(), credit);
    changed.removeIf(before -> before.sequence() == credit.sequence());
    changed.add(credit);
  }

  Case found(DeskDocument document) {
    Case found = cases.get(document.sequence());
    if (found == null) {
      throw new IllegalStateException("entry " + document.sequence() + " was not loaded");
    }
    return found;
  }

  /** Opens a case with the document it begins with. */
  void open(DeskDocument document, String principal) {
    cases.put(document.sequence(), new Case(document, principal, null));
    if (document instanceof DeskDocument.Dispute dispute) {
      openDisputes.add(dispute);
    }
  }

  void decide(Case open, CaseDecision decided) {
    cases.put(open.document().sequence(), new Case(open.document(), open.principal(), decided));
    openDisputes.removeIf(other -> other.sequence() == open.document().sequence());
  }

  boolean isTaken(CreditNoteNumber number) {
    return takenNumbers.contains(number.value());
  }

  void take(CreditNoteNumber number) {
    takenNumbers.add(number.value());
  }

  @Nullable CaseDecision acknowledgement(long breach) {
    return acknowledged.get(breach);
  }

  /** The open disputes that were loaded because of their cards. */
  List<DeskDocument.Dispute> openDisputes() {
    return List.copyOf(openDisputes);
  }

  /** The payments, or the credit notes, that the batch changed, as they are at its end. */
  public Collection<Credit> changed(Act act) {
    return changed.stream().filter(credit -> credit.act() == act).toList();
  }
}
