package tradecredit.upkeep;

import java.time.Duration;

/**
 * What is done again and again while the service is up. Replicas may do it at once, and it may come
 * late: nothing is decided by when it is done.
 */
public interface Upkeep {

  /** How long after the start it is done first, and how long after each time again. */
  Duration interval();

  /** Does what there is to do now. What it throws is logged, and the next time comes. */
  void run();
}
