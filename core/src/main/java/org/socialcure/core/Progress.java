package org.socialcure.core;

import java.time.Duration;

/**
 * Hears how far a long calculation is, and may end it.
 *
 * <p>It is an argument of the call that takes long, never part of a setting or a result, which keep
 * no hold of it. It is called on the thread that made that call and on no other, one call after
 * another, whatever the number of threads that calculate: so it needs no lock, and while it works
 * it keeps nobody but the caller waiting.
 *
 * <p>A stage begins with {@code advanced(stage, 0, total)} and ends, if all goes well, with {@code
 * advanced(stage, total, total)}; between the two, {@code done} never falls, and is told about
 * every {@value #EVERY_MILLIS} milliseconds. Stages follow one another; the same stage may come
 * again, as when several effects are tested. When and how often it is called depends on the
 * machine; what is calculated does not depend on it.
 *
 * <p>There are three ways to end a calculation, and each leaves no thread and no task of it behind:
 *
 * <ul>
 *   <li>the calling thread is {@linkplain Thread#interrupt() interrupted}: {@link
 *       java.util.concurrent.CancellationException}, and the thread is still marked as interrupted;
 *   <li>{@link #cancelled()} answers true: {@code CancellationException};
 *   <li>{@code advanced} throws: what it threw reaches the caller unchanged.
 * </ul>
 *
 * <p>An interruption is noticed in the middle of a replicate; the other two between two of them, so
 * that a single replicate of very many rows is finished first where only one thread calculates.
 *
 * <pre>{@code
 * MediationResult result = model.fit(scores, Bootstrap.percentile(10_000),
 *     (stage, done, total) -> System.err.printf("%s: %d of %d%n", stage, done, total));
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Progress {
  /** About how many milliseconds lie between two calls. */
  long EVERY_MILLIS = 20;

  /** Hears nothing and ends nothing. */
  Progress UNHEARD = (stage, done, total) -> {};

  /** What takes long. */
  enum Stage {
    /** The replicates of a bootstrap. */
    REPLICATES,
    /** The model without each row or group of rows in turn, for the acceleration of intervals. */
    JACKKNIFE,
    /** The permutations of a test. */
    PERMUTATIONS,
    /** The draws of a Monte Carlo interval. */
    MONTE_CARLO_DRAWS,
    /** The resamples of a wild cluster test. */
    WILD_CLUSTER_TEST
  }

  /**
   * Hears how far a stage is.
   *
   * @param stage what is being calculated
   * @param done how many of its parts are done, from 0 to {@code total}
   * @param total how many parts it has, at least 1
   */
  void advanced(Stage stage, long done, long total);

  /**
   * Hears beforehand of a later stage that takes long, before the first stage begins.
   *
   * <p>Leaving out each row in turn, for the acceleration of BCa intervals, takes a time that grows
   * with the square of the number of rows, and replicates may be done long before. A caller to whom
   * that is too long cancels then, and asks for other intervals or another acceleration.
   *
   * @param stage what will be calculated
   * @param total how many parts it has
   * @param about how long it takes, judged from one part on this machine
   */
  default void ahead(Stage stage, long total, Duration about) {}

  /**
   * Whether the calculation is to end without a result; asked whenever {@link #advanced} might be
   * called.
   *
   * @return false unless overridden
   */
  default boolean cancelled() {
    return false;
  }
}
