package org.socialcure.mediation.internal.resample;

import java.util.List;
import java.util.Optional;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.internal.refit.RefitOutcome;

/**
 * Estimates a whole model on one resample. One instance serves one thread.
 *
 * <p>This is the seam where a faster kernel goes.
 */
public interface Refit {
  /**
   * Estimates the model.
   *
   * @param stream the number of the random stream
   * @param statistics where the coefficients of all equations go, and after them the SDs of the
   *     variables
   * @return what became of it: the first failure of an equation, else estimated
   */
  RefitOutcome replicate(long stream, double[] statistics);

  /**
   * The covariances of the last estimated replicate, of the kinds of standard errors that the
   * equations name.
   *
   * @return one an equation; empty where that of an equation does not exist
   */
  Optional<List<CoefficientCovariance>> covariances();
}
