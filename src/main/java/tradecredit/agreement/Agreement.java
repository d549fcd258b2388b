package tradecredit.agreement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contract that the book serves, from one file; see {@link AgreementFile}.
 *
 * @param id its name
 * @param title its title for readers
 * @param effectiveDate the first day on which anything can be in the book
 * @param timeZone whose calendar the business date follows
 * @param currency the one currency of all its accounts, with two decimals
 * @param parties the companies
 * @param groups parties that act as one, or none
 * @param accounts the trading accounts
 * @param clauses every clause, numbered 1, 2, 3 … without gaps
 * @param products what may be invoiced
 * @param promissoryNote its promissory note, or null where it has none
 * @param covenants what it says about selling, maybe nothing
 */
public record Agreement(
    AgreementId id,
    String title,
    LocalDate effectiveDate,
    ZoneId timeZone,
    Currency currency,
    List<Party> parties,
    List<PartyGroup> groups,
    List<TradingAccount> accounts,
    List<Clause> clauses,
    List<Product> products,
    @Nullable PromissoryNoteTerms promissoryNote,
    Covenants covenants) {

  /**
   * Holds the agreement with its own copies of the lists.
   *
   * @throws IllegalArgumentException if an id is there twice, a part names another that is not
   *     there, a party stands on both sides of an account, clauses are not numbered from 1 without
   *     gaps, a list other than the groups is empty, or the currency has not two decimals
   */
  public Agreement {
    Required.text("the agreement's title", title);
    checkDecimals(currency);
    parties = Required.elements("the parties", parties);
    groups = List.copyOf(groups);
    accounts = Required.elements("the accounts", accounts);
    clauses = Required.elements("the clauses", clauses);
    products = Required.elements("the products", products);
    AgreementReferences references =
        new AgreementReferences(parties, groups, accounts, clauses, products);
    references.checkGroups();
    references.checkProducts();
    accounts.forEach(references::checkAccount);
    if (promissoryNote != null) {
      references.checkNote(promissoryNote);
    }
    references.checkCovenants(covenants);
  }

  /** Refuses a currency that cents cannot count. */
  static Currency checkDecimals(Currency currency) {
    if (currency.getDefaultFractionDigits() != 2) {
      throw new IllegalArgumentException("\"" + currency + "\" is not a currency of two decimals");
    }
    return currency;
  }

  /** The account whose id is that text; none where it is no id at all. */
  public Optional<TradingAccount> accountNamed(String id) {
    for (TradingAccount account : accounts) {
      if (account.id().value().equals(id)) {
        return Optional.of(account);
      }
    }
    return Optional.empty();
  }

  /** Finds an account by its id. */
  public Optional<TradingAccount> account(AccountId accountId) {
    return accounts.stream().filter(account -> account.id().equals(accountId)).findFirst();
  }

  /** Finds a product by its id. */
  public Optional<Product> product(ProductId productId) {
    return products.stream().filter(product -> product.id().equals(productId)).findFirst();
  }

  /** Finds a clause by its number in the agreement. */
  public Optional<Clause> clause(int number) {
    return clauses.stream().filter(clause -> clause.number() == number).findFirst();
  }

  /** The one group that a party is a member of; the party itself where it acts alone. */
  public PartyId sideOf(PartyId party) {
    return groups.stream()
        .filter(group -> group.members().contains(party))
        .map(PartyGroup::id)
        .findFirst()
        .orElse(party);
  }

  /**
   * Whether two accounts run in opposite directions between the same two sides, so that what is
   * owed on one can be set off against what is owed on the other: a party that supplies on each
   * buys on the other.
   *
   * <p>Example: Auxer Telecom supplies on {@code auxer-to-kattosko} and, as a member of the seller,
   * buys on {@code kattosko-to-seller}; Kattosko does the reverse.
   */
  public boolean areReciprocal(TradingAccount one, TradingAccount other) {
    return meet(one.supplier(), other.buyer()) && meet(other.supplier(), one.buyer());
  }

  private boolean meet(PartyId side, PartyId other) {
    return parties.stream()
        .anyMatch(party -> isOnSide(side, party.id()) && isOnSide(other, party.id()));
  }

  /**
   * Whether a party acts for a side of an account: it is that side, or a member of that group.
   *
   * <p>Example: Auxer Telecom is on the side {@code seller} and on {@code auxer-telecom}; CT
   * Industries is on {@code seller} only.
   */
  public boolean isOnSide(PartyId side, PartyId party) {
    return new Sides(groups).isOn(side, party);
  }
}
