package tradecredit.covenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.Covenant;
import tradecredit.agreement.CovenantScope;
import tradecredit.agreement.PartyId;
import tradecredit.money.Discount;

/**
 * Holds a sale against the agreement's covenants (clauses 8, 9, 10, 13, 14, 15 and 17 of the
 * filing).
 *
 * <p>A sale is covered by a rule whose seller, product and customer it has; a group stands for its
 * members. A right that sets a clause aside takes all rules of that clause out that forbid or cap.
 * Of what is left, each {@code Forbids} whose time has not come forbids the sale, each {@code Caps}
 * does where the discount is above it, and one without a figure leaves it undecided, but for a sale
 * at no discount, which no cap can be below.
 *
 * <p>Example: Auxer Telecom sells the "Original" to a customer of Kattosko: forbidden by clause 15.
 * To Quick Stop: clause 14 sets 9 and 15 aside, so it is allowed. To anybody else, at 30 %: clause
 * 9 caps the discount and the filing does not say where, so it is undecided; at 0 % it is allowed.
 */
public final class CovenantCheck {

  private final Agreement agreement;

  /** Over an agreement's covenants. */
  public CovenantCheck(Agreement agreement) {
    this.agreement = agreement;
  }

  /** What the covenants say of this sale. */
  public CovenantFindings of(Sale sale) {
    boolean inForce = isInForce(sale.date());
    List<Covenant.Permits> permitted = inForce ? covering(Covenant.Permits.class, sale) : List.of();
    List<CovenantFindings.SetAside> setAside = new ArrayList<>();
    List<Covenant> forbidding = new ArrayList<>();
    List<Covenant.Caps> undecided = new ArrayList<>();
    for (Covenant rule : inForce ? covering(Covenant.class, sale) : List.<Covenant>of()) {
      Optional<Covenant.Permits> by = settingAside(rule, permitted);
      switch (rule) {
        case Covenant.Forbids forbids when isTime(forbids, sale.date()) ->
            sort(forbids, by, forbidding, setAside);
        case Covenant.Caps caps when isAbove(caps, sale.discount()) ->
            sort(caps, by, caps.highest() == null ? undecided : forbidding, setAside);
        case Covenant.Forbids _, Covenant.Caps _, Covenant.Permits _, Covenant.Requires _ -> {
          // It does not bind this sale, or it forbids nothing.
        }
      }
    }
    return new CovenantFindings(
        inForce,
        forbidding,
        undecided,
        permitted,
        setAside,
        conditions(sale),
        exempt(sale, forbidding, undecided));
  }

  private static <R extends Covenant> void sort(
      R rule,
      Optional<Covenant.Permits> setAsideBy,
      List<? super R> counting,
      List<CovenantFindings.SetAside> setAside) {
    setAsideBy.ifPresentOrElse(
        by -> setAside.add(new CovenantFindings.SetAside(rule, by)), () -> counting.add(rule));
  }

  private static Optional<Covenant.Permits> settingAside(
      Covenant rule, List<Covenant.Permits> permitted) {
    return permitted.stream().filter(by -> by.setsAside().contains(rule.clause())).findFirst();
  }

  private static boolean isTime(Covenant.Forbids forbids, LocalDate date) {
    LocalDate allowedFrom = forbids.allowedFrom();
    return allowedFrom == null || date.isBefore(allowedFrom);
  }

  /** A discount of nothing is above no cap, also where nobody has said which. */
  private static boolean isAbove(Covenant.Caps caps, Discount discount) {
    Discount highest = caps.highest();
    return discount.basisPoints() > (highest == null ? 0 : highest.basisPoints());
  }

  private boolean isInForce(LocalDate date) {
    return !date.isBefore(agreement.effectiveDate());
  }

  private List<Covenant.Requires> conditions(Sale sale) {
    Predicate<Covenant.Requires> due =
        duty -> {
          LocalDate placedBy = duty.placedBy();
          return placedBy == null ? isInForce(sale.date()) : !sale.date().isAfter(placedBy);
        };
    return covering(Covenant.Requires.class, sale).stream().filter(due).toList();
  }

  /** Whom else the seller might sell the same to, past the clauses that stand in the way. */
  private List<CovenantFindings.Exempt> exempt(
      Sale sale, List<Covenant> forbidding, List<Covenant.Caps> undecided) {
    List<CovenantFindings.Exempt> exempt = new ArrayList<>();
    for (Covenant.Permits right : covering(Covenant.Permits.class, sale.seller())) {
      CovenantScope scope = right.scope();
      boolean forTheseCards = scope.products() == null || scope.products().contains(sale.product());
      List<PartyId> customers = scope.customers() == null ? List.of() : scope.customers();
      for (int clause : forTheseCards ? right.setsAside() : List.<Integer>of()) {
        boolean inTheWay =
            forbidding.stream().anyMatch(rule -> rule.clause() == clause)
                || undecided.stream().anyMatch(rule -> rule.clause() == clause);
        if (inTheWay) {
          customers.forEach(
              customer ->
                  exempt.add(new CovenantFindings.Exempt(clause, right.clause(), customer)));
        }
      }
    }
    return exempt;
  }

  private <R extends Covenant> List<R> covering(Class<R> kind, Sale sale) {
    return covering(kind, sale.seller()).stream().filter(rule -> covers(rule, sale)).toList();
  }

  private <R extends Covenant> List<R> covering(Class<R> kind, PartyId seller) {
    return agreement.covenants().rules().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(rule -> isAmong(rule.scope().sellers(), seller))
        .toList();
  }

  private boolean covers(Covenant rule, Sale sale) {
    CovenantScope scope = rule.scope();
    PartyId customersOf = scope.customersOf();
    return (scope.products() == null || scope.products().contains(sale.product()))
        && (scope.customers() == null || isAmong(scope.customers(), sale.customer()))
        && (customersOf == null || isCustomerOf(customersOf, sale.customer()));
  }

  private boolean isAmong(List<PartyId> sides, PartyId name) {
    return sides.stream().anyMatch(side -> agreement.isOnSide(side, name));
  }

  private boolean isCustomerOf(PartyId supplier, PartyId customer) {
    return agreement.covenants().companies().stream()
        .filter(company -> company.id().equals(customer))
        .flatMap(company -> company.customerOf().stream())
        .anyMatch(other -> agreement.isOnSide(supplier, other));
  }
}
