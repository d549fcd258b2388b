package tradecredit.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementFileFaultsTest {

  @Test
  void the_message_names_file_line_key_path_and_reason() {
    AgreementFileException fault = WrittenAgreement.valid().with(30, "\"500.00\"", "50000").fault();
    assertThat(fault)
        .hasMessage(
            "test.yml, line 30, accounts[1].terms.creditLimit: "
                + "\"50000\" is not an amount with two decimals");
    assertThat(fault.file()).isEqualTo("test.yml");
  }

  @ParameterizedTest(name = "line {0}: {1} -> {2}")
  @MethodSource({
    "keys",
    "kinds",
    "figures",
    "datesAndNames",
    "ids",
    "members",
    "reservedIds",
    "sides",
    "references",
    "clauses"
  })
  void a_fault_is_told_with_its_line_its_key_path_and_its_reason(
      int line, String words, String otherWords, String keyPath, String reason) {
    AgreementFileException fault = WrittenAgreement.valid().with(line, words, otherWords).fault();
    assertThat(fault.keyPath()).isEqualTo(keyPath);
    assertThat(fault.line()).isEqualTo(line);
    assertThat(fault.reason()).isEqualTo(reason);
  }

  static Stream<Arguments> keys() {
    String accountKeys = "unknown key; known here: id, supplier, buyer, clause, terms";
    String termsKeys =
        "unknown key; known here:"
            + " creditLimit, netDays, discounts, requiresGoodStanding, thresholds";
    String missing = "this key is missing";
    return Stream.of(
        arguments(
            2,
            "title",
            "tittle",
            "tittle",
            "unknown key; known here: id, title, effectiveDate, timeZone, currency, parties,"
                + " accounts, clauses, products, groups, promissoryNote, covenants"),
        arguments(18, "buyer", "payer", "accounts[0].payer", accountKeys),
        arguments(30, "creditLimit", "creditLimt", "accounts[1].terms.creditLimt", termsKeys),
        arguments(30, "creditLimit", "<<", "accounts[1].terms.\"<<\"", termsKeys),
        arguments(1, "id: test\n", "", "id", missing),
        arguments(7, "id: maker\n    name", "name", "parties[0].id", missing),
        arguments(12, "    name: Firm\n", "", "groups[0].name", missing),
        arguments(16, "    clause: 1\n", "", "accounts[0].clause", missing),
        arguments(30, "      netDays: 30\n", "", "accounts[1].terms.netDays", missing),
        arguments(37, "    name: Card\n", "", "products[0].name", missing),
        arguments(44, "      reason: Not yet.\n", "", "products[1].restriction.reason", missing),
        arguments(48, "    how: Accounts.\n", "", "clauses[0].how", missing),
        arguments(
            23,
            "discounts: {}",
            "netDays: 7\n      discounts: {}",
            "accounts[0].terms.netDays",
            "this key is already in line 22"),
        arguments(
            34,
            "requiresGoodStanding",
            "  card: \"20\"\n      requiresGoodStanding",
            "accounts[1].terms.discounts.card",
            "this key is already in line 33"),
        arguments(2, "title: Test", "? [a]\n: b", "", "expected a key, found a list"));
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments(2, "Test", "", "title", "expected text, found nothing"),
        arguments(2, "Test", "~", "title", "expected text, found nothing"),
        arguments(2, "Test", "' '", "title", "the text is blank"),
        arguments(2, "Test", "2001", "title", "expected text, found the number \"2001\""),
        arguments(2, "Test", "yes", "title", "expected text, found the boolean \"yes\""),
        arguments(2, "Test", "2001-05-16", "title", "expected text, found the date \"2001-05-16\""),
        arguments(2, "Test", "[a]", "title", "expected text, found a list"),
        arguments(14, "[maker]", "maker", "groups[0].members", "expected a list, found \"maker\""),
        arguments(14, "[maker]", "[]", "groups[0].members", "the list is empty"),
        arguments(
            14, "[maker]", "{a: b}", "groups[0].members", "expected a list, found keys and values"),
        arguments(39, "[shop-to-maker]", "[]", "products[0].soldOn", "the list is empty"),
        arguments(
            23,
            "{}",
            "[]",
            "accounts[0].terms.discounts",
            "expected keys and values, found a list"),
        arguments(
            24,
            "true",
            "\"true\"",
            "accounts[0].terms.requiresGoodStanding",
            "expected true or false, found \"true\""),
        arguments(
            24,
            "true",
            "yes",
            "accounts[0].terms.requiresGoodStanding",
            "\"yes\" is neither true nor false"),
        arguments(3, "2001-05-16", "[]", "effectiveDate", "expected a date, found a list"));
  }

  static Stream<Arguments> figures() {
    String limit = "accounts[0].terms.creditLimit";
    String netDays = "accounts[0].terms.netDays";
    String discount = "accounts[1].terms.discounts.card";
    String thresholds = "accounts[1].terms.thresholds";
    return Stream.of(
        arguments(21, "\"500.00\"", "-500.00", limit, "\"-500.00\" is negative"),
        arguments(21, "\"500.00\"", "500.5", limit, "\"500.5\" is not an amount with two decimals"),
        arguments(21, "\"500.00\"", "1_000.00", limit, "\"1_000.00\" is not a decimal amount"),
        arguments(21, "\"500.00\"", "true", limit, "expected a figure, found the boolean \"true\""),
        arguments(21, "\"500.00\"", "{}", limit, "expected a figure, found keys and values"),
        arguments(22, "21", "-1", netDays, "-1 is not within 0 to 365"),
        arguments(22, "21", "366", netDays, "366 is not within 0 to 365"),
        arguments(22, "21", "0x15", netDays, "\"0x15\" is not a whole number"),
        arguments(22, "21", "021", netDays, "\"021\" is not a whole number"),
        arguments(22, "21", "99999999999", netDays, "\"99999999999\" is not a whole number"),
        arguments(22, "21", "21.5", netDays, "expected a whole number, found the number \"21.5\""),
        arguments(22, "21", "'21'", netDays, "expected a whole number, found \"21\""),
        arguments(33, "\"33.33\"", "33.333", discount, "\"33.333\" has more than two decimals"),
        arguments(33, "\"33.33\"", "100", discount, "\"100\" is not below 100 percent"),
        arguments(33, "\"33.33\"", "current", discount, "\"current\" is not a percentage"),
        arguments(35, "[50, 100]", "[]", thresholds, "the list is empty"),
        arguments(35, "100", "101", thresholds + "[1]", "101 is not within 1 to 100"),
        arguments(
            35,
            "[50, 100]",
            "[95, 80]",
            thresholds,
            "the thresholds [95, 80] are not ascending percents from 1 to 100"));
  }

  static Stream<Arguments> datesAndNames() {
    return Stream.of(
        arguments(
            3,
            "2001-05-16",
            "2001-5-16",
            "effectiveDate",
            "\"2001-5-16\" is not a date as YYYY-MM-DD"),
        arguments(
            3,
            "2001-05-16",
            "2001-02-30",
            "effectiveDate",
            "\"2001-02-30\" is not a date as YYYY-MM-DD"),
        arguments(
            3,
            "2001-05-16",
            "16 May 2001",
            "effectiveDate",
            "\"16 May 2001\" is not a date as YYYY-MM-DD"),
        arguments(
            45,
            "2002-05-16",
            "soon",
            "products[1].restriction.allowedFrom",
            "\"soon\" is not a date as YYYY-MM-DD"),
        arguments(
            4,
            "America/New_York",
            "America/NewYork",
            "timeZone",
            "\"America/NewYork\" is not a time zone"),
        arguments(5, "USD", "Dollars", "currency", "\"Dollars\" is not an ISO 4217 currency"),
        arguments(5, "USD", "JPY", "currency", "\"JPY\" is not a currency of two decimals"));
  }

  static Stream<Arguments> reservedIds() {
    String reserved = "\"operator\" names who runs the service; no party or group can have that id";
    return Stream.of(
        arguments(7, "maker", "operator", "parties[0].id", reserved),
        arguments(12, "firm", "operator", "groups[0].id", reserved));
  }

  static Stream<Arguments> ids() {
    String slug = ": 1 to 64 of a-z, 0-9 and -, beginning with a letter or a digit";
    return Stream.of(
        arguments(1, "test", "Te st", "id", "\"Te st\" is not an agreement id" + slug),
        arguments(7, "maker", "Maker", "parties[0].id", "\"Maker\" is not a party id" + slug),
        arguments(
            16, "maker-to-shop", "a/b", "accounts[0].id", "\"a/b\" is not an account id" + slug),
        arguments(37, "card", "-card", "products[0].id", "\"-card\" is not a product id" + slug),
        arguments(
            33,
            "card",
            "Card",
            "accounts[1].terms.discounts.Card",
            "\"Card\" is not a product id" + slug),
        arguments(
            9, "shop", "maker", "parties[1].id", "\"maker\" is already a party or group in line 7"),
        arguments(
            12, "firm", "shop", "groups[0].id", "\"shop\" is already a party or group in line 9"),
        arguments(
            25,
            "shop-to-maker",
            "maker-to-shop",
            "accounts[1].id",
            "\"maker-to-shop\" is already an account in line 16"),
        arguments(40, "coin", "card", "products[1].id", "\"card\" is already a product in line 37"),
        arguments(
            39,
            "[shop-to-maker]",
            "[shop-to-maker, shop-to-maker]",
            "products[0].soldOn[1]",
            "\"shop-to-maker\" is already in this list in line 39"));
  }

  static Stream<Arguments> members() {
    return Stream.of(
        arguments(
            14,
            "[maker]",
            "[maker, maker]",
            "groups[0].members[1]",
            "\"maker\" is already a member of this group in line 14"),
        arguments(
            11,
            "groups:\n  - id: firm\n    name: Firm\n    members: [maker]\n",
            "groups: [{id: one, name: One, members: [maker]}, {id: firm, name: Firm, members: [maker]}]\n",
            "groups[1].members[0]",
            "\"maker\" is already a member of a group in line 11"));
  }

  static Stream<Arguments> sides() {
    return Stream.of(
        arguments(
            14,
            "[maker]",
            "[nobody]",
            "groups[0].members[0]",
            "\"nobody\" is not a party of this file"),
        arguments(
            14,
            "[maker]",
            "[firm]",
            "groups[0].members[0]",
            "\"firm\" is not a party of this file"),
        arguments(
            17,
            "firm",
            "nobody",
            "accounts[0].supplier",
            "\"nobody\" is not a party or group of this file"),
        arguments(
            18,
            "shop",
            "nobody",
            "accounts[0].buyer",
            "\"nobody\" is not a party or group of this file"),
        arguments(
            16,
            "buyer: shop",
            "buyer: firm",
            "accounts[0]",
            "firm and firm are not two sides: a party is on both"),
        arguments(
            16,
            "buyer: shop",
            "buyer: maker",
            "accounts[0]",
            "firm and maker are not two sides: a party is on both"));
  }

  static Stream<Arguments> references() {
    return Stream.of(
        arguments(19, "1", "3", "accounts[0].clause", "3 is not a clause of this file"),
        arguments(19, "1", "0", "accounts[0].clause", "0 is not a clause of this file"),
        arguments(
            33,
            "card",
            "note",
            "accounts[1].terms.discounts.note",
            "\"note\" is not a product of this file"),
        arguments(
            23,
            "{}",
            "{card: 30}",
            "accounts[0].terms.discounts.card",
            "\"card\" is not sold on maker-to-shop"),
        arguments(
            39,
            "shop-to-maker",
            "nowhere",
            "products[0].soldOn[0]",
            "\"nowhere\" is not an account of this file"),
        arguments(
            44,
            "clause: 2",
            "clause: 3",
            "products[1].restriction.clause",
            "3 is not a clause of this file"));
  }

  static Stream<Arguments> clauses() {
    String expected = "clauses are numbered from 1 without gaps: expected ";
    return Stream.of(
        arguments(48, "1", "2", "clauses[0].number", expected + "1 here"),
        arguments(52, "2", "3", "clauses[1].number", expected + "2 here"),
        arguments(52, "2", "1", "clauses[1].number", expected + "2 here"),
        arguments(
            50,
            "enforced",
            "Enforced",
            "clauses[0].treatment",
            "\"Enforced\" is none of enforced, recorded, outside"));
  }
}
