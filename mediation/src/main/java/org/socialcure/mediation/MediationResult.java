package org.socialcure.mediation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.internal.fit.Analysis;
import org.socialcure.mediation.internal.fit.Permutations;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.mediation.report.Report;

/**
 * A fitted mediation model.
 *
 * <p>It prints as a table a reader can use and is, as {@link #document()}, what other programs
 * read. Later questions are answered from the same fit and the same replicates as the first.
 * Immutable and thread-safe.
 */
public final class MediationResult {
  private final Analysis analysis;

  private MediationResult(Analysis analysis) {
    this.analysis = analysis;
  }

  static MediationResult of(Analysis analysis) {
    return new MediationResult(analysis);
  }

  /**
   * Everything that is reported, as plain values.
   *
   * @return an entry of {@code models} in {@code result.json}
   */
  public ModelDocument document() {
    return analysis.document();
  }

  /**
   * The result as tables, pages and files.
   *
   * @return the report
   */
  public Report report() {
    return Report.of(document());
  }

  /**
   * The fitted equations in causal order.
   *
   * @return the equations
   */
  public List<RegressionFit> equations() {
    return analysis.fits();
  }

  /**
   * The fitted equation of an outcome.
   *
   * @param outcome an outcome of the model
   * @return its equation
   * @throws InvalidInputException if the model has no equation for it
   */
  public RegressionFit equation(String outcome) {
    return analysis.fits().stream()
        .filter(f -> f.outcome().equals(outcome))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "equation " + outcome,
                    "the model has no equation for this outcome; its outcomes are "
                        + String.join(
                            ", ", analysis.fits().stream().map(RegressionFit::outcome).toList())));
  }

  /**
   * All effects, those of one kind together.
   *
   * @return the effects as they are reported
   */
  public List<ModelDocument.Effect> effects() {
    return document().effects();
  }

  /**
   * The effect of a name.
   *
   * @param name a name that the table prints, such as {@code total indirect}
   * @return the effect
   * @throws InvalidInputException if there is no such effect
   */
  public ModelDocument.Effect effect(String name) {
    return effects().stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "effect " + name,
                    "there is no such effect; there are: "
                        + String.join(
                            "; ", effects().stream().map(ModelDocument.Effect::name).toList())));
  }

  /**
   * The total effect of the exposure on the outcome.
   *
   * @return the effect; empty where effects cannot be added up, as with a logistic outcome, and
   *     where it depends on a moderator
   */
  public Optional<ModelDocument.Effect> total() {
    return only("total");
  }

  /**
   * The direct effect of the exposure on the outcome.
   *
   * @return the effect; empty where the model has no such path or the effect depends on a moderator
   */
  public Optional<ModelDocument.Effect> direct() {
    return only("direct");
  }

  /**
   * The sum of all indirect effects.
   *
   * @return the effect; empty where there is only one, or effects cannot be added up
   */
  public Optional<ModelDocument.Effect> totalIndirect() {
    return only("total-indirect");
  }

  private Optional<ModelDocument.Effect> only(String kind) {
    List<ModelDocument.Effect> all =
        effects().stream().filter(e -> e.kind().equals(kind) && e.at().isEmpty()).toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /**
   * The indirect effect through exactly the given mediators.
   *
   * @param mediators the mediators in causal order
   * @return the effect
   * @throws InvalidInputException if no such path exists, or it is conditional on a moderator; ask
   *     {@link #conditional} then
   */
  public ModelDocument.Effect indirect(String... mediators) {
    List<ModelDocument.Effect> found =
        effects().stream()
            .filter(e -> e.kind().equals("indirect"))
            .filter(e -> e.path().subList(1, e.path().size() - 1).equals(List.of(mediators)))
            .toList();
    String where = "indirect effect through " + String.join(", ", mediators);
    if (found.isEmpty()) {
      throw new InvalidInputException(
          where,
          "no path goes through exactly these mediators in this order; there are: "
              + String.join(
                  "; ",
                  effects().stream()
                      .filter(e -> e.kind().equals("indirect"))
                      .map(e -> String.join(" → ", e.path()))
                      .distinct()
                      .toList()));
    }
    if (found.size() > 1) {
      throw new InvalidInputException(
          where,
          "there are several, at different values of moderators or for different codes; choose by"
              + " name with effect(…) or by moderator values with conditional(…)");
    }
    return found.get(0);
  }

  /**
   * Direct and indirect effects at given values of moderators.
   *
   * @param at moderator values by variable; moderators without a value are probed as in the table
   * @return the effects there
   */
  public List<ModelDocument.Effect> conditional(Map<String, Double> at) {
    return analysis.conditional(at);
  }

  /**
   * The difference of two effects, from the same replicates.
   *
   * @param first an effect of this result
   * @param second another
   * @return first − second
   * @throws InvalidInputException if an effect depends on a moderator's value that its name does
   *     not fix
   */
  public ModelDocument.Effect contrast(ModelDocument.Effect first, ModelDocument.Effect second) {
    return analysis.contrast(first, second);
  }

  /**
   * An effect that was not asked for before, from the same fit and the same replicates.
   *
   * @param expression the effect in path syntax, such as {@code a1*b1 / (a1*b1 + c)}
   * @return the effect
   * @throws InvalidInputException if the expression cannot be read or depends on a moderator's
   *     value
   */
  public ModelDocument.Effect estimate(String expression) {
    return analysis.effect(expression);
  }

  /**
   * Intervals that hold for a set of effects at once, from their joint replicates (maxT).
   *
   * @param effects effects of this result
   * @return the same effects in the same order, each with its simultaneous interval and the p-value
   *     adjusted for their number
   * @throws InvalidInputException if an effect is not of this result, or there was no bootstrap
   */
  public List<ModelDocument.Effect> simultaneous(List<ModelDocument.Effect> effects) {
    return analysis.simultaneous(effects);
  }

  /**
   * The permutation test of an indirect effect, that at least one step of its path is zero.
   *
   * <p>Each step is tested by itself: the residuals of its equation without the step are permuted,
   * added to the fitted values, and the whole equation is estimated anew (Freedman and Lane 1983).
   * Its p-value is {@code (b + 1) / (B + 1)}, where {@code b} of {@code B} permutations have a t
   * statistic at least as far from zero as the sample's. The indirect effect is zero if any step
   * is, so that its p-value is the largest of its steps' (intersection–union; Berger 1982). It
   * needs residuals that are exchangeable over rows, not normal ones. Classical t statistics are
   * compared, whatever the standard errors of the model.
   *
   * <p>Same seed, same p-value, on any number of threads.
   *
   * <p>Sources: Freedman D, Lane D. Journal of Business &amp; Economic Statistics
   * 1983;1(4):292–298. Berger RL. Technometrics 1982;24(4):295–300.
   *
   * @param effect an indirect effect of this result
   * @param permutations how many permutations, such as 5000
   * @param seed their seed
   * @return the p-value, with method {@code permutation}
   * @throws InvalidInputException if the effect is not indirect, a step is not one coefficient of
   *     one predictor in a linear equation, rows are weighted or clustered, or there are no rows
   */
  public ModelDocument.Inference permutationTest(
      ModelDocument.Effect effect, int permutations, long seed) {
    return analysis.permutationTest(effect, new Permutations(permutations, seed));
  }

  /**
   * The replicates of an effect, in the order in which they were drawn.
   *
   * @param effect an effect of this result
   * @return one value a kept replicate
   * @throws InvalidInputException if the effect is not of this result, or there was no bootstrap
   */
  public double[] replicates(ModelDocument.Effect effect) {
    return analysis.replicates(effect.name());
  }

  @Override
  public String toString() {
    return report().text();
  }
}
