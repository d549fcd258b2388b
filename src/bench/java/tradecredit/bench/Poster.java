package tradecredit.bench;

import java.io.IOException;
import java.sql.SQLException;

/** One connection that posts again and again. Used by one thread. */
interface Poster extends AutoCloseable {

  /** Posts, and returns once that is durable how many invoices it was, or throws. */
  int post() throws IOException, SQLException;

  @Override
  void close() throws IOException, SQLException;

  /** Opens posters. */
  @FunctionalInterface
  interface Source {
    Poster open() throws IOException, SQLException;
  }
}
