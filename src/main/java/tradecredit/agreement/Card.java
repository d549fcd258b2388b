package tradecredit.agreement;

import org.jspecify.annotations.Nullable;

/**
 * What the covenants know of a kind of card beyond the products of the accounts.
 *
 * @param id a product of the agreement, or a kind of card that is not invoiced on its accounts
 * @param name its name for readers
 * @param servicedBy who carries its calls, as far as the agreement says so; else null
 */
public record Card(ProductId id, String name, @Nullable PartyId servicedBy) {

  /**
   * Holds the card.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public Card {
    Required.text("a card's name", name);
  }
}
