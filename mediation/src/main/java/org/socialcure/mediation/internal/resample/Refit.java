package org.socialcure.mediation.internal.resample;

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
   * The classical covariances of the last estimated replicate, block by block.
   *
   * @return a row-major block for each equation
   */
  double[][][] covariances();
}
