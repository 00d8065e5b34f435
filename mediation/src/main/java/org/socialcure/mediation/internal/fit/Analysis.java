package org.socialcure.mediation.internal.fit;

import java.util.Optional;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.Moments;

/** A fitted model. */
public final class Analysis {
  private Analysis() {}

  /**
   * Fits.
   *
   * @param path the model
   * @param settings what is asked
   * @param data the data
   * @param bootstrap the bootstrap
   * @return the analysis
   */
  public static Analysis of(
      PathModel path, Settings settings, Dataset data, Optional<Bootstrap> bootstrap) {
    throw new UnsupportedOperationException();
  }

  /**
   * Fits.
   *
   * @param path the model
   * @param settings what is asked
   * @param moments the moments
   * @return the analysis
   */
  public static Analysis of(PathModel path, Settings settings, Moments moments) {
    throw new UnsupportedOperationException();
  }
}
