package org.socialcure.mediation.prepost;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.socialcure.mediation.model.Estimand;

/** What the effects of each pre/post design are effects of, in words. */
final class PrePostEstimands {
  private PrePostEstimands() {}

  static Estimand changeScores(
      String x, List<String> mediators, BeforeAfter y, List<String> covariates) {
    return label ->
        "Change scores: how much of the association of "
            + label.apply(x)
            + " with the change of the outcome, "
            + label.apply(y.change().name())
            + ", goes through the change of the mediator, "
            + names(mediators, label)
            + ". Effects are differences in the change of the outcome between persons who differ by"
            + " one unit in "
            + label.apply(x)
            + atEqual(covariates, label)
            + ", whatever level they started from: baselines are not adjusted for.";
  }

  private static String atEqual(List<String> covariates, UnaryOperator<String> label) {
    return covariates.isEmpty() ? "" : " at equal " + names(covariates, label);
  }

  private static String names(List<String> columns, UnaryOperator<String> label) {
    return String.join(", ", columns.stream().map(label).toList());
  }

  private static String each(List<BeforeAfter> measures, Function<BeforeAfter, String> told) {
    return String.join(", ", measures.stream().map(told).toList());
  }

  static Estimand residualisedChange(
      String x,
      List<BeforeAfter> mediators,
      BeforeAfter y,
      List<String> adjusted,
      Baselines baselines) {
    List<String> after = mediators.stream().map(BeforeAfter::after).toList();
    return label ->
        "Residualised change (analysis of covariance): how much of the association of "
            + label.apply(x)
            + " with "
            + label.apply(y.after())
            + " goes through "
            + names(after, label)
            + ". Effects are differences in "
            + label.apply(y.after())
            + " between persons who differ by one unit in "
            + label.apply(x)
            + " and are equal in "
            + (baselines == Baselines.ALL
                ? names(adjusted, label) + "."
                : "the covariates and, in each equation, the baseline of its own outcome ("
                    + String.join(
                        ", ",
                        java.util.stream.Stream.concat(
                                mediators.stream(), java.util.stream.Stream.of(y))
                            .map(m -> label.apply(m.before()) + " for " + label.apply(m.after()))
                            .toList())
                    + "). The step from a mediator to the outcome is that of the mediator's later"
                    + " level.")
            + " They are not differences in change scores, and where groups differ before, the two can"
            + " point in different directions.";
  }

  static Estimand withinSubject(
      String condition, List<BeforeAfter> mediators, BeforeAfter y, Averages averages) {
    List<String> changes = mediators.stream().map(m -> m.change().name()).toList();
    return label ->
        "Two occasions within the same persons (Montoya and Hayes, 2017): "
            + label.apply(condition)
            + " itself is the exposure. The total effect is the mean of "
            + label.apply(y.change().name())
            + "; the indirect effects are the part of it that goes with the mean of "
            + String.join(" and of ", changes.stream().map(label).toList())
            + "; the direct effect is the change expected where no mediator changes"
            + (averages == Averages.NONE
                ? ", the mediators' slopes being held equal on both occasions."
                : ", at average levels of the mediators.")
            + " The effects are averages over all persons, not effects of anything on which persons"
            + " differ.";
  }

  static Estimand halfLongitudinal(String x, List<BeforeAfter> mediators, BeforeAfter y) {
    return label ->
        "Half-longitudinal (Cole and Maxwell, 2003): the effect of "
            + each(
                mediators,
                m ->
                    label.apply(x)
                        + " on "
                        + label.apply(m.after())
                        + " at equal "
                        + label.apply(m.before()))
            + ", times the effect of "
            + each(mediators, m -> label.apply(m.before()) + " on " + label.apply(y.after()))
            + " at equal "
            + label.apply(y.before())
            + " and "
            + label.apply(x)
            + ". Under stationarity, that is if the mediator acts between these two occasions as it"
            + " would between the second and a third, the product is the indirect effect over two such"
            + " intervals. The direct effect spans one interval, so that no total effect is given.";
  }
}
