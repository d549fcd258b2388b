package tradecredit.agreement;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of prepaid card.
 *
 * @param id its name in invoices
 * @param name its name for readers
 * @param soldOn the accounts on which it may be invoiced
 * @param restriction the clause that holds it back for a time, or null where none does
 */
public record Product(
    ProductId id, String name, List<AccountId> soldOn, @Nullable Restriction restriction) {

  /**
   * Holds the product with its own copy of the accounts.
   *
   * @throws IllegalArgumentException if the name is blank, or an account missing or repeated
   */
  public Product {
    Required.text("a product's name", name);
    soldOn = Required.elements("the accounts on which a product is sold", soldOn);
    if (new HashSet<>(soldOn).size() < soldOn.size()) {
      throw new IllegalArgumentException(id + " is sold twice on one account");
    }
  }

  /** Whether this product may be invoiced on the account, restrictions aside. */
  public boolean isSoldOn(AccountId account) {
    return soldOn.contains(account);
  }
}
