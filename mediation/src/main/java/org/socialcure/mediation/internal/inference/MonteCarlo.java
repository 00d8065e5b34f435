package org.socialcure.mediation.internal.inference;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.socialcure.core.Progress.Stage;
import org.socialcure.core.internal.resample.ReplicateRandom;
import org.socialcure.mediation.internal.Cholesky;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.Parallel;
import org.socialcure.mediation.internal.Work;

/**
 * Replicates of effects from the covariance of the coefficients, without the data (MacKinnon,
 * Lockwood and Williams 2004; Preacher and Selig 2012).
 *
 * <p>Coefficient vectors are drawn from the normal distribution with the estimates as mean and
 * their covariance; each effect is computed from each vector. Any function of the coefficients will
 * do, products of three or more among them. Percentiles of the replicates are the limits.
 *
 * @since 0.1
 */
public final class MonteCarlo {
  private MonteCarlo() {}

  /**
   * Draws replicates of effects.
   *
   * <p>Draw r depends on the seed and on r alone, so that the same seed gives the same replicates
   * with any number of threads.
   *
   * @param coefficients the estimates, finite
   * @param covariance their covariance, positive semidefinite; a variance may be zero
   * @param effects the effects as functions of the coefficients, which must not change their
   *     argument; called from several threads
   * @param draws how many vectors to draw, positive
   * @param seed the seed
   * @param work on how many threads, and who hears of it
   * @return the replicates, by effect and then by draw; not finite where an effect is not
   * @throws IllegalArgumentException if the covariance does not fit the coefficients or is not
   *     positive semidefinite, or there are no draws
   */
  public static double[][] replicates(
      double[] coefficients,
      double[][] covariance,
      List<ToDoubleFunction<double[]>> effects,
      int draws,
      long seed,
      Work work) {
    int size = coefficients.length;
    if (covariance.length != size || Arrays.stream(covariance).anyMatch(v -> v.length != size)) {
      throw new IllegalArgumentException(
          "The covariance must have a row and a column for each coefficient.");
    }
    if (draws <= 0) {
      throw new IllegalArgumentException("At least one draw is needed: " + draws);
    }
    Cholesky factor =
        Cholesky.ofCovariance(covariance)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The covariance of the coefficients is not positive semidefinite."));
    double[][] replicates = new double[effects.size()][];
    for (int e = 0; e < replicates.length; e++) {
      // Room for ten million numbers takes a while.
      Interruption.check();
      replicates[e] = new double[draws];
    }
    Parallel.run(
        Stage.MONTE_CARLO_DRAWS,
        draws,
        work,
        () ->
            draw -> {
              double[] drawn = draw(coefficients, factor, new ReplicateRandom(seed, draw));
              for (int e = 0; e < replicates.length; e++) {
                replicates[e][draw] = effects.get(e).applyAsDouble(drawn);
              }
            });
    return replicates;
  }

  private static double[] draw(double[] mean, Cholesky factor, ReplicateRandom random) {
    double[] deviates = new double[mean.length];
    Arrays.setAll(deviates, i -> random.gaussian());
    double[] drawn = factor.times(deviates);
    Arrays.setAll(drawn, i -> mean[i] + drawn[i]);
    return drawn;
  }
}
