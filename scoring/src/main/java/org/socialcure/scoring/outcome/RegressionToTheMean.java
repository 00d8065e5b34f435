package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.Distributions;

/**
 * The change that is to be expected of people who were let in because of their value, if nothing
 * happens: regression to the mean.
 *
 * <p>In the normal model (Davis 1976, doi 10.1093/oxfordjournals.aje.a112321; Barnett, van der Pols
 * and Dobson 2005, doi 10.1093/ije/dyh299), with the mean μ, the standard deviation σ and the
 * retest correlation ρ of the population that people come from and the entry at a cut k or above,
 * the mean falls by σ(1 − ρ)φ(z)/(1 − Φ(z)), z being (k − μ)/σ; with entry at k or below it rises
 * by σ(1 − ρ)φ(z)/Φ(z). It is no model of counts. Where the parts are not known, the change cannot
 * be told apart from it, and no number is given.
 *
 * <p>Immutable and thread-safe.
 *
 * @param entry who was let in, with the source of the rule
 * @param mean the mean of the population that was not selected
 * @param sd its standard deviation; above zero
 * @param populationSource where mean and standard deviation come from; not blank
 * @param retest the correlation of two measurements of one person without change between; between 0
 *     and 1
 * @param retestSource where the correlation comes from; not blank
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegressionToTheMean(
    CaseRule entry,
    double mean,
    double sd,
    String populationSource,
    double retest,
    String retestSource) {
  /** Beyond so many deviations nobody is. */
  private static final double MOST_DEVIATIONS = 30;

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the mean is not finite, the standard deviation is not above
   *     zero, the correlation is not between 0 and 1, a source is blank, or the cut is so far from
   *     the mean that nobody is let in; all problems at once
   */
  public RegressionToTheMean {
    Problems problems = new Problems();
    problems.attempt(() -> Names.requireText("populationSource", populationSource));
    problems.attempt(() -> Names.requireText("retestSource", retestSource));
    problems.require(Double.isFinite(mean), "mean", "must be a finite number");
    problems.require(sd > 0 && Double.isFinite(sd), "sd", "must be a finite number above 0");
    problems.require(retest > 0 && retest < 1, "retest", "must lie between 0 and 1");
    if (problems.isEmpty()) {
      problems.require(
          Math.abs((entry.cut() - mean) / sd) <= MOST_DEVIATIONS,
          "entry",
          "its cut lies more than " + (int) MOST_DEVIATIONS + " standard deviations from the mean");
    }
    problems.throwIfAny();
  }

  /**
   * The expected mean change of those who were let in.
   *
   * @return after minus before; negative where people entered at a cut or above
   */
  public double expectedChange() {
    double z = (entry.cut() - mean) / sd;
    boolean above = entry.side() == CaseRule.Side.AT_LEAST || entry.side() == CaseRule.Side.ABOVE;
    double beyond = above ? z : -z;
    double inverseMills =
        beyond >= 0
            ? 1 / Distributions.millsRatio(beyond)
            : Distributions.normalDensity(beyond) / Distributions.normalUpper(beyond);
    return (above ? -1 : 1) * sd * (1 - retest) * inverseMills;
  }

  /**
   * What regression to the mean says of an outcome whose earlier wave is that of the entry.
   *
   * @param outcome the outcome of the measure that decided on the entry
   * @param expected the expected change; empty where its parts are not known
   * @return the expected change beside the observed one; without it, that they cannot be told apart
   */
  public static String sentence(ScaleOutcome outcome, Optional<RegressionToTheMean> expected) {
    String measure = outcome.measure().label();
    return expected
        .map(
            it ->
                "If nothing happened, the mean of "
                    + measure
                    + " of people who enter at "
                    + it.entry()
                    + " would be expected to change by "
                    + Numbers.fixed(it.expectedChange(), 2)
                    + " from "
                    + outcome.before().wave()
                    + " to "
                    + outcome.after().wave()
                    + " by regression to the mean"
                    + outcome
                        .change()
                        .map(c -> "; it changed by " + Numbers.fixed(c.difference().mean(), 2))
                        .orElse("")
                    + " (normal model; population mean "
                    + Numbers.value(it.mean())
                    + ", SD "
                    + Numbers.value(it.sd())
                    + ", "
                    + it.populationSource()
                    + "; retest correlation "
                    + Numbers.value(it.retest())
                    + ", "
                    + it.retestSource()
                    + ").")
        .orElse(
            "If people entered because of their "
                + measure
                + ", or when they felt worst, the change cannot be told apart from regression to the"
                + " mean: the entry rule and the mean, standard deviation and retest correlation of"
                + " the population were not given.");
  }

  /**
   * The expected change and what it rests on.
   *
   * @return {@code "expected by regression to the mean: -1.83 (at least 12 (…))"}
   */
  @Override
  public String toString() {
    return "expected by regression to the mean: "
        + Numbers.fixed(expectedChange(), 2)
        + " ("
        + entry
        + ")";
  }
}
