package tradecredit.agreement;

import java.util.ArrayList;
import java.util.List;
import tradecredit.money.Quoted;

/** The file's {@code clauses}: all of them, in their order. */
record ClausesSection(List<Clause> clauses) {

  private static final List<String> KEYS = List.of("number", "summary", "treatment", "how");

  static ClausesSection read(YamlNode section) {
    List<Clause> clauses = new ArrayList<>();
    for (YamlNode element : section.elements()) {
      clauses.add(clause(element.mapping(KEYS, List.of()), clauses.size() + 1));
    }
    return new ClausesSection(clauses);
  }

  private static Clause clause(YamlMapping clause, int expected) {
    YamlNode number = clause.get("number");
    if (number.wholeNumber() != expected) {
      throw number.fault(
          "clauses are numbered from 1 without gaps: expected " + expected + " here");
    }
    return new Clause(
        expected,
        clause.get("summary").text(),
        clause.get("treatment").text(ClausesSection::treatment),
        clause.get("how").text());
  }

  private static ClauseTreatment treatment(String word) {
    return switch (word) {
      case "enforced" -> ClauseTreatment.ENFORCED;
      case "recorded" -> ClauseTreatment.RECORDED;
      case "outside" -> ClauseTreatment.OUTSIDE;
      default ->
          throw new IllegalArgumentException(
              Quoted.of(word) + " is none of enforced, recorded, outside");
    };
  }

  /** Reads the number of a clause that is in this file. */
  int resolve(YamlNode place) {
    int number = place.wholeNumber();
    if (number < 1 || number > clauses.size()) {
      throw place.fault(number + " is not a clause of this file");
    }
    return number;
  }
}
