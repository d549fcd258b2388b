package tradecredit.agreement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules between the parts of one agreement: each id once, and each name that a part uses known.
 *
 * <p>{@link AgreementFile} finds the same faults first, with their lines; this guards agreements
 * that are made in code.
 */
final class AgreementReferences {

  private final List<PartyGroup> groups;
  private final List<Product> products;
  private final Set<PartyId> partyIds = new HashSet<>();
  private final Set<PartyId> sideIds = new HashSet<>();
  private final Set<AccountId> accountIds = new HashSet<>();
  private final Set<ProductId> productIds = new HashSet<>();
  private final int clauseCount;

  /** Takes in every id; {@code IllegalArgumentException} if one is there twice or misnumbered. */
  AgreementReferences(
      List<Party> parties,
      List<PartyGroup> groups,
      List<TradingAccount> accounts,
      List<Clause> clauses,
      List<Product> products) {
    this.groups = groups;
    this.products = products;
    this.clauseCount = clauses.size();
    for (Party party : parties) {
      partyIds.add(party.id());
      require(sideIds.add(party.id()), "there are two parties " + party.id());
    }
    for (PartyGroup group : groups) {
      require(sideIds.add(group.id()), "there are two parties or groups " + group.id());
    }
    for (TradingAccount account : accounts) {
      require(accountIds.add(account.id()), "there are two accounts " + account.id());
    }
    for (Product product : products) {
      require(productIds.add(product.id()), "there are two products " + product.id());
    }
    for (int index = 0; index < clauseCount; index++) {
      require(clauses.get(index).number() == index + 1, "the clauses are not numbered 1, 2, 3 …");
    }
  }

  void checkGroups() {
    Set<PartyId> grouped = new HashSet<>();
    for (PartyGroup group : groups) {
      require(partyIds.containsAll(group.members()), group.id() + " has an unknown member");
      for (PartyId member : group.members()) {
        require(grouped.add(member), member + " is a member of two groups");
      }
    }
  }

  void checkProducts() {
    for (Product product : products) {
      require(accountIds.containsAll(product.soldOn()), product.id() + " is on an unknown account");
      Restriction restriction = product.restriction();
      if (restriction != null) {
        checkClause(restriction.clause());
      }
    }
  }

  void checkAccount(TradingAccount account) {
    AccountId id = account.id();
    require(sideIds.contains(account.supplier()), id + " has an unknown supplier");
    require(sideIds.contains(account.buyer()), id + " has an unknown buyer");
    require(
        !new Sides(groups).overlap(account.supplier(), account.buyer()),
        id + " has a party on both sides");
    checkClause(account.clause());
    for (ProductId pinned : account.terms().discounts().keySet()) {
      require(productIds.contains(pinned), id + " pins a discount of the unknown " + pinned);
      require(isSoldOn(id, pinned), id + " pins a discount of " + pinned + ", not sold on it");
    }
  }

  void checkNote(PromissoryNoteTerms note) {
    require(sideIds.contains(note.maker()), "the note has an unknown maker");
    require(sideIds.contains(note.payee()), "the note has an unknown payee");
    require(
        !new Sides(groups).overlap(note.maker(), note.payee()),
        "the note has a party on both sides");
    checkClause(note.clause());
  }

  void checkCovenants(Covenants covenants) {
    covenants.rules().forEach(rule -> checkClause(rule.clause()));
    String fault = new CovenantReferences(covenants, sideIds, products).fault();
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
  }

  private boolean isSoldOn(AccountId account, ProductId id) {
    return products.stream().anyMatch(it -> it.id().equals(id) && it.isSoldOn(account));
  }

  private void checkClause(int number) {
    require(number <= clauseCount, "there is no clause " + number);
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new IllegalArgumentException(fault);
    }
  }
}
