package tradecredit.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Many connections that one thread drives, so that the driver takes as little as it can of the
 * cores that it shares with what it measures.
 *
 * @param <E> what a connection asks
 */
final class Channels<E> implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BUFFER = 1 << 16;
  private static final long LOOK_MILLIS = 20;

  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final List<Driven<E>> all = new ArrayList<>();
  private final Answered<E> answered;

  /**
   * None yet.
   *
   * @param answered takes what is answered
   */
  Channels(Answered<E> answered) throws IOException {
    this.selector = Selector.open();
    this.answered = answered;
  }

  /** A connection and what it asks. */
  record Driven<E>(HttpChannel channel, E exchange) {}

  /** Takes the answer of a connection, whole since {@code ended}, by {@link System#nanoTime}. */
  @FunctionalInterface
  interface Answered<E> {
    void take(Driven<E> connection, long ended) throws IOException;
  }

  /** Opens one more. */
  void open(int port, E exchange) throws IOException {
    HttpChannel channel = new HttpChannel(port, selector);
    Driven<E> driven = new Driven<>(channel, exchange);
    channel.belongsTo(driven);
    all.add(driven);
  }

  /** All of them, in the order of their opening. */
  List<Driven<E>> all() {
    return Collections.unmodifiableList(all);
  }

  /** Goes on with what is possible now, or will be within so many milliseconds. */
  void turn(long millis) throws IOException {
    if (millis == 0) {
      selector.selectNow();
    } else {
      selector.select(millis);
    }
    for (SelectionKey key : selector.selectedKeys()) {
      @SuppressWarnings("unchecked") // belongsTo
      Driven<E> driven = (Driven<E>) key.attachment();
      if (driven.channel().proceed(buffer)) {
        answered.take(driven, System.nanoTime());
      }
    }
    selector.selectedKeys().clear();
  }

  /** Goes on until something is so. */
  void turnUntil(BooleanSupplier so) throws IOException {
    while (!so.getAsBoolean()) {
      turn(LOOK_MILLIS);
    }
  }

  /** Goes on until everything is answered, which takes a minute at most. */
  void drain(BooleanSupplier answeredAll) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answeredAll.getAsBoolean()) {
      turn(LOOK_MILLIS);
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("some requests are still unanswered after " + PATIENCE);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Driven<E> driven : all) {
      driven.channel().close();
    }
    selector.close();
  }
}
