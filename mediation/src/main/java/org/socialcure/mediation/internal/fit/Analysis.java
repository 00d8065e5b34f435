package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Progress;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.resample.ReplicateRandom;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.CodedVariable;
import org.socialcure.mediation.effect.CoefficientTest;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.EffectSize;
import org.socialcure.mediation.effect.Findings;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.ListedPaths;
import org.socialcure.mediation.effect.ProbedModerator;
import org.socialcure.mediation.effect.ResidualCorrelation;
import org.socialcure.mediation.effect.SampleAccount;
import org.socialcure.mediation.effect.SignificanceRegions;
import org.socialcure.mediation.effect.SimpleSlopes;
import org.socialcure.mediation.effect.VariableSummary;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.internal.Lazy;
import org.socialcure.mediation.internal.Work;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Question;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * A fitted model: sample, equations and replicates. Everything else is computed when it is first
 * asked for, and kept.
 *
 * <p>Immutable and thread-safe.
 */
public final class Analysis implements Findings {
  private final PathModel asked;
  private final Design design;
  private final List<FittedEquation> equations;
  private final Estimates estimates;
  private final Optional<Resamples> resamples;
  private final EffectAnswers answers;
  private final EffectList list;
  private final Lazy<TotalEffect> total;
  private final Lazy<Map<String, Double>> sds;
  private final Lazy<List<VariableSummary>> variables;
  private final Lazy<List<ProbedModerator>> moderators;
  private final Lazy<List<SignificanceRegions>> regions;
  private final Lazy<List<SimpleSlopes>> slopes;
  private final Lazy<List<CoefficientTest>> tests;
  private final Lazy<List<EffectSize>> sizes;
  private final Lazy<List<WildCluster>> wild;
  private final Lazy<List<ResidualCorrelation>> correlations;
  private final Lazy<List<Caution>> cautions;

  private Analysis(
      PathModel asked,
      Design design,
      List<Regression> regressions,
      Optional<Bootstrap> bootstrap,
      Work work) {
    this.asked = asked;
    this.design = design;
    design.checkRequests();
    design.checkExposures();
    this.equations = Equations.fit(design.model().equations(), regressions);
    this.estimates = new Estimates(equations);
    this.resamples =
        bootstrap.map(b -> Resamples.draw(design, regressions, equations, estimates, b, work));
    this.total = Lazy.of(() -> TotalEffect.of(design));
    this.sds =
        Lazy.of(
            () ->
                design
                    .moments()
                    .map(MomentDesign::sds)
                    .orElseGet(() -> Resamples.sampleSds(design)));
    this.answers = new EffectAnswers(design, equations, estimates, resamples, total, sds, work);
    this.list = new EffectList(this, design, estimates, resamples, answers);
    boolean rows = design.moments().isEmpty();
    this.variables = Lazy.of(() -> rows ? Variables.of(design) : List.of());
    this.moderators = Lazy.of(this::probedModerators);
    this.regions =
        Lazy.of(
            () ->
                rows
                    ? Regions.of(
                        design,
                        equations,
                        estimates,
                        answers.inferences(),
                        resamples.isPresent(),
                        list.specs())
                    : List.of());
    this.slopes = Lazy.of(() -> rows ? Slopes.of(design, equations) : List.of());
    this.wild = Lazy.of(() -> wildTests(work));
    this.tests = Lazy.of(() -> JointTests.of(design, equations, total.get()));
    this.sizes =
        Lazy.of(
            () ->
                new SizesOfEffects(design, estimates, resamples, answers.inferences(), sds.get())
                    .of(list.effects()));
    this.correlations = Lazy.of(() -> ResidualCorrelations.of(equations));
    if (!design.model().namedEffects().isEmpty()) {
      // An author's effect that does not exist is said now, not at a later question.
      list.effects();
    }
    this.cautions =
        Lazy.of(() -> Cautions.of(design, equations, resamples, list, sizes.get(), this::label));
  }

  /**
   * Fits a model on rows.
   *
   * @param path the model
   * @param settings what is asked
   * @param data the data
   * @param bootstrap the bootstrap
   * @return the analysis
   */
  public static Analysis of(
      PathModel path, Settings settings, Dataset data, Optional<Bootstrap> bootstrap) {
    return of(path, settings, data, bootstrap, Progress.UNHEARD);
  }

  /**
   * Fits a model on rows and tells how far it is. What is heard of is calculated at once, for a
   * listener is let go when the fit ends.
   *
   * @param path the model
   * @param settings what is asked
   * @param data the data
   * @param bootstrap the bootstrap
   * @param progress who hears
   * @return the analysis
   */
  public static Analysis of(
      PathModel path,
      Settings settings,
      Dataset data,
      Optional<Bootstrap> bootstrap,
      Progress progress) {
    CodedModel.checkSizes(path, Map.of());
    Settings effective = bootstrap.map(b -> Agreement.of(settings, b)).orElse(settings);
    Optional<Bootstrap> drawn =
        bootstrap.map(b -> b.withCompatibility(effective.errors().compatibility()));
    Design design = Design.of(path, effective, Sample.of(path, effective, data, drawn));
    design.checkRows();
    MemoryNeed.check(design);
    Work work = Work.heardBy(effective.threads(), progress);
    try {
      return of(path, design, drawn, work, progress);
    } finally {
      work.end();
    }
  }

  private static Analysis of(
      PathModel path, Design design, Optional<Bootstrap> drawn, Work work, Progress progress) {
    Analysis analysis = new Analysis(path, design, design.regressions(), drawn, work);
    if (progress != Progress.UNHEARD) {
      analysis.list.effects().forEach(FittedEffect::answerAll);
      analysis.wildClusterTests();
    }
    return analysis;
  }

  /**
   * Fits a linear model on moments.
   *
   * @param path the model
   * @param settings what is asked
   * @param moments the moments
   * @param progress who hears
   * @return the analysis
   */
  public static Analysis of(PathModel path, Settings settings, Moments moments, Progress progress) {
    CodedModel.checkSizes(path, Map.of());
    Design design = MomentDesign.of(path, settings, moments);
    Work work = Work.heardBy(settings.threads(), progress);
    try {
      Analysis analysis = of(path, design, Optional.empty(), work, progress);
      // Moments may not tell where moderators are to be probed: said now, not at a later question.
      analysis.list.specs();
      return analysis;
    } finally {
      work.end();
    }
  }

  private List<ProbedModerator> probedModerators() {
    Set<String> bases = new LinkedHashSet<>();
    for (EffectSpec spec : list.specs()) {
      spec.written().moderators().stream()
          .filter(
              m ->
                  // Where a mediator is zero as a predictor it was not probed.
                  !spec.key()
                          .at()
                          .getOrDefault(m, Double.NaN)
                          .equals(design.centres().getOrDefault(m, 0.0))
                      || design.model().equation(m).isEmpty())
          .forEach(m -> bases.add(design.base(m)));
    }
    List<ProbedModerator> probed = new ArrayList<>();
    for (String base : bases) {
      Probes probes = Probes.of(design, base);
      List<Double> values =
          probes.kind() == VariableSummary.Kind.MULTICATEGORICAL
              ? List.of()
              : probes.probes().stream()
                  .map(p -> Objects.requireNonNull(p.values().get(base)))
                  .toList();
      probed.add(new ProbedModerator(base, probes.kind(), probes.rule(), values));
    }
    return List.copyOf(probed);
  }

  /**
   * What people call a column.
   *
   * @param column its name
   * @return its label
   */
  public String label(String column) {
    return design.sample().labels().getOrDefault(column, column);
  }

  /**
   * The direct and indirect effects at values of moderators.
   *
   * @param at values by variable
   * @return the effects there
   * @throws InvalidInputException if a value is of no moderator or not finite
   */
  public List<Effect> conditional(Map<String, Double> at) {
    return List.copyOf(list.conditional(at));
  }

  /**
   * The indirect effects through exactly some mediators, whether they are listed or not.
   *
   * @param mediators the mediators in causal order
   * @return the effects at values of moderators and of codes; empty if no path goes through them
   */
  public List<Effect> indirect(List<String> mediators) {
    return List.copyOf(list.indirect(mediators));
  }

  @Override
  public List<ListedPaths> listedPaths() {
    return list.paths();
  }

  /**
   * An effect that was not asked for before, from the same fit and replicates.
   *
   * @param expression the effect in path syntax
   * @return the effect
   * @throws InvalidInputException if the expression cannot be read or depends on a moderator's
   *     value
   */
  public Effect effect(String expression) {
    return list.asked(expression);
  }

  /**
   * The difference of two effects.
   *
   * @param first an effect of this analysis
   * @param second another
   * @return first − second
   * @throws InvalidInputException if one is of another result
   */
  public Effect contrast(Effect first, Effect second) {
    return list.contrast(own(first), own(second));
  }

  /**
   * The simultaneous intervals of effects.
   *
   * @param chosen effects of this analysis
   * @return the effects with their simultaneous intervals
   * @throws InvalidInputException if one is of another result or there was no bootstrap
   */
  public List<Effect> simultaneous(List<Effect> chosen) {
    List<FittedEffect> own = chosen.stream().map(this::own).toList();
    Resamples drawn = drawn("simultaneous intervals");
    Optional<List<Inference>> joint =
        Simultaneous.of(
            own.stream().map(FittedEffect::inCoefficients).toList(),
            estimates,
            drawn,
            design.settings().level());
    List<Effect> together = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      together.add(
          joint.isPresent()
              ? own.get(i).withSimultaneous(answers, joint.get().get(i))
              : own.get(i));
    }
    return List.copyOf(together);
  }

  /**
   * The replicates of an effect.
   *
   * @param effect an effect of this analysis
   * @return one value a kept replicate
   * @throws InvalidInputException if it is of another result or there was no bootstrap
   */
  public double[] replicates(Effect effect) {
    FittedEffect own = own(effect);
    return drawn("replicates of " + effect.label()).of(own.inCoefficients());
  }

  /**
   * The permutation test of an indirect effect.
   *
   * @param effect an indirect effect of this analysis
   * @param permutations how many permutations, and their seed
   * @return the test
   * @throws InvalidInputException if the effect is not indirect or its steps do not permit the test
   */
  public Inference permutationTest(Effect effect, Permutations permutations) {
    return answers.permutationTest(indirect("permutation test", effect), permutations);
  }

  /**
   * The Monte Carlo interval of an indirect effect.
   *
   * @param effect an indirect effect of this analysis
   * @param draws how many draws, and their seed
   * @return percentiles of the effect over the draws
   * @throws InvalidInputException if the effect is not indirect
   */
  public Inference monteCarlo(Effect effect, Draws draws) {
    return answers.monteCarlo(indirect("Monte Carlo interval", effect), draws);
  }

  private EffectSpec indirect(String what, Effect effect) {
    FittedEffect own = own(effect);
    if (own.kind() != EffectKind.INDIRECT) {
      throw new InvalidInputException(
          what + " of " + effect.label(),
          "only indirect effects have it, which are products of the steps of a path");
    }
    return own.spec();
  }

  private Resamples drawn(String what) {
    return resamples.orElseThrow(
        () ->
            new InvalidInputException(
                what, "the model was fitted without bootstrap; fit it with one"));
  }

  private FittedEffect own(Effect effect) {
    if (Objects.requireNonNull(effect, "effect") instanceof FittedEffect own && own.isOf(this)) {
      return own;
    }
    throw new InvalidInputException(
        "effect " + effect.label(), "is of another result; ask this one for its own effects");
  }

  @Override
  public Question question() {
    return design.settings().question();
  }

  @Override
  public PathModel asked() {
    return asked;
  }

  @Override
  public PathModel fitted() {
    return design.model();
  }

  @Override
  public Centring centring() {
    return design.settings().data().centring();
  }

  @Override
  public StandardErrors standardErrors() {
    return design.settings().errors().standardErrors();
  }

  @Override
  public Optional<Clusters> clusters() {
    return design
        .settings()
        .data()
        .cluster()
        .map(
            column ->
                new Clusters(
                    column,
                    (int)
                        Arrays.stream(Objects.requireNonNull(design.sample().groups().get(column)))
                            .distinct()
                            .count()));
  }

  @Override
  public Optional<String> weights() {
    return design.settings().data().weights();
  }

  @Override
  public double level() {
    return design.settings().level();
  }

  @Override
  public Compatibility compatibility() {
    return design.settings().errors().compatibility();
  }

  @Override
  public Map<String, String> labels() {
    return design.sample().labels();
  }

  @Override
  public SampleAccount sample() {
    Sample sample = design.sample();
    return new SampleAccount(
        sample.rowsRead(),
        sample.rows(),
        sample.rowsRead() - sample.rows(),
        sample.zeroWeights(),
        sample.missing());
  }

  @Override
  public List<VariableSummary> variables() {
    return variables.get();
  }

  @Override
  public List<FittedEquation> equations() {
    return equations;
  }

  @Override
  public List<Effect> effects() {
    return List.copyOf(list.effects());
  }

  @Override
  public List<ProbedModerator> moderators() {
    return moderators.get();
  }

  @Override
  public List<CodedVariable> codings() {
    return Stream.concat(design.sample().codings().stream(), design.sample().events().stream())
        .map(Sample.Coded::told)
        .toList();
  }

  @Override
  public List<SignificanceRegions> regions() {
    return regions.get();
  }

  @Override
  public List<SimpleSlopes> slopes() {
    return slopes.get();
  }

  @Override
  public List<CoefficientTest> tests() {
    return tests.get();
  }

  @Override
  public List<EffectSize> effectSizes() {
    return sizes.get();
  }

  @Override
  public List<ResidualCorrelation> residualCorrelations() {
    return correlations.get();
  }

  @Override
  public Optional<Resampling> bootstrap() {
    return resamples.map(
        r ->
            new Resampling(
                r.bootstrap(),
                r.units().kind(),
                r.table().kept(),
                r.table().degenerate(),
                r.bootstrap().hasIndices()
                    ? OptionalLong.empty()
                    : OptionalLong.of(r.bootstrap().seed()),
                r.bootstrap().hasIndices() ? "supplied indices" : ReplicateRandom.NAME));
  }

  @Override
  public Optional<Simulated> permutations() {
    return design
        .settings()
        .requests()
        .permutations()
        .map(p -> new Simulated(p.count(), p.seed(), ReplicateRandom.NAME));
  }

  @Override
  public Optional<Simulated> monteCarlo() {
    return design
        .settings()
        .requests()
        .monteCarlo()
        .map(d -> new Simulated(d.count(), d.seed(), ReplicateRandom.NAME));
  }

  @Override
  public List<WildCluster> wildClusterTests() {
    return wild.get();
  }

  private List<WildCluster> wildTests(Work work) {
    List<WildCluster> tested = new ArrayList<>();
    design
        .settings()
        .requests()
        .wildCluster()
        .ifPresent(
            asked -> {
              for (FittedEquation equation : equations) {
                for (Term term : equation.equation().terms()) {
                  tested.add(
                      new WildCluster(
                          equation.outcome(),
                          equation
                              .fit()
                              .wildClusterTest(
                                  term.name(), asked.count(), asked.seed(), work.listener())));
                }
              }
            });
    return List.copyOf(tested);
  }

  @Override
  public List<Caution> cautions() {
    return cautions.get();
  }

  UnaryOperator<String> labelling() {
    return this::label;
  }
}
