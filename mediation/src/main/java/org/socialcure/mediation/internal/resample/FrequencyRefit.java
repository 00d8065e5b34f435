package org.socialcure.mediation.internal.resample;

import java.util.List;
import java.util.Optional;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.core.internal.numeric.WeightedStatistics;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.internal.refit.RefitOutcome;
import org.socialcure.mediation.internal.refit.SystemRefit;

/** Refits every equation with the rows weighted by how often they were drawn. */
public final class FrequencyRefit implements Refit {
  private final Resampler resampler;
  private final SystemRefit equations;
  private final List<double[]> columns;
  private final Optional<double[]> weights;
  private final SystemRefit.Workspace workspace;
  private final double[] frequencies;

  /**
   * Prepares the refit of one thread.
   *
   * @param resampler draws the frequencies
   * @param equations the equations
   * @param columns the variables whose SDs are wanted
   * @param weights the prior weights of the rows, where they are weighted
   * @param rows how many rows there are
   */
  public FrequencyRefit(
      Resampler resampler,
      SystemRefit equations,
      List<double[]> columns,
      Optional<double[]> weights,
      int rows) {
    this.resampler = resampler;
    this.equations = equations;
    this.columns = columns;
    this.weights = weights;
    this.frequencies = new double[rows];
    this.workspace = equations.workspace();
  }

  @Override
  public RefitOutcome replicate(long stream, double[] statistics) {
    resampler.draw(stream, frequencies);
    return estimate(statistics);
  }

  /**
   * Estimates with given frequencies.
   *
   * @param given the frequency of every row
   * @param statistics where the estimates go
   * @return what became of it
   */
  public RefitOutcome withFrequencies(double[] given, double[] statistics) {
    System.arraycopy(given, 0, frequencies, 0, given.length);
    return estimate(statistics);
  }

  private RefitOutcome estimate(double[] statistics) {
    RefitOutcome outcome = equations.refit(frequencies, statistics, workspace);
    if (outcome != RefitOutcome.ESTIMATED) {
      return outcome;
    }
    int at = equations.size();
    for (double[] column : columns) {
      statistics[at++] =
          weights.isPresent()
              ? WeightedStatistics.standardDeviation(column, frequencies, weights.get())
              : SampleStatistics.standardDeviation(column, frequencies);
    }
    return RefitOutcome.ESTIMATED;
  }

  @Override
  public Optional<List<CoefficientCovariance>> covariances() {
    return equations.covariances(frequencies, workspace);
  }
}
