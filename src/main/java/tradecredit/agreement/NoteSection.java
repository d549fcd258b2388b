package tradecredit.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file's optional {@code promissoryNote}. */
final class NoteSection {

  private static final List<String> KEYS =
      List.of("clause", "maker", "payee", "instalments", "daysToFirst");

  private NoteSection() {}

  static @Nullable PromissoryNoteTerms read(
      YamlMapping root, PartiesSection parties, ClausesSection clauses) {
    return root.find("promissoryNote").map(place -> terms(place, parties, clauses)).orElse(null);
  }

  private static PromissoryNoteTerms terms(
      YamlNode place, PartiesSection parties, ClausesSection clauses) {
    YamlMapping note = place.mapping(KEYS, List.of());
    int clause = clauses.resolve(note.get("clause"));
    PartyId maker = parties.side(note.get("maker"));
    PartyId payee = parties.side(note.get("payee"));
    if (new Sides(parties.groups()).overlap(maker, payee)) {
      throw place.fault(maker + " and " + payee + " are not two sides: a party is on both");
    }
    return new PromissoryNoteTerms(
        clause,
        maker,
        payee,
        note.get("instalments").wholeNumber(1, PromissoryNoteTerms.MOST_INSTALMENTS),
        note.get("daysToFirst").wholeNumber(0, PromissoryNoteTerms.MOST_DAYS_TO_FIRST));
  }
}
