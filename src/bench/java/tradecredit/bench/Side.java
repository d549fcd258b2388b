package tradecredit.bench;

import java.time.Duration;

/** One side of a comparison: something that can be driven over a number of connections. */
interface Side {

  /**
   * Drives it at full speed: each connection asks, waits for its answer, and asks again. Fails on
   * the first answer that is not as expected.
   */
  Window run(int connections, Duration length, Costs costs) throws Exception;
}
