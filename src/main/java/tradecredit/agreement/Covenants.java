package tradecredit.agreement;

import java.util.List;

/**
 * What the agreement says about selling cards, as data.
 *
 * @param companies whom its clauses name beside the parties
 * @param cards what its clauses know of cards
 * @param rules what each clause says
 */
public record Covenants(List<Company> companies, List<Card> cards, List<Covenant> rules) {

  /** An agreement that says nothing about selling. */
  public static final Covenants NONE = new Covenants(List.of(), List.of(), List.of());

  /** Keeps its own copies of the lists. */
  public Covenants {
    companies = List.copyOf(companies);
    cards = List.copyOf(cards);
    rules = List.copyOf(rules);
  }
}
