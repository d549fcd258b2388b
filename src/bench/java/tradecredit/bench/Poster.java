package tradecredit.bench;

import java.io.IOException;
import java.sql.SQLException;

/** One connection that posts one invoice after another. Used by one thread. */
interface Poster extends AutoCloseable {

  /** Posts one invoice and returns once it is durable, or throws. */
  void post() throws IOException, SQLException;

  @Override
  void close() throws IOException, SQLException;

  /** Opens posters. */
  @FunctionalInterface
  interface Source {
    Poster open() throws IOException, SQLException;
  }
}
