package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.core.internal.resample.ReplicateRandom;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.WildMultipliers;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;
import org.socialcure.mediation.internal.refit.EquationRefit;
import org.socialcure.mediation.internal.refit.RefitOutcome;
import org.socialcure.mediation.internal.resample.Refit;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.regression.RegressionFit;

/**
 * Residual and wild bootstrap: the exogenous variables stay, every outcome is its fitted value at
 * the new values of its predictors plus a drawn residual, in causal order.
 *
 * <p>All equations of a row draw the same residual row, so that their dependence stays. Signs, of
 * rows or of whole clusters, are shared only by outcomes of which none leads to another, such as
 * parallel mediators: the residuals of an outcome and of what predicts it have no correlation to
 * keep, and with one sign for both the coefficient between them would not vary.
 */
final class ResidualRefit implements Refit {
  private final Design design;
  private final List<RegressionFit> fits;
  private final double[][] residuals;
  private final int[] depths;
  private final long seed;
  private final DrawnUnits units;
  private final WildMultipliers multipliers;
  private final List<String> spread;
  private Optional<List<CoefficientCovariance>> covariances = Optional.empty();

  ResidualRefit(
      Design design, List<RegressionFit> fits, long seed, DrawnUnits units, List<String> spread) {
    this.design = design;
    this.fits = fits;
    this.seed = seed;
    this.units = units;
    this.multipliers =
        units.kind() == BootstrapKind.WILD_CLUSTER
            ? WildMultipliers.of(units.count())
            : WildMultipliers.RADEMACHER;
    this.spread = spread;
    this.depths = depths(design.model().equations());
    boolean wild = units.kind() != BootstrapKind.RESIDUAL;
    this.residuals =
        fits.stream()
            .map(f -> drawn(f.cases().orElseThrow().residuals(), wild))
            .toArray(double[][]::new);
  }

  /**
   * The residuals to draw from. Without an intercept their mean is not zero, which draws would add
   * to every outcome (Freedman 1981, doi 10.1214/aos/1176345638); signs take it away by themselves.
   */
  private static double[] drawn(double[] residuals, boolean wild) {
    if (wild) {
      return residuals;
    }
    double mean = SampleStatistics.mean(residuals);
    return Arrays.stream(residuals).map(r -> r - mean).toArray();
  }

  /** For each equation how many others, at most, lead to it in a row. */
  private static int[] depths(List<Equation> equations) {
    int[] depths = new int[equations.size()];
    for (int e = 0; e < depths.length; e++) {
      for (int earlier = 0; earlier < e; earlier++) {
        if (equations.get(e).dependsOn(equations.get(earlier).outcome())) {
          depths[e] = Math.max(depths[e], depths[earlier] + 1);
        }
      }
    }
    return depths;
  }

  @Override
  public RefitOutcome replicate(long stream, double[] statistics) {
    ReplicateRandom random = new ReplicateRandom(seed, stream);
    int n = design.sample().rows();
    int[] rows = new int[n];
    boolean wild = units.kind() != BootstrapKind.RESIDUAL;
    double[][] factors = new double[Arrays.stream(depths).max().orElse(0) + 1][units.count()];
    for (int u = 0; u < units.count(); u++) {
      Interruption.check(u);
      for (double[] ofDepth : factors) {
        ofDepth[u] = wild ? multipliers.draw(random) : 1;
      }
    }
    for (int i = 0; i < n; i++) {
      rows[i] = wild ? i : random.index(n);
    }
    Map<String, double[]> outcomes = new HashMap<>();
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    List<Equation> equations = design.model().equations();
    List<Optional<CoefficientCovariance>> estimated = new ArrayList<>();
    int at = 0;
    for (int e = 0; e < equations.size(); e++) {
      Equation equation = equations.get(e);
      double[] estimates = fits.get(e).estimates();
      int first = equation.hasIntercept() ? 1 : 0;
      double intercept = first == 1 ? estimates[0] : 0;
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        y[i] = intercept + factors[depths[e]][units.ofRow()[i]] * residuals[e][rows[i]];
      }
      for (int t = 0; t < equation.terms().size(); t++) {
        Interruption.check();
        double[] column = design.column(equation.terms().get(t), v -> predictor(v, outcomes));
        for (int i = 0; i < n; i++) {
          y[i] += estimates[t + first] * column[i];
        }
      }
      if (equation.offset().isPresent()) {
        double[] offset = design.sample().column(equation.offset().get());
        for (int i = 0; i < n; i++) {
          y[i] += offset[i];
        }
      }
      outcomes.put(equation.outcome(), y);
      EquationRefit refit =
          EquationRefit.of(design.regression(equation, y, v -> predictor(v, outcomes)));
      double[] coefficients = new double[refit.size()];
      EquationRefit.Workspace workspace = refit.workspace();
      RefitOutcome outcome = refit.refit(ones, coefficients, workspace);
      if (outcome != RefitOutcome.ESTIMATED) {
        return outcome;
      }
      estimated.add(refit.covariance(ones, workspace));
      System.arraycopy(coefficients, 0, statistics, at, coefficients.length);
      at += coefficients.length;
    }
    for (String variable : spread) {
      double[] column = outcomes.getOrDefault(variable, design.sample().column(variable));
      statistics[at++] = SampleStatistics.standardDeviation(column);
    }
    covariances =
        estimated.stream().allMatch(Optional::isPresent)
            ? Optional.of(estimated.stream().flatMap(Optional::stream).toList())
            : Optional.empty();
    return RefitOutcome.ESTIMATED;
  }

  private double[] predictor(String variable, Map<String, double[]> outcomes) {
    double[] drawn = outcomes.get(variable);
    if (drawn == null) {
      return design.predictor(variable);
    }
    double centre = design.centres().getOrDefault(variable, 0.0);
    return Arrays.stream(drawn).map(v -> v - centre).toArray();
  }

  @Override
  public Optional<List<CoefficientCovariance>> covariances() {
    return covariances;
  }
}
