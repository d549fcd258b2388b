package tradecredit.agreement;

import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import tradecredit.money.Quoted;

/**
 * The agreement as its operator writes it: {@code config/agreement.yml}, whose comments say what
 * each key means.
 */
public final class AgreementFile {

  private static final List<String> KEYS =
      List.of(
          "id",
          "title",
          "effectiveDate",
          "timeZone",
          "currency",
          "parties",
          "accounts",
          "clauses",
          "products");
  private static final List<String> OPTIONAL_KEYS =
      List.of("groups", "promissoryNote", "covenants");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private AgreementFile() {}

  /**
   * Reads an agreement. Nothing is guessed: what the file has to say and does not, says twice, or
   * says with a key that is not known, is a fault. The first fault found is thrown; the caller
   * closes the reader.
   *
   * @param fileName what messages call the file
   * @param text its YAML, at most 256 Ki characters, without aliases and tags; bytes that are no
   *     character are best replaced by U+FFFD, as an {@link java.io.InputStreamReader} does, since
   *     then their line is told
   * @throws AgreementFileException at the first fault, with its line, key path and reason
   * @throws java.io.UncheckedIOException if the text cannot be read
   */
  public static Agreement read(String fileName, Reader text) {
    YamlMapping root = YamlDocument.read(fileName, text).mapping(KEYS, OPTIONAL_KEYS);
    AgreementId id = root.get("id").text(AgreementId::new);
    String title = root.get("title").text();
    LocalDate effectiveDate = date(root.get("effectiveDate"));
    ZoneId timeZone = root.get("timeZone").text(AgreementFile::timeZone);
    Currency currency = root.get("currency").text(AgreementFile::currency);

    // Each section resolves the names that those before it declared.
    PartiesSection parties = PartiesSection.read(root);
    ClausesSection clauses = ClausesSection.read(root.get("clauses"));
    Declarations<AccountId> accountIds = AccountsSection.declare(root.get("accounts"));
    ProductsSection products = ProductsSection.read(root.get("products"), accountIds, clauses);
    List<TradingAccount> accounts =
        new AccountsSection(parties, clauses, products).read(root.get("accounts"));
    PromissoryNoteTerms note = NoteSection.read(root, parties, clauses);
    Covenants covenants = new CovenantsSection(parties, clauses, products).read(root);

    return root.self()
        .located(
            () ->
                new Agreement(
                    id,
                    title,
                    effectiveDate,
                    timeZone,
                    currency,
                    parties.parties(),
                    parties.groups(),
                    accounts,
                    clauses.clauses(),
                    products.products(),
                    note,
                    covenants));
  }

  /** Reads a day of the calendar. */
  static LocalDate date(YamlNode place) {
    String text = place.date();
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException notInTheCalendar) {
      // Such as 2001-02-30: the fault below says all there is to say.
    }
    throw place.fault(Quoted.of(text) + " is not a date as YYYY-MM-DD");
  }

  private static ZoneId timeZone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(Quoted.of(text) + " is not a time zone", unknown);
    }
  }

  private static Currency currency(String text) {
    Currency currency;
    try {
      currency = Currency.getInstance(text);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(Quoted.of(text) + " is not an ISO 4217 currency", unknown);
    }
    return Agreement.checkDecimals(currency);
  }
}
