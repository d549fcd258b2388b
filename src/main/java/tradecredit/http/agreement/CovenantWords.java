package tradecredit.http.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.Card;
import tradecredit.agreement.Company;
import tradecredit.agreement.Covenant;
import tradecredit.agreement.CovenantScope;
import tradecredit.agreement.Party;
import tradecredit.agreement.PartyGroup;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.Product;
import tradecredit.agreement.ProductId;
import tradecredit.covenant.CovenantFindings;
import tradecredit.money.Discount;

/** What a covenant says of a sale, and what would cure it, in words with the agreement's names. */
record CovenantWords(Agreement agreement) {

  /** What the rule says. */
  String reason(Covenant rule) {
    String sale = sale(rule.scope());
    return switch (rule) {
      case Covenant.Forbids forbids -> {
        LocalDate from = forbids.allowedFrom();
        yield sale.formatted("may not") + (from == null ? "." : " before " + from + ".");
      }
      case Covenant.Caps caps -> {
        Discount highest = caps.highest();
        yield sale.formatted("may not")
            + (highest == null
                ? " at more than a certain discount, and nobody has stated which."
                : " at a discount of more than " + highest + " %.");
      }
      case Covenant.Permits permits -> {
        String provided = permits.provided();
        yield sale.formatted("may") + (provided == null ? "." : ", provided: " + provided);
      }
      case Covenant.Requires requires -> requires.provided();
    };
  }

  /** Why a rule does not count. */
  String reason(CovenantFindings.SetAside aside) {
    return "Clause %d sets it aside: %s".formatted(aside.by().clause(), reason(aside.by()));
  }

  /** What would change that the rule stands in the way of the sale. */
  String cure(Covenant rule, CovenantFindings findings) {
    List<String> cures = new ArrayList<>();
    switch (rule) {
      case Covenant.Forbids forbids -> addCures(forbids, cures);
      case Covenant.Caps caps -> addCures(caps, cures);
      case Covenant.Permits _, Covenant.Requires _ -> {
        // Neither stands in the way.
      }
    }
    findings.exempt().stream()
        .filter(exempt -> exempt.clause() == rule.clause())
        .map(exempt -> "sell it to %s (clause %d)".formatted(name(exempt.customer()), exempt.by()))
        .forEach(cures::add);
    return cures.isEmpty()
        ? "None: it holds until both sides change the agreement."
        : stopped(capitalized(String.join("; or ", cures)));
  }

  private void addCures(Covenant.Forbids forbids, List<String> cures) {
    PartyId customersOf = forbids.scope().customersOf();
    if (forbids.allowedFrom() != null) {
      cures.add("wait until " + forbids.allowedFrom());
    }
    if (customersOf != null) {
      cures.add("sell it to somebody who is no customer of " + name(customersOf));
    }
  }

  private static void addCures(Covenant.Caps caps, List<String> cures) {
    Discount highest = caps.highest();
    if (highest == null) {
      cures.add("state the discount in the agreement file, once both sides agree on it");
      cures.add("sell it at a discount of 0 %");
    } else {
      cures.add("sell it at a discount of at most " + highest + " %");
    }
  }

  /** The sale with a place for the verb, as {@code Seller %s sell Original to anybody}. */
  private String sale(CovenantScope scope) {
    List<ProductId> products = scope.products();
    String cards = products == null ? "cards" : joined(products.stream().map(this::name), " or ");
    return joined(scope.sellers().stream().map(this::name), " and ").replace("%", "%%")
        + " %s sell "
        + (cards + to(scope)).replace("%", "%%");
  }

  private String to(CovenantScope scope) {
    List<PartyId> customers = scope.customers();
    PartyId customersOf = scope.customersOf();
    String named =
        customers == null ? "" : " to " + joined(customers.stream().map(this::name), " or ");
    return customersOf == null
        ? unstopped(named)
        : unstopped(named + " to customers of " + name(customersOf));
  }

  private static String joined(Stream<String> names, String lastJoint) {
    List<String> list = names.toList();
    if (list.size() < 2) {
      return list.getFirst();
    }
    return list.subList(0, list.size() - 1).stream().collect(Collectors.joining(", "))
        + lastJoint
        + list.getLast();
  }

  /** "Inc." at the end of a sentence has one full stop, not two. */
  private static String unstopped(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String stopped(String text) {
    return unstopped(text) + ".";
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private String name(PartyId id) {
    return Stream.of(
            agreement.parties().stream().filter(each -> each.id().equals(id)).map(Party::name),
            agreement.groups().stream().filter(each -> each.id().equals(id)).map(PartyGroup::name),
            agreement.covenants().companies().stream()
                .filter(each -> each.id().equals(id))
                .map(Company::name))
        .flatMap(names -> names)
        .findFirst()
        .orElse(id.value());
  }

  private String name(ProductId id) {
    return agreement
        .product(id)
        .map(Product::name)
        .or(
            () ->
                agreement.covenants().cards().stream()
                    .filter(card -> card.id().equals(id))
                    .map(Card::name)
                    .findFirst())
        .orElse(id.value());
  }
}
