package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.List;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.effect.ResidualCorrelation;

/**
 * Correlations of the residuals of outcomes that do not predict one another; where one predicts the
 * other in a linear equation, the correlation is zero by construction.
 */
final class ResidualCorrelations {
  private ResidualCorrelations() {}

  static List<ResidualCorrelation> of(List<FittedEquation> equations) {
    List<ResidualCorrelation> correlations = new ArrayList<>();
    for (int i = 0; i < equations.size(); i++) {
      for (FittedEquation later : equations.subList(i + 1, equations.size())) {
        FittedEquation earlier = equations.get(i);
        boolean free = !later.equation().dependsOn(earlier.outcome());
        if (free && earlier.fit().cases().isPresent() && later.fit().cases().isPresent()) {
          SampleStatistics.correlation(
                  earlier.fit().cases().get().residuals(), later.fit().cases().get().residuals())
              .ifPresent(
                  correlation ->
                      correlations.add(
                          new ResidualCorrelation(
                              earlier.outcome(), later.outcome(), correlation)));
        }
      }
    }
    return List.copyOf(correlations);
  }
}
