package org.socialcure.mediation;

import java.util.List;
import org.socialcure.mediation.model.Averages;
import org.socialcure.mediation.model.Baselines;
import org.socialcure.mediation.model.BeforeAfter;

/** What the effects of each pre/post design are effects of, in words. */
final class PrePostEstimands {
  private PrePostEstimands() {}

  static String changeScores(
      String x, List<String> mediators, BeforeAfter y, List<String> covariates) {
    return "Change scores: how much of the association of "
        + x
        + " with the change of the outcome, "
        + y.change().name()
        + ", goes through the change of the mediator, "
        + String.join(", ", mediators)
        + ". Effects are differences in the change of the outcome between persons who differ by"
        + " one unit in "
        + x
        + atEqual(covariates)
        + ", whatever level they started from: baselines are not adjusted for.";
  }

  private static String atEqual(List<String> covariates) {
    return covariates.isEmpty() ? "" : " at equal " + String.join(", ", covariates);
  }

  static String residualisedChange(
      String x,
      List<BeforeAfter> mediators,
      BeforeAfter y,
      List<String> adjusted,
      Baselines baselines) {
    List<String> after = mediators.stream().map(BeforeAfter::after).toList();
    return "Residualised change (analysis of covariance): how much of the association of "
        + x
        + " with "
        + y.after()
        + " goes through "
        + String.join(", ", after)
        + ". Effects are differences in "
        + y.after()
        + " between persons who differ by one unit in "
        + x
        + " and are equal in "
        + (baselines == Baselines.ALL
            ? String.join(", ", adjusted) + "."
            : "the covariates and, in each equation, the baseline of its own outcome ("
                + String.join(
                    ", ",
                    java.util.stream.Stream.concat(
                            mediators.stream(), java.util.stream.Stream.of(y))
                        .map(m -> m.before() + " for " + m.after())
                        .toList())
                + "). The step from a mediator to the outcome is that of the mediator's later"
                + " level.")
        + " They are not differences in change scores, and where groups differ before, the two can"
        + " point in different directions.";
  }

  static String withinSubject(
      String condition, List<BeforeAfter> mediators, BeforeAfter y, Averages averages) {
    List<String> changes = mediators.stream().map(m -> m.change().name()).toList();
    return "Two occasions within the same persons (Montoya and Hayes, 2017): "
        + condition
        + " itself is the exposure. The total effect is the mean of "
        + y.change().name()
        + "; the indirect effects are the part of it that goes with the mean of "
        + String.join(" and of ", changes)
        + "; the direct effect is the change expected where no mediator changes"
        + (averages == Averages.NONE
            ? ", the mediators' slopes being held equal on both occasions."
            : ", at average levels of the mediators.")
        + " The effects are averages over all persons, not effects of anything on which persons"
        + " differ.";
  }

  static String halfLongitudinal(String x, List<BeforeAfter> mediators, BeforeAfter y) {
    List<String> first =
        mediators.stream().map(m -> x + " on " + m.after() + " at equal " + m.before()).toList();
    List<String> second = mediators.stream().map(m -> m.before() + " on " + y.after()).toList();
    return "Half-longitudinal (Cole and Maxwell, 2003): the effect of "
        + String.join(", ", first)
        + ", times the effect of "
        + String.join(", ", second)
        + " at equal "
        + y.before()
        + " and "
        + x
        + ". Under stationarity, that is if the mediator acts between these two occasions as it"
        + " would between the second and a third, the product is the indirect effect over two such"
        + " intervals. The direct effect spans one interval, so that no total effect is given.";
  }
}
