package org.socialcure.mediation.internal.resample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.socialcure.core.Progress.Stage;
import org.socialcure.mediation.inference.Compatibility.DegenerateReplicates;
import org.socialcure.mediation.internal.Parallel;
import org.socialcure.mediation.internal.Work;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.internal.refit.RefitOutcome;

/**
 * The statistics of every kept replicate. All effects, standardised effects and contrasts are
 * functions of its rows, so that they share one set of resamples. Immutable and thread-safe.
 */
public final class ReplicateTable {
  /** A degenerate resample is drawn anew at most this often. */
  private static final int MAX_DRAWS = 1000;

  private final int asked;
  private final List<double[]> rows;
  private final List<List<CoefficientCovariance>> covariances;
  private final Map<String, Integer> degenerate;

  private ReplicateTable(
      int asked,
      List<double[]> rows,
      List<List<CoefficientCovariance>> covariances,
      Map<String, Integer> degenerate) {
    this.asked = asked;
    this.rows = rows;
    this.covariances = covariances;
    this.degenerate = degenerate;
  }

  /**
   * Draws and refits all replicates. The result does not depend on the number of threads.
   *
   * @param replicates how many
   * @param work on how many threads, and who hears of it
   * @param size how many statistics a replicate has
   * @param refits makes the refit of a thread
   * @param rule what becomes of degenerate resamples
   * @param keepCovariances whether the covariances are kept too; a resample without them counts as
   *     degenerate then
   * @return the table
   */
  public static ReplicateTable draw(
      int replicates,
      Work work,
      int size,
      Supplier<? extends Refit> refits,
      DegenerateReplicates rule,
      boolean keepCovariances) {
    double[][] rows = new double[replicates][];
    Map<Integer, List<CoefficientCovariance>> covariances = new ConcurrentHashMap<>();
    int[][] failures = new int[replicates][];
    Parallel.run(
        Stage.REPLICATES,
        replicates,
        work,
        () -> {
          Refit refit = refits.get();
          return replicate -> {
            int[] failed = new int[RefitOutcome.values().length];
            double[] statistics = new double[size];
            int draws = rule == DegenerateReplicates.DRAWN_ANEW ? MAX_DRAWS : 1;
            for (int draw = 0; draw < draws; draw++) {
              long stream = replicate + ((long) draw << 32);
              RefitOutcome outcome = refit.replicate(stream, statistics);
              if (outcome == RefitOutcome.ESTIMATED && keepCovariances) {
                Optional<List<CoefficientCovariance>> found = refit.covariances();
                found.ifPresent(each -> covariances.put(replicate, each));
                outcome = found.isPresent() ? outcome : RefitOutcome.NO_STANDARD_ERROR;
              }
              if (outcome == RefitOutcome.ESTIMATED) {
                rows[replicate] = statistics;
                break;
              }
              failed[outcome.ordinal()]++;
            }
            failures[replicate] = failed;
          };
        });
    Map<String, Integer> degenerate = new TreeMap<>();
    for (int[] failed : failures) {
      for (RefitOutcome outcome : RefitOutcome.values()) {
        if (failed[outcome.ordinal()] > 0) {
          degenerate.merge(
              outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'),
              failed[outcome.ordinal()],
              Integer::sum);
        }
      }
    }
    List<double[]> kept = new ArrayList<>();
    List<List<CoefficientCovariance>> keptCovariances = new ArrayList<>();
    for (int r = 0; r < replicates; r++) {
      if (rows[r] != null) {
        kept.add(rows[r]);
        if (keepCovariances) {
          keptCovariances.add(Objects.requireNonNull(covariances.get(r)));
        }
      }
    }
    return new ReplicateTable(replicates, kept, keptCovariances, degenerate);
  }

  /**
   * How many were asked for.
   *
   * @return the number
   */
  public int asked() {
    return asked;
  }

  /**
   * How many were kept.
   *
   * @return the number
   */
  public int kept() {
    return rows.size();
  }

  /**
   * Degenerate resamples by reason.
   *
   * @return counts by reason
   */
  public Map<String, Integer> degenerate() {
    return degenerate;
  }

  /**
   * The statistics of a kept replicate; not to be changed.
   *
   * @param replicate from 0
   * @return the coefficients, then the SDs
   */
  public double[] row(int replicate) {
    return rows.get(replicate);
  }

  /**
   * The covariances of a kept replicate.
   *
   * @param replicate from 0
   * @return one an equation
   */
  public List<CoefficientCovariance> covariances(int replicate) {
    return covariances.get(replicate);
  }
}
