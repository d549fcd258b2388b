package tradecredit.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The file's optional sections: the promissory note and the covenants. */
class NoteAndCovenantFaultsTest {

  private static final String MORE =
      """
      promissoryNote:
        clause: 2
        maker: shop
        payee: firm
        instalments: 6
        daysToFirst: 180
      covenants:
        companies:
          - id: guest
            name: Guest
            customerOf: [shop]
        cards:
          - id: card
            servicedBy: guest
          - id: other
            name: Other
        rules:
          - clause: 1
            kind: forbids
            sellers: [firm]
            servicedBy: guest
            customersOf: shop
          - clause: 2
            kind: forbids
            sellers: [firm]
            products: [coin]
            allowedFrom: 2002-05-16
          - clause: 2
            kind: caps
            sellers: [shop]
            products: [other]
            discount: "30"
          - clause: 1
            kind: permits
            sellers: [firm]
            customers: [guest]
            setsAside: [2]
          - clause: 1
            kind: requires
            sellers: [shop]
            provided: Care.
            placedBy: 2001-05-14
      """;

  private static WrittenAgreement with(String words, String otherWords) {
    assertThat(MORE).contains(words);
    return new WrittenAgreement(
        WrittenAgreement.valid().text() + MORE.replaceFirst(words, otherWords));
  }

  /** The line of the file on which these words of the sections stand. */
  private static int line(String words) {
    String before = WrittenAgreement.valid().text() + MORE.substring(0, MORE.indexOf(words));
    return (int) before.chars().filter(character -> character == '\n').count() + 1;
  }

  @Test
  void both_sections_are_read() {
    Agreement agreement = with("Care", "Care").read();
    assertThat(agreement.promissoryNote())
        .isEqualTo(new PromissoryNoteTerms(2, new PartyId("shop"), new PartyId("firm"), 6, 180));
    Covenants covenants = agreement.covenants();
    assertThat(covenants.rules()).hasSize(5);
    assertThat(covenants.rules().getFirst().scope().products())
        .containsExactly(new ProductId("card"));
    assertThat(covenants.cards())
        .containsExactly(
            new Card(new ProductId("card"), "Card", new PartyId("guest")),
            new Card(new ProductId("other"), "Other", null));
    assertThat(WrittenAgreement.valid().read().promissoryNote()).isNull();
    assertThat(WrittenAgreement.valid().read().covenants()).isEqualTo(Covenants.NONE);
  }

  @Test
  void all_cards_that_somebody_services_are_meant_but_for_those_excepted() {
    String both = MORE.replace("name: Other", "name: Other\n      servicedBy: guest");
    assertThat(serviced(both)).containsExactly(new ProductId("card"), new ProductId("other"));
    String excepted =
        both.replace(
            "servicedBy: guest\n      customersOf",
            "servicedBy: guest\n      except: [card]\n      customersOf");
    assertThat(serviced(excepted)).containsExactly(new ProductId("other"));
  }

  private static @Nullable List<ProductId> serviced(String sections) {
    Agreement agreement = new WrittenAgreement(WrittenAgreement.valid().text() + sections).read();
    return agreement.covenants().rules().getFirst().scope().products();
  }

  static Stream<Arguments> note() {
    return Stream.of(
        arguments(
            "payee: firm",
            "payee: maker2",
            "promissoryNote.payee",
            "\"maker2\" is not a party or group of this file"),
        arguments(
            "payee: firm",
            "payee: shop",
            "promissoryNote",
            "shop and shop are not two sides: a party is on both"),
        arguments(
            "instalments: 6",
            "instalments: 0",
            "promissoryNote.instalments",
            "0 is not within 1 to 360"),
        arguments(
            "daysToFirst: 180",
            "daysToFirst: -1",
            "promissoryNote.daysToFirst",
            "-1 is not within 0 to 3650"),
        arguments(
            "clause: 2\n  maker",
            "clause: 9\n  maker",
            "promissoryNote.clause",
            "9 is not a clause of this file"));
  }

  static Stream<Arguments> namesAndCards() {
    return Stream.of(
        arguments(
            "    - id: guest",
            "    - id: shop",
            "covenants.companies[0].id",
            "\"shop\" is already a party, group or company in line 9"),
        arguments(
            "customerOf: \\[shop\\]",
            "customerOf: [nobody]",
            "covenants.companies[0].customerOf[0]",
            "\"nobody\" is not a party, group or company of this file"),
        arguments(
            "servicedBy: guest\n    - id: other",
            "servicedBy: nobody\n    - id: other",
            "covenants.cards[0].servicedBy",
            "\"nobody\" is not a party, group or company of this file"),
        arguments("      name: Other\n", "", "covenants.cards[1].name", "this key is missing"),
        arguments(
            "id: card\n",
            "id: card\n      name: Mine\n",
            "covenants.cards[0].name",
            "the product \"card\" has a name already"));
  }

  static Stream<Arguments> kinds() {
    String rules = "covenants.rules";
    return Stream.of(
        arguments(
            "kind: caps",
            "kind: limits",
            rules + "[2].kind",
            "\"limits\" is none of forbids, caps, permits, requires"),
        arguments(
            "      discount: \"30\"",
            "      provided: Care.",
            rules + "[2].provided",
            "unknown key; known here: clause, kind, sellers, products, servicedBy, except, customers, customersOf, discount"),
        arguments(
            "discount: \"30\"",
            "discount: 100",
            rules + "[2].discount",
            "\"100\" is not below 100 percent"),
        arguments("      provided: Care.\n", "", rules + "[4].provided", "this key is missing"),
        arguments(
            "placedBy: 2001-05-14",
            "placedBy: May",
            rules + "[4].placedBy",
            "\"May\" is not a date as YYYY-MM-DD"));
  }

  static Stream<Arguments> scopes() {
    String rules = "covenants.rules";
    return Stream.of(
        arguments(
            "products: \\[other\\]",
            "products: [none]",
            rules + "[2].products[0]",
            "\"none\" is not a product or card of this file"),
        arguments(
            "products: \\[other\\]",
            "except: [other]",
            rules + "[2].except",
            "except goes with servicedBy"),
        arguments(
            "products: \\[coin\\]",
            "products: [coin]\n      servicedBy: guest",
            rules + "[1].servicedBy",
            "either products or servicedBy, not both"),
        arguments(
            "servicedBy: guest\n      customersOf",
            "servicedBy: shop\n      customersOf",
            rules + "[0].servicedBy",
            "no other card of this file is serviced by shop"),
        arguments(
            "customersOf: shop",
            "customersOf: firm",
            rules + "[0].customersOf",
            "no company of this file is a customer of firm"));
  }

  static Stream<Arguments> betweenRules() {
    String rules = "covenants.rules";
    return Stream.of(
        arguments(
            "allowedFrom: 2002-05-16",
            "allowedFrom: 2002-05-17",
            rules + "[1]",
            "by the same clause coin may be invoiced from 2002-05-16: allowedFrom is another day"),
        arguments(
            "setsAside: \\[2\\]", "setsAside: [1]", rules + "[3]", "clause 1 sets itself aside"),
        arguments(
            "clause: 1\n      kind: permits",
            "clause: 2\n      kind: permits",
            rules + "[3]",
            "clause 2 sets itself aside"));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource({"note", "namesAndCards", "kinds", "scopes", "betweenRules"})
  void a_fault_is_told_with_its_key_path_and_its_reason(
      String words, String otherWords, String keyPath, String reason) {
    AgreementFileException fault =
        new WrittenAgreement(WrittenAgreement.valid().text() + MORE.replaceFirst(words, otherWords))
            .fault();
    assertThat(fault.keyPath()).isEqualTo(keyPath);
    assertThat(fault.reason()).isEqualTo(reason);
  }

  @Test
  void a_fault_is_told_with_its_line() {
    assertThat(with("instalments: 6", "instalments: x").fault().line())
        .isEqualTo(line("instalments: 6"));
    assertThat(with("kind: caps", "kind: limits").fault().line()).isEqualTo(line("kind: caps"));
  }

  @Test
  void a_clause_that_says_nothing_is_not_set_aside() {
    String text = WrittenAgreement.valid().text() + MORE;
    String nothing =
        text.replace(
            "kind: forbids\n      sellers: [firm]\n      products: [coin]\n      allowedFrom: 2002-05-16",
            "kind: permits\n      sellers: [firm]");
    assertThat(
            new WrittenAgreement(
                    nothing
                        .replace("kind: caps", "kind: permits")
                        .replace("      discount: \"30\"\n", ""))
                .fault()
                .reason())
        .isEqualTo("no rule of clause 2 forbids or caps anything to set aside");
  }

  private static Agreement made(@Nullable PromissoryNoteTerms note, Covenants covenants) {
    Agreement valid = WrittenAgreement.valid().read();
    return new Agreement(
        valid.id(),
        valid.title(),
        valid.effectiveDate(),
        valid.timeZone(),
        valid.currency(),
        valid.parties(),
        valid.groups(),
        valid.accounts(),
        valid.clauses(),
        valid.products(),
        note,
        covenants);
  }

  private static void assertRefused(Covenants covenants, String fault) {
    assertThatIllegalArgumentException().isThrownBy(() -> made(null, covenants)).withMessage(fault);
  }

  @Test
  void an_agreement_made_in_code_is_held_to_the_same() {
    PartyId shop = new PartyId("shop");
    PartyId nobody = new PartyId("nobody");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> made(new PromissoryNoteTerms(1, shop, nobody, 6, 180), Covenants.NONE))
        .withMessage("the note has an unknown payee");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> made(new PromissoryNoteTerms(1, nobody, shop, 6, 180), Covenants.NONE))
        .withMessage("the note has an unknown maker");
    PartyId maker = new PartyId("maker");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                made(new PromissoryNoteTerms(1, maker, new PartyId("firm"), 6, 0), Covenants.NONE))
        .withMessage("the note has a party on both sides");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> made(new PromissoryNoteTerms(3, shop, new PartyId("firm"), 6, 0), Covenants.NONE))
        .withMessage("there is no clause 3");
    assertRefused(
        new Covenants(List.of(new Company(shop, "Shop", List.of())), List.of(), List.of()),
        "there are two parties, groups or companies shop");
    CovenantScope ofNobody = new CovenantScope(List.of(nobody), null, null, null);
    assertRefused(
        new Covenants(List.of(), List.of(), List.of(new Covenant.Forbids(1, ofNobody, null))),
        "a covenant of clause 1 names somebody unknown");
    CovenantScope ofShop = new CovenantScope(List.of(shop), null, null, null);
    assertRefused(
        new Covenants(List.of(), List.of(), List.of(new Covenant.Forbids(3, ofShop, null))),
        "there is no clause 3");
    CovenantScope coins =
        new CovenantScope(List.of(shop), List.of(new ProductId("coin")), null, null);
    LocalDate otherDay = LocalDate.of(2003, 1, 1);
    assertRefused(
        new Covenants(List.of(), List.of(), List.of(new Covenant.Forbids(2, coins, otherDay))),
        "by the same clause coin may be invoiced from 2002-05-16: allowedFrom is another day");
  }
}
