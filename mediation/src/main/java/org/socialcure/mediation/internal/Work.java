package org.socialcure.mediation.internal;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.socialcure.core.Progress;
import org.socialcure.core.Progress.Stage;

/**
 * On how many threads the tasks of a fit run, and who hears how far they are.
 *
 * <p>Thread-safe. The listener is heard while the fit lasts: what is asked of a result later must
 * not call back a caller who has long gone on.
 */
public final class Work {
  private static final String CANCELLED = "The calculation was cancelled.";

  /** The first time that something is done it takes longest. */
  private static final int MEASURED = 3;

  private final OptionalInt threads;
  private volatile Progress listener;

  private Work(OptionalInt threads, Progress listener) {
    this.threads = threads;
    this.listener = listener;
  }

  /**
   * Work that nobody hears of.
   *
   * @param threads the most threads; empty for as many as there are processors
   * @return the work
   */
  public static Work unheard(OptionalInt threads) {
    return new Work(threads, Progress.UNHEARD);
  }

  /**
   * Work that is heard of until {@link #end()}.
   *
   * @param threads the most threads; empty for as many as there are processors
   * @param listener who hears
   * @return the work
   */
  public static Work heardBy(OptionalInt threads, Progress listener) {
    return new Work(threads, listener);
  }

  /** Lets go of the listener. */
  public void end() {
    listener = Progress.UNHEARD;
  }

  /**
   * Tells beforehand of a stage that takes long; where nobody hears, nothing is measured.
   *
   * @param stage the stage
   * @param tasks how many tasks it has
   * @param part does as much as one task does
   * @throws CancellationException if the listener ends the work
   */
  public void ahead(Stage stage, int tasks, Runnable part) {
    if (listener == Progress.UNHEARD) {
      return;
    }
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i < MEASURED; i++) {
      Interruption.check();
      long start = System.nanoTime();
      part.run();
      shortest = Math.min(shortest, System.nanoTime() - start);
    }
    listener.ahead(
        stage,
        tasks,
        Duration.ofNanos(shortest).multipliedBy(tasks).dividedBy(Parallel.threads(tasks, this)));
    if (listener.cancelled()) {
      throw new CancellationException(CANCELLED);
    }
    Interruption.check();
  }

  /**
   * Who hears.
   *
   * @return the listener; {@link Progress#UNHEARD} after the end
   */
  public Progress listener() {
    return listener;
  }

  OptionalInt threads() {
    return threads;
  }

  Account account(Stage stage, int tasks) {
    return new Account(listener, stage, tasks);
  }

  /** What the listener is told of one stage, on one thread. */
  static final class Account {
    private static final long EVERY_NANOS = Progress.EVERY_MILLIS * 1_000_000;

    private final Progress listener;
    private final Stage stage;
    private final int tasks;
    private long toldAt;

    private Account(Progress listener, Stage stage, int tasks) {
      this.listener = listener;
      this.stage = stage;
      this.tasks = tasks;
      tell(0);
    }

    /** Tells how many tasks are done, if it is time to. */
    void passing(int done) {
      if (listener != Progress.UNHEARD && System.nanoTime() - toldAt >= EVERY_NANOS) {
        tell(done);
      }
    }

    void tell(int done) {
      if (listener.cancelled()) {
        throw new CancellationException(CANCELLED);
      }
      listener.advanced(stage, done, tasks);
      Interruption.check();
      toldAt = System.nanoTime();
    }
  }
}
