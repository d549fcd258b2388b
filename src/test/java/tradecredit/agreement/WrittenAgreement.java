package tradecredit.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;

/** A small agreement file without fault, for tests to spoil in one place. */
record WrittenAgreement(String text) {

  private static final String VALID =
      """
      id: test
      title: Test
      effectiveDate: 2001-05-16
      timeZone: America/New_York
      currency: USD
      parties:
        - id: maker
          name: Maker, Inc.
        - id: shop
          name: Shop, Inc.
      groups:
        - id: firm
          name: Firm
          members: [maker]
      accounts:
        - id: maker-to-shop
          supplier: firm
          buyer: shop
          clause: 1
          terms:
            creditLimit: "500.00"
            netDays: 21
            discounts: {}
            requiresGoodStanding: true
        - id: shop-to-maker
          supplier: shop
          buyer: maker
          clause: 1
          terms:
            creditLimit: "500.00"
            netDays: 30
            discounts:
              card: "33.33"
            requiresGoodStanding: false
            thresholds: [50, 100]
      products:
        - id: card
          name: Card
          soldOn: [shop-to-maker]
        - id: coin
          name: Coin
          soldOn: [maker-to-shop, shop-to-maker]
          restriction:
            clause: 2
            allowedFrom: 2002-05-16
            reason: Not yet.
      clauses:
        - number: 1
          summary: Trade.
          treatment: enforced
          how: Accounts.
        - number: 2
          summary: Wait.
          treatment: recorded
          how: Not at all.
      """;

  static WrittenAgreement valid() {
    return new WrittenAgreement(VALID);
  }

  /** Puts other words in place of the first such words after the beginning of a given line. */
  WrittenAgreement with(int line, String words, String otherWords) {
    int start = 0;
    for (int before = 1; before < line; before++) {
      start = text.indexOf('\n', start) + 1;
    }
    int at = text.indexOf(words, start);
    assertThat(at).as("%s in or after line %d", words, line).isNotNegative();
    return new WrittenAgreement(
        text.substring(0, at) + otherWords + text.substring(at + words.length()));
  }

  Agreement read() {
    return AgreementFile.read("test.yml", new StringReader(text));
  }

  /** The fault for which the file is refused. */
  AgreementFileException fault() {
    AgreementFileException fault = catchThrowableOfType(AgreementFileException.class, this::read);
    assertThat(fault).as("the refusal of the file").isNotNull();
    return fault;
  }
}
