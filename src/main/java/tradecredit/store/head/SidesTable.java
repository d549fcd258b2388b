package tradecredit.store.head;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tradecredit.agreement.PartyId;
import tradecredit.store.sql.Sql;

/**
 * Who owes whom: taken from the agreement file as long as nothing was decided, and the book's own
 * from then on. Whoever stood on one side must not find itself on the other.
 */
record SidesTable(String name, String id, String creditor, String debtor) {

  /** The two sides of each account. */
  static final SidesTable OF_ACCOUNTS =
      new SidesTable("account_sides", "account_id", "supplier", "buyer");

  /** The two sides of the promissory note. */
  static final SidesTable OF_NOTES = new SidesTable("note_sides", "agreement_id", "payee", "maker");

  /** Who is owed, and who owes. */
  record CreditorAndDebtor(PartyId creditor, PartyId debtor) {}

  /**
   * Compares what the file says with the book, and writes it where it is missing or nothing was
   * decided yet. The head is there and locked.
   *
   * @throws IllegalStateException where the book is in use and says otherwise
   */
  void compare(Connection connection, String of, CreditorAndDebtor written, boolean inUse)
      throws SQLException {
    List<CreditorAndDebtor> found =
        Sql.list(
            connection,
            "SELECT %s, %s FROM %s WHERE %s = ?".formatted(creditor, debtor, name, id),
            row ->
                new CreditorAndDebtor(new PartyId(row.getString(1)), new PartyId(row.getString(2))),
            of);
    if (found.isEmpty()) {
      Sql.update(
          connection,
          "INSERT INTO %s (%s, %s, %s) VALUES (?, ?, ?)".formatted(name, creditor, debtor, id),
          written.creditor().value(),
          written.debtor().value(),
          of);
    } else if (!found.getFirst().equals(written)) {
      if (inUse) {
        throw new IllegalStateException(
            "%s: the agreement file says %s, but the book was begun with %s; who owes whom does not change in a book in use"
                .formatted(of, inWords(written), inWords(found.getFirst())));
      }
      Sql.update(
          connection,
          "UPDATE %s SET %s = ?, %s = ? WHERE %s = ?".formatted(name, creditor, debtor, id),
          written.creditor().value(),
          written.debtor().value(),
          of);
    }
  }

  private String inWords(CreditorAndDebtor sides) {
    return "%s %s, %s %s".formatted(creditor, sides.creditor(), debtor, sides.debtor());
  }
}
