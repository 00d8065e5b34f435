package org.socialcure.mediation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKey;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.EffectSize;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.ListedPaths;
import org.socialcure.mediation.effect.SignificanceRegions;
import org.socialcure.mediation.internal.Lazy;
import org.socialcure.mediation.internal.fit.Analysis;
import org.socialcure.mediation.internal.fit.Draws;
import org.socialcure.mediation.internal.fit.Permutations;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.mediation.report.Report;

/**
 * A fitted mediation model: sample, equations and, with a bootstrap, replicates.
 *
 * <p>Its effects are typed, each with an identity, and answer what is asked of them from the same
 * fit and the same replicates; what nobody asks for is not computed. It prints as a table a reader
 * can use, and {@link #document()} is what other programs read.
 *
 * <p>With {@code a} the steps from the exposure x and {@code b} those to the outcome y, on the
 * scale of each equation's linear predictor:
 *
 * <ul>
 *   <li>the <em>indirect effect</em> through mediators is the product of the steps of that path,
 *       such as {@code a*b}, {@code a*d*b} in series (Alwin and Hauser 1975, doi 10.2307/2094445);
 *   <li>the <em>direct effect</em> {@code c'} is the coefficient of x in the equation of y;
 *   <li>the <em>total indirect effect</em> is the sum of all indirect effects; it does not exist
 *       where these are on different scales;
 *   <li>the <em>total effect</em> is the sum of the direct and all indirect effects; it does not
 *       exist for a logit or probit outcome, whose scale changes with what is adjusted for (Winship
 *       and Mare 1983);
 *   <li>a <em>conditional</em> effect is its value at given values of moderators; the <em>index of
 *       moderated mediation</em> is how much it changes by unit of one (Hayes 2015, doi
 *       10.1080/00273171.2014.962683).
 * </ul>
 *
 * <p>They are associations that the model assigns to paths; effects of x only if nothing else
 * confounds it, the mediators and the outcome.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
@MapperForm
public final class MediationResult {
  private final Analysis analysis;
  private final Lazy<ModelDocument> document;

  private MediationResult(Analysis analysis) {
    this.analysis = analysis;
    this.document = Lazy.of(() -> ModelDocument.of(analysis));
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
    return document.get();
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
  public List<FittedEquation> equations() {
    return analysis.equations();
  }

  /**
   * The fitted equation of an outcome.
   *
   * @param outcome an outcome of the model
   * @return its equation
   * @throws InvalidInputException if the model has no equation for it
   */
  public FittedEquation equation(String outcome) {
    return equations().stream()
        .filter(e -> e.outcome().equals(outcome))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "equation " + outcome,
                    "the model has no equation for this outcome"
                        + Nearest.listed(
                            outcome,
                            equations().stream().map(FittedEquation::outcome).toList(),
                            "outcomes")));
  }

  /**
   * All effects that the model gives rise to, those of one kind together.
   *
   * @return the effects as they are reported
   */
  public List<Effect> effects() {
    return analysis.effects();
  }

  /**
   * How many indirect effects there are, and of how many each is listed by itself.
   *
   * @return one entry for the exposure, or for each of its code columns; empty where the model was
   *     asked for named effects only
   */
  public List<ListedPaths> listedPaths() {
    return analysis.listedPaths();
  }

  /**
   * The effect of a key, such as one that another fit of the same model gave.
   *
   * @param key what identifies it
   * @return the effect
   * @throws InvalidInputException if there is no such effect
   */
  public Effect effect(EffectKey key) {
    List<Effect> candidates =
        key instanceof EffectKey.Along along && along.kind() == EffectKind.INDIRECT
            ? analysis.indirect(along.mediators())
            : effects();
    return candidates.stream()
        .filter(e -> e.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "effect", "the result lists no effect of this kind, path and values"));
  }

  /**
   * The effect of a name.
   *
   * @param name a name in files, such as {@code total indirect} or {@code indirect via belonging},
   *     or one that the model's author gave
   * @return the effect
   * @throws InvalidInputException if there is no such effect, or the author gave one the name of
   *     another; {@link #named} then has the author's, and {@link #total}, {@link #direct}, {@link
   *     #indirect} the model's own
   */
  public Effect effect(String name) {
    List<Effect> found = effects().stream().filter(e -> e.name().equals(name)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new InvalidInputException(
        "effect " + name,
        found.isEmpty()
            ? "there is no such effect"
                + Nearest.listed(name, effects().stream().map(Effect::name).toList(), "effects")
            : "the author of the model gave one effect the name of another: named(…) has the"
                + " author's; total(), direct(), totalIndirect() and indirect(…) have the model's"
                + " own");
  }

  /**
   * The effect that the author of the model named.
   *
   * @param name its name in the model
   * @return the effect
   * @throws InvalidInputException if the model names no such effect, or it is conditional on a
   *     moderator and there are several
   */
  public Effect named(String name) {
    List<Effect> found =
        effects().stream()
            .filter(e -> e.key() instanceof EffectKey.Named named && named.name().equals(name))
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new InvalidInputException(
        "effect " + name,
        found.isEmpty()
            ? "the model names no such effect"
                + Nearest.listed(
                    name,
                    effects().stream()
                        .filter(e -> e.key() instanceof EffectKey.Named)
                        .map(Effect::name)
                        .toList(),
                    "named effects")
            : "there are several, at different values of moderators; choose among effects()");
  }

  /**
   * The total effect of the exposure on the outcome: the sum of the direct and all indirect
   * effects.
   *
   * @return the effect; empty where effects cannot be added up, as with a logistic outcome, and
   *     where it depends on a moderator
   */
  public Optional<Effect> total() {
    return only(EffectKind.TOTAL);
  }

  /**
   * The direct effect of the exposure on the outcome: its coefficient in the outcome's equation.
   *
   * @return the effect; empty where the model has no such path or the effect depends on a moderator
   */
  public Optional<Effect> direct() {
    return only(EffectKind.DIRECT);
  }

  /**
   * The sum of all indirect effects.
   *
   * @return the effect; empty where there is only one, or effects cannot be added up
   */
  public Optional<Effect> totalIndirect() {
    return only(EffectKind.TOTAL_INDIRECT);
  }

  private Optional<Effect> only(EffectKind kind) {
    List<Effect> all =
        effects().stream().filter(e -> e.kind() == kind && e.at().isEmpty()).toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /**
   * The indirect effect through exactly the given mediators: the product of the steps of that path,
   * whether it is among those that are listed or not.
   *
   * @param mediators the mediators in causal order
   * @return the effect
   * @throws InvalidInputException if no such path exists, or it is conditional on a moderator; ask
   *     {@link #conditional} then
   */
  public Effect indirect(String... mediators) {
    List<Effect> found = analysis.indirect(Arrays.asList(mediators));
    String where = "indirect effect through " + String.join(", ", mediators);
    if (found.isEmpty()) {
      throw new InvalidInputException(where, noSuchPath(Arrays.asList(mediators)));
    }
    if (found.size() > 1) {
      throw new InvalidInputException(
          where,
          "there are several, at different values of moderators or for different codes; choose by"
              + " name with effect(…) or by moderator values with conditional(…)");
    }
    return found.get(0);
  }

  private String noSuchPath(List<String> mediators) {
    List<Effect> indirect =
        effects().stream().filter(e -> e.kind() == EffectKind.INDIRECT).toList();
    List<String> known =
        indirect.stream().flatMap(e -> inner(e.path()).stream()).distinct().toList();
    String unknown =
        mediators.stream()
            .filter(name -> !known.contains(name))
            .map(name -> "; no path goes through " + name + Nearest.question(name, known))
            .collect(Collectors.joining());
    return "no path goes through exactly these mediators in this order"
        + unknown
        + Nearest.listed(
            String.join(" → ", mediators),
            indirect.stream().map(e -> String.join(" → ", e.path())).toList(),
            "paths");
  }

  private static List<String> inner(List<String> path) {
    return path.size() < 2 ? List.of() : path.subList(1, path.size() - 1);
  }

  /**
   * Direct and indirect effects at given values of moderators.
   *
   * @param at moderator values by variable, on its own scale also where it is centred; moderators
   *     without a value are probed as in the table
   * @return the effects there
   * @throws InvalidInputException if a name is that of no moderator, or a value is not finite
   */
  public List<Effect> conditional(Map<String, Double> at) {
    return analysis.conditional(at);
  }

  /**
   * The difference of two effects, from the same replicates.
   *
   * @param first an effect of this result
   * @param second another
   * @return first − second
   * @throws InvalidInputException if an effect is of another result
   */
  public Effect contrast(Effect first, Effect second) {
    return analysis.contrast(first, second);
  }

  /**
   * An effect that was not asked for before, from the same fit and the same replicates.
   *
   * @param expression the effect in path syntax, such as {@code a1*b1 / (a1*b1 + c)}
   * @return the effect, tested against 0, or against 1 where its outermost function is {@code exp}
   * @throws InvalidInputException if the expression cannot be read or depends on a moderator's
   *     value
   */
  public Effect estimate(String expression) {
    return analysis.effect(expression);
  }

  /**
   * Intervals that hold for a set of effects at once, from their joint replicates (maxT).
   *
   * @param effects effects of this result, whichever question gave them
   * @return the same effects in the same order, each with its simultaneous interval and the p-value
   *     adjusted for their number
   * @throws InvalidInputException if an effect is of another result, or there was no bootstrap
   */
  public List<Effect> simultaneous(List<Effect> effects) {
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
   * @return the p-value
   * @throws InvalidInputException if the effect is not indirect or of another result, a step is not
   *     one coefficient of one predictor in a linear equation, rows are weighted or clustered, or
   *     there are no rows
   */
  public Inference permutationTest(Effect effect, int permutations, long seed) {
    return analysis.permutationTest(effect, new Permutations(permutations, seed));
  }

  /**
   * The Monte Carlo interval of an indirect effect: percentiles of the effect over draws from the
   * normal distribution of the coefficients (MacKinnon, Lockwood and Williams 2004, doi
   * 10.1207/s15327906mbr3901_4).
   *
   * <p>Same seed, same limits, on any number of threads.
   *
   * @param effect an indirect effect of this result
   * @param draws how many draws, at least 100, such as 20000
   * @param seed their seed
   * @return the inference
   * @throws InvalidInputException if the effect is not indirect or of another result, or there are
   *     too few draws
   */
  public Inference monteCarlo(Effect effect, int draws, long seed) {
    return analysis.monteCarlo(effect, new Draws(draws, seed));
  }

  /**
   * The replicates of an effect, in the order in which they were drawn.
   *
   * @param effect an effect of this result, whichever question gave it
   * @return one value a kept replicate
   * @throws InvalidInputException if the effect is of another result, or there was no bootstrap
   */
  public double[] replicates(Effect effect) {
    return analysis.replicates(effect);
  }

  /**
   * Where conditional effects differ from zero.
   *
   * @return one entry an effect of a single continuous moderator, in closed form for one step (by
   *     tests at each value under CR2 errors), from bootstrap bands for a product of steps
   */
  public List<SignificanceRegions> regions() {
    return analysis.regions();
  }

  /**
   * Sizes of indirect effects in other units, such as the proportion mediated.
   *
   * @return the sizes
   */
  public List<EffectSize> effectSizes() {
    return analysis.effectSizes();
  }

  /**
   * What a reader should be careful about.
   *
   * @return the cautions, each with a code for programs and a sentence for readers
   */
  public List<Caution> cautions() {
    return analysis.cautions();
  }

  /** The printout: equations, effects, cautions. */
  @Override
  public String toString() {
    return report().text();
  }
}
