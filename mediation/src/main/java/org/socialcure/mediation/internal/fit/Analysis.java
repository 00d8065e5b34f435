package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.internal.effect.EffectCatalogue;
import org.socialcure.mediation.internal.effect.EffectKind;
import org.socialcure.mediation.internal.effect.EffectSpec;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.CriticalValue;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.report.ModelDocument;

/**
 * A fitted model: the equations, the replicates and the document, and the means to answer later
 * questions.
 *
 * <p>Immutable and thread-safe.
 */
public final class Analysis {
  private final Design design;
  private final List<RegressionFit> fits;
  private final Estimates estimates;
  private final Optional<Resamples> resamples;
  private final EffectWriter effects;
  private final Map<String, EffectSpec> specs;
  private final ModelDocument document;

  private Analysis(
      PathModel asked, Design design, List<Regression> regressions, Optional<Bootstrap> bootstrap) {
    this.design = design;
    Settings settings = design.settings();
    this.fits = fitAll(regressions);
    this.estimates = new Estimates(design.model(), fits);
    this.resamples = bootstrap.map(b -> Resamples.draw(design, regressions, fits, estimates, b));
    Optional<RegressionFit> total = TotalEffect.fit(design);
    Map<String, Double> sds =
        design.moments().map(MomentDesign::sds).orElseGet(() -> Resamples.sampleSds(design));
    this.effects = new EffectWriter(design, fits, total, estimates, resamples, sds);
    this.specs = new java.util.LinkedHashMap<>();
    for (EffectSpec spec :
        EffectCatalogue.of(
            design.model(),
            design.focals(),
            settings.y().orElse(""),
            settings.pathways(),
            design::base,
            design::probes)) {
      specs.put(spec.name(), spec);
    }
    this.document = document(asked, regressions, total, sds);
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
    // A profile that reproduces a tool reproduces its critical values too.
    boolean process = bootstrap.filter(b -> b.compatibility() == Compatibility.PROCESS).isPresent();
    Settings asked =
        process ? settings.with(s -> s.criticalValue = CriticalValue.PROCESS) : settings;
    Design design = Design.of(path, asked, Sample.of(path, asked, data, bootstrap));
    design.checkRows();
    return new Analysis(path, design, design.regressions(), bootstrap);
  }

  /**
   * Fits a linear model on moments.
   *
   * @param path the model
   * @param settings what is asked
   * @param moments the moments
   * @return the analysis
   */
  public static Analysis of(PathModel path, Settings settings, Moments moments) {
    Design design = MomentDesign.of(path, settings, moments);
    return new Analysis(path, design, design.regressions(), Optional.empty());
  }

  private static List<RegressionFit> fitAll(List<Regression> regressions) {
    List<Problem> problems = new ArrayList<>();
    List<RegressionFit> fits = new ArrayList<>();
    for (Regression regression : regressions) {
      try {
        fits.add(regression.fit());
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return List.copyOf(fits);
  }

  private ModelDocument document(
      PathModel asked,
      List<Regression> regressions,
      Optional<RegressionFit> total,
      Map<String, Double> sds) {
    DocumentWriter writer = new DocumentWriter(design);
    List<ModelDocument.Equation> equations = new ArrayList<>();
    for (int e = 0; e < fits.size(); e++) {
      equations.add(writer.equation(design.model().equations().get(e), fits.get(e)));
    }
    List<EffectSpec> listed = List.copyOf(specs.values());
    List<ModelDocument.Effect> written =
        Simultaneous.added(
            listed,
            listed.stream().map(effects::write).toList(),
            resamples,
            design.settings().level());
    boolean rows = design.moments().isEmpty();
    return new ModelDocument(
        design.settings().name(),
        writer.model(asked.syntax()),
        writer.sample(),
        rows ? writer.variables() : List.of(),
        equations,
        written,
        writer.moderators(moderators()),
        writer.codings(),
        rows
            ? RegionsWriter.of(
                design, fits, estimates, effects.inferences(), resamples.isPresent(), listed)
            : List.of(),
        rows ? SimpleSlopesWriter.of(design, fits) : List.of(),
        writer.tests(regressions, fits, total),
        new EffectSizesWriter(design, estimates, resamples, effects.inferences(), sds)
            .of(listed, written),
        writer.residualCorrelations(fits),
        DocumentWriter.bootstrap(resamples),
        Cautions.of(design, fits, resamples, listed),
        DocumentWriter.provenance());
  }

  private Set<String> moderators() {
    Set<String> bases = new LinkedHashSet<>();
    for (EffectSpec spec : specs.values()) {
      spec.written().moderators().stream()
          .filter(m -> !spec.at().getOrDefault(m, Double.NaN).equals(0.0) || isExogenous(m))
          .forEach(m -> bases.add(design.base(m)));
    }
    return bases;
  }

  private boolean isExogenous(String variable) {
    return design.model().equation(variable).isEmpty();
  }

  /**
   * The document.
   *
   * @return everything that is reported
   */
  public ModelDocument document() {
    return document;
  }

  /**
   * The fitted equations.
   *
   * @return in causal order
   */
  public List<RegressionFit> fits() {
    return fits;
  }

  /**
   * The direct and indirect effects at values of moderators.
   *
   * @param at values by variable
   * @return the effects there
   * @throws InvalidInputException if a moderator has no value or is not one
   */
  public List<ModelDocument.Effect> conditional(Map<String, Double> at) {
    List<EffectSpec> there =
        EffectCatalogue.of(
            design.model(),
            design.focals(),
            design.settings().y().orElse(""),
            design.settings().pathways(),
            v -> v,
            v ->
                at.containsKey(v)
                    ? List.of(
                        new org.socialcure.mediation.internal.effect.Probe(
                            v + " = " + Probes.shown(at.get(v)), Map.of(v, at.get(v))))
                    : design.probes(design.base(v)));
    return there.stream()
        .filter(s -> s.kind() == EffectKind.DIRECT || s.kind() == EffectKind.INDIRECT)
        .map(effects::write)
        .toList();
  }

  /**
   * An effect that was not asked for before, from the same fit and replicates.
   *
   * @param expression the effect in path syntax
   * @return the effect
   * @throws InvalidInputException if the expression cannot be read or depends on a moderator's
   *     value
   */
  public ModelDocument.Effect effect(String expression) {
    Expression parsed = design.model().expression(expression);
    if (!parsed.moderators().isEmpty()) {
      throw new InvalidInputException(
          "effect",
          "depends on the value of "
              + String.join(", ", parsed.moderators())
              + "; write the value in its place");
    }
    return effects.write(
        new EffectSpec(
            EffectKind.NAMED,
            expression,
            List.of(),
            Optional.empty(),
            Map.of(),
            parsed,
            parsed,
            "as defined"));
  }

  /**
   * The simultaneous intervals of effects.
   *
   * @param chosen effects of this analysis
   * @return the effects with their simultaneous intervals
   * @throws InvalidInputException if an effect is not reported or there was no bootstrap
   */
  public List<ModelDocument.Effect> simultaneous(List<ModelDocument.Effect> chosen) {
    double[][] replicates = chosen.stream().map(e -> replicates(e.name())).toArray(double[][]::new);
    return Simultaneous.of(chosen, replicates, design.settings().level());
  }

  /**
   * The replicates of a reported effect.
   *
   * @param name its name
   * @return one value a kept replicate
   * @throws InvalidInputException if there is no such effect or there was no bootstrap
   */
  public double[] replicates(String name) {
    EffectSpec spec = specs.get(name);
    if (spec == null || resamples.isEmpty()) {
      throw new InvalidInputException(
          "replicates of " + name,
          spec == null
              ? "the result has no such effect"
              : "the model was fitted without bootstrap");
    }
    return resamples.get().of(spec.expression());
  }

  /**
   * The permutation test of an indirect effect.
   *
   * @param effect an indirect effect of this analysis
   * @param permutations how many permutations, and their seed
   * @return the test
   * @throws InvalidInputException if the effect is not indirect or its steps do not permit the test
   */
  public ModelDocument.Inference permutationTest(
      ModelDocument.Effect effect, Permutations permutations) {
    EffectSpec spec = specs.get(effect.name());
    if (spec == null || spec.kind() != EffectKind.INDIRECT) {
      throw new InvalidInputException(
          "permutation test of " + effect.name(),
          "only the indirect effects of this result can be tested, which are products of the steps"
              + " of a path");
    }
    return new PermutationTest(design, fits, estimates).of(spec, permutations);
  }

  /**
   * The difference of two effects.
   *
   * @param first an effect of this analysis
   * @param second another
   * @return first − second
   */
  public ModelDocument.Effect contrast(ModelDocument.Effect first, ModelDocument.Effect second) {
    Expression difference = Expression.difference(at(first), at(second));
    return effects.write(
        new EffectSpec(
            EffectKind.CONTRAST,
            first.name() + " − " + second.name(),
            List.of(),
            Optional.empty(),
            Map.of(),
            difference,
            difference,
            "difference of effects"));
  }

  private Expression at(ModelDocument.Effect effect) {
    EffectSpec spec = specs.get(effect.name());
    return spec != null
        ? spec.expression()
        : design.model().expression(effect.expression()).at(effect.at());
  }
}
