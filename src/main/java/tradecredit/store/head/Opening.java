package tradecredit.store.head;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditTrail;
import tradecredit.access.Permission;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.Terms;
import tradecredit.agreement.TradingAccount;
import tradecredit.ledger.EntryChain;
import tradecredit.ledger.TermsVersion;
import tradecredit.platform.UnavailableException;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.SqlFaults;
import tradecredit.store.sql.Transactions;
import tradecredit.store.sql.WriteGroup;

/**
 * Opens the book for the agreement at start: a head and the agreement's own terms for each account
 * that has none. Terms, sides, a currency and a time zone that differ from the book's are taken
 * over as long as nothing was decided under them; later they stop the start, because from then on
 * terms change by amendment, and who owes whom, in what, and which day it was at an instant, does
 * not change. So does a file that leaves an account in use out, or is of another agreement than a
 * note in use. Replicas may start at once: the loser of a race tries again and finds it done.
 *
 * <p>It does so when there are {@link Transactions}, before anybody has them: whoever reads or
 * writes the book finds it open.
 */
@Singleton
final class Opening implements BeanCreatedEventListener<Transactions> {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final int ATTEMPTS = 5;

  /** What stands for the currency or time zone of a book that was begun before it was kept. */
  private static final String NOT_KEPT = "";

  private static final String DAY_IS_KNOWN =
      "SELECT COUNT(*) FROM business_day WHERE agreement_id = ?";
  private static final String NEW_DAY =
      "INSERT INTO business_day (agreement_id, business_date) VALUES (?, ?)";

  /** Locked before the heads are, as whoever seals an instant does. */
  private static final String MEASURES =
      "SELECT currency, time_zone FROM business_day WHERE agreement_id = ?";

  private static final String SET_MEASURES =
      "UPDATE business_day SET currency = ?, time_zone = ? WHERE agreement_id = ?";

  /** Of whichever agreement: a file with another id must not hide them. */
  private static final String NOTES_IN_USE =
      "SELECT agreement_id FROM note_head WHERE last_decision > 0 ORDER BY agreement_id";

  /** Locked, so that nothing is decided under terms that are being replaced. */
  private static final String HEADS =
      "SELECT agreement_id, last_decision, terms_version FROM account_head WHERE account_id = ?";

  /** What the business date is by what was decided, in whichever mode that was. */
  private static final String LATEST_DAY =
      """
      SELECT MAX(s.business_date) AS business_date FROM (
        SELECT d.business_date FROM business_day d WHERE d.agreement_id = ?
        UNION ALL SELECT h.business_date FROM account_head h WHERE h.agreement_id = ?
        UNION ALL SELECT n.business_date FROM note_head n WHERE n.agreement_id = ?) s""";

  /** Of whichever agreement, too. */
  private static final String ACCOUNTS_IN_USE =
      "SELECT account_id FROM account_head WHERE last_decision > 0 ORDER BY account_id";

  /** No business date is before the agreement; it moves on with a file that begins later. */
  private static final String NOT_BEFORE =
      "UPDATE business_day SET business_date = ? WHERE agreement_id = ? AND business_date < ?";

  private static final String NEW_BEGINNING =
      """
      UPDATE account_head SET terms_version = ?, business_date = GREATEST(business_date, CAST(? AS DATE))
      WHERE account_id = ?""";

  private static final String NEW_HEAD =
      """
      INSERT INTO account_head (account_id, agreement_id, business_date, balance, last_sequence, last_hash, recorded_at,
        terms_version, past_due, disputed_amount, unapplied_credit, shortfall, standing, last_decision, last_event,
        last_standing_change)
      SELECT ?, ?, ?, 0, 0, ?, instant, 1, 0, 0, 0, 0, 'good', 0, 0, 0 FROM database_clock""";

  private final Agreement agreement;
  private final BookClock clock;

  Opening(Agreement agreement, BookClock clock) {
    this.agreement = agreement;
    this.clock = clock;
  }

  @Override
  public Transactions onCreated(BeanCreatedEvent<Transactions> event) {
    open(event.getBean());
    return event.getBean();
  }

  private record Head(String agreementId, long decisions, int termsVersion) {}

  /** The book's currency, and the time zone of its days. */
  private record Measures(String currency, String timeZone) {}

  private void open(Transactions transactions) {
    for (int attempt = 1; ; attempt++) {
      try {
        transactions.write(
            connection -> {
              openAll(connection);
              return agreement;
            });
        return;
      } catch (RuntimeException fault) {
        if (attempt == ATTEMPTS || !mayPass(fault)) {
          throw fault;
        }
        LOG.info("The book cannot be opened at this moment, trying again: {}", fault.getMessage());
      }
    }
  }

  /**
   * Another replica is opening it, or an instance that vanished holds a head until the database
   * gives its transaction up.
   */
  private static boolean mayPass(RuntimeException fault) {
    return fault instanceof UnavailableException || SqlFaults.isDuplicate(fault);
  }

  private void openAll(Connection connection) throws SQLException {
    String id = agreement.id().value();
    // Locked in the order of their ids, as whoever posts to both accounts does.
    List<TradingAccount> accounts =
        agreement.accounts().stream()
            .sorted(Comparator.comparing(account -> account.id().value()))
            .toList();
    AuditTable.open(connection, AuditTrail.REST);
    for (TradingAccount account : accounts) {
      AuditTable.open(connection, account.id().value());
    }
    if (Sql.one(connection, DAY_IS_KNOWN, row -> row.getLong(1), id) == 0) {
      Sql.update(connection, NEW_DAY, id, agreement.effectiveDate());
    }
    Sql.update(connection, NOT_BEFORE, agreement.effectiveDate(), id, agreement.effectiveDate());
    if (clock.isTurnedByHand()) {
      catchUp(connection);
    }
    Measures begun =
        Sql.one(connection, MEASURES + HeadTable.toMove(connection), Opening::measures, id);
    for (TradingAccount account : accounts) {
      open(connection, account);
    }
    List<String> inUse = Sql.list(connection, ACCOUNTS_IN_USE, row -> row.getString("account_id"));
    List<String> notes = Sql.list(connection, NOTES_IN_USE, row -> row.getString("agreement_id"));
    refuseToForget(inUse);
    refuseToForgetNotes(notes);
    compare(connection, begun, !inUse.isEmpty() || !notes.isEmpty());
    new NoteOpening(connection, agreement).open();
  }

  /**
   * Turns the business date to the latest day that an account or the note has seen: after a time in
   * {@code system} mode the day that was last set is before days that decisions were made on.
   */
  private void catchUp(Connection connection) throws SQLException {
    String id = agreement.id().value();
    LocalDate seen =
        Sql.one(connection, LATEST_DAY, row -> Sql.date(row, "business_date"), id, id, id);
    if (clock.turn(connection, seen)) {
      AuditTable.append(connection, AuditTrail.REST, List.of(turnedTo(seen)));
      LOG.info(
          "The business date is {}: so late a day was seen while it was not set by hand", seen);
    }
  }

  private static AuditEvent turnedTo(LocalDate seen) {
    return AuditEvent.byService(
        Permission.TURN_BUSINESS_DATE.wireName(),
        "business-date",
        AuditEvent.Outcome.DONE,
        AuditEvent.EVERYONE,
        "to " + seen + ", which was seen while the date was not set by hand");
  }

  private static Measures measures(ResultSet row) throws SQLException {
    return new Measures(
        Objects.requireNonNullElse(row.getString("currency"), NOT_KEPT),
        Objects.requireNonNullElse(row.getString("time_zone"), NOT_KEPT));
  }

  /**
   * A book that is older than these columns takes the file's values from now on; see migrations 15
   * and 21.
   */
  private void compare(Connection connection, Measures begun, boolean inUse) throws SQLException {
    Measures written =
        new Measures(agreement.currency().getCurrencyCode(), agreement.timeZone().getId());
    if (inUse) {
      refuseOther(
          "currency",
          written.currency(),
          begun.currency(),
          "what is owed in a book in use does not change its currency");
      refuseOther(
          "timeZone",
          written.timeZone(),
          begun.timeZone(),
          "which day it was when something was known does not change in a book in use");
    }
    if (!begun.equals(written)) {
      Sql.update(
          connection, SET_MEASURES, written.currency(), written.timeZone(), agreement.id().value());
    }
  }

  private static void refuseOther(String key, String written, String begun, String why) {
    if (!begun.equals(NOT_KEPT) && !begun.equals(written)) {
      throw new IllegalStateException(
          "%s: the agreement file says %s, but the book was begun in %s; %s"
              .formatted(key, written, begun, why));
    }
  }

  /**
   * Refuses a file without an account in use: nobody could read what is owed on it any more, and
   * its days would not end. One that was never used may go, and comes back as it was.
   */
  private void refuseToForget(List<String> inUse) {
    List<String> forgotten =
        inUse.stream().filter(account -> agreement.accountNamed(account).isEmpty()).toList();
    if (!forgotten.isEmpty()) {
      throw new IllegalStateException(
          "the agreement file has no account %s, but the book has, and it is in use; an account in use keeps its id and its place in the file, or nobody could see what is owed on it"
              .formatted(String.join(", ", forgotten)));
    }
  }

  /** The same of a recorded note, which goes by the id of its agreement. */
  private void refuseToForgetNotes(List<String> notes) {
    List<String> forgotten =
        notes.stream().filter(id -> !agreement.id().value().equals(id)).toList();
    if (!forgotten.isEmpty()) {
      throw new IllegalStateException(
          "the agreement file is of %s, but the book has the promissory note of %s, and it is in use; the agreement of a note in use keeps its id, or nobody could see what is owed on it"
              .formatted(agreement.id(), String.join(", ", forgotten)));
    }
  }

  private void open(Connection connection, TradingAccount account) throws SQLException {
    String id = account.id().value();
    List<Head> heads =
        Sql.list(
            connection,
            HEADS + HeadTable.toMove(connection),
            row ->
                new Head(
                    row.getString("agreement_id"),
                    row.getLong("last_decision"),
                    row.getInt("terms_version")),
            id);
    if (heads.isEmpty()) {
      Sql.update(
          connection,
          NEW_HEAD,
          id,
          agreement.id().value(),
          agreement.effectiveDate(),
          EntryChain.GENESIS);
      writeTerms(connection, account, 1);
      LOG.info("Opened account {}: {}", account.id(), inWords(account.terms()));
    } else {
      compare(connection, account, heads.getFirst());
    }
    SidesTable.OF_ACCOUNTS.compare(
        connection,
        id,
        new SidesTable.CreditorAndDebtor(account.supplier(), account.buyer()),
        !heads.isEmpty() && heads.getFirst().decisions() > 0);
  }

  private void compare(Connection connection, TradingAccount account, Head head)
      throws SQLException {
    if (!head.agreementId().equals(agreement.id().value())) {
      throw new IllegalStateException(
          "account %s belongs to agreement %s in this database, not to %s"
              .formatted(account.id(), head.agreementId(), agreement.id()));
    }
    TermsVersion first =
        TermsStore.load(connection, account.id(), head.termsVersion()).versions().getFirst();
    boolean same =
        first.terms().equals(account.terms())
            && first.effectiveDate().equals(agreement.effectiveDate());
    if (same) {
      return;
    }
    if (head.decisions() > 0) {
      throw new IllegalStateException(
          "account %s: the agreement file says %s from %s, but the book was begun with %s from %s; terms of a book in use change by amendment"
              .formatted(
                  account.id(),
                  inWords(account.terms()),
                  agreement.effectiveDate(),
                  inWords(first.terms()),
                  first.effectiveDate()));
    }
    Sql.update(connection, "DELETE FROM terms_discount WHERE account_id = ?", account.id().value());
    Sql.update(connection, "DELETE FROM terms WHERE account_id = ?", account.id().value());
    writeTerms(connection, account, head.termsVersion() + 1);
    Sql.update(
        connection,
        NEW_BEGINNING,
        head.termsVersion() + 1,
        agreement.effectiveDate(),
        account.id().value());
    LOG.info(
        "Account {} is still unused; it now has the file's terms: {}",
        account.id(),
        inWords(account.terms()));
  }

  private void writeTerms(Connection connection, TradingAccount account, int version)
      throws SQLException {
    WriteGroup group = new WriteGroup(account.id().value());
    TermsVersion agreed =
        new TermsVersion(version, agreement.effectiveDate(), account.terms(), null);
    TermsTable.add(group, agreed, clock.now(connection).instant());
    group.execute(connection);
  }

  private static String inWords(Terms terms) {
    return "limit %s, net %d days, discounts %s, good standing %s, thresholds %s"
        .formatted(
            terms.creditLimit(),
            terms.netDays(),
            terms.discounts().isEmpty() ? "current" : terms.discounts(),
            terms.requiresGoodStanding() ? "required" : "not required",
            terms.thresholds());
  }
}
