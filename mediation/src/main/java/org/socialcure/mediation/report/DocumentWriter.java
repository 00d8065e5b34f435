package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.socialcure.mediation.effect.CoefficientTest;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKey;
import org.socialcure.mediation.effect.EffectSize;
import org.socialcure.mediation.effect.Findings;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.Scale;
import org.socialcure.mediation.effect.SignificanceRegions;
import org.socialcure.mediation.effect.SimpleSlopes;
import org.socialcure.mediation.inference.NoEffectSize;
import org.socialcure.mediation.inference.NoProportion;
import org.socialcure.mediation.internal.Library;
import org.socialcure.mediation.model.Question;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.FitMeasures;
import org.socialcure.mediation.regression.JointTest;
import org.socialcure.mediation.regression.Ratio;
import org.socialcure.mediation.regression.WildClusterTest;

/** Writes what a fitted model found as plain values, columns by name. */
final class DocumentWriter {
  private static final UnaryOperator<String> NAMES = UnaryOperator.identity();

  private final Findings findings;

  DocumentWriter(Findings findings) {
    this.findings = findings;
  }

  ModelDocument document() {
    return new ModelDocument(
        findings.question().name(),
        findings.labels(),
        model(),
        findings.sample(),
        findings.variables(),
        findings.equations().stream().map(DocumentWriter::equation).toList(),
        findings.effects().stream().map(this::effect).toList(),
        findings.moderators(),
        findings.codings(),
        findings.regions().stream().map(DocumentWriter::regions).toList(),
        findings.slopes().stream().map(DocumentWriter::slopes).toList(),
        findings.tests().stream().map(DocumentWriter::test).toList(),
        findings.wildClusterTests().stream().map(this::wild).toList(),
        findings.effectSizes().stream().map(DocumentWriter::size).toList(),
        findings.residualCorrelations(),
        findings.listedPaths().stream()
            .map(
                p ->
                    new ModelDocument.ListedPaths(
                        p.from(), p.to(), p.paths().doubleValue(), p.listed()))
            .toList(),
        findings.bootstrap().map(DocumentWriter::bootstrap),
        findings.cautions(),
        new ModelDocument.Provenance(Library.NAME, Library.version()));
  }

  private String label(String column) {
    return findings.labels().getOrDefault(column, column);
  }

  private ModelDocument.Model model() {
    Question question = findings.question();
    return new ModelDocument.Model(
        question
            .template()
            .map(template -> OptionalLong.of(template.number()))
            .orElse(OptionalLong.empty()),
        findings.asked().syntax(),
        question.x(),
        question.mediators(),
        question.y(),
        question.covariates(),
        findings.centring(),
        findings.standardErrors(),
        findings.clusters(),
        findings.weights(),
        findings.compatibility(),
        findings.level(),
        findings.fitted().dot(),
        findings.fitted().mermaid(),
        Estimands.of(findings, this::label),
        question.occasions().map(Question.Occasions::design),
        findings.permutations(),
        findings.monteCarlo());
  }

  private static ModelDocument.Equation equation(FittedEquation fitted) {
    Map<String, List<String>> variables = new LinkedHashMap<>();
    fitted.equation().terms().forEach(term -> variables.put(term.name(), term.variables()));
    Map<String, Double> standardised = fitted.fit().standardized();
    Map<String, Double> vif = fitted.fit().vif();
    Map<String, Ratio> ratios = fitted.fit().ratios();
    List<ModelDocument.Term> terms = new ArrayList<>();
    for (Coefficient coefficient : fitted.coefficients()) {
      boolean t = coefficient.df().isPresent();
      terms.add(
          new ModelDocument.Term(
              coefficient.name(),
              variables.getOrDefault(coefficient.name(), List.of()),
              fitted.label(coefficient.name()),
              coefficient.estimate(),
              coefficient.standardError(),
              t ? coefficient.statistic() : OptionalDouble.empty(),
              t ? OptionalDouble.empty() : coefficient.statistic(),
              coefficient.df(),
              coefficient.p(),
              coefficient.interval(),
              optional(standardised.get(coefficient.name())),
              optional(vif.get(coefficient.name())),
              Optional.ofNullable(ratios.get(coefficient.name()))));
    }
    return new ModelDocument.Equation(
        fitted.outcome(),
        fitted.equation().family(),
        Scale.of(fitted.equation()).told(NAMES),
        fitted.fit().standardErrors(),
        fitted.fit().rows(),
        terms,
        fitted.fit().measures().rSquared(),
        measures(fitted.fit().measures()),
        fitted.fit().measures().modelTest().flatMap(JointTest::missing),
        Arrays.stream(fitted.fit().covariance())
            .map(row -> Arrays.stream(row).boxed().toList())
            .toList());
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static Map<String, Double> measures(FitMeasures fit) {
    Map<String, Double> measures = new LinkedHashMap<>(fit.withoutModelTest());
    fit.modelTest().ifPresent(test -> measures.putAll(test(test)));
    fit.residualStandardError().ifPresent(s -> measures.put("mse", s * s));
    if (fit.rSquared().isEmpty()) {
      fit.logLikelihood().ifPresent(l -> measures.put("minus-2ll", -2 * l));
    }
    return measures;
  }

  private static Map<String, Double> test(JointTest test) {
    String name =
        switch (test.kind()) {
          case WALD_F -> "f";
          case HOTELLING_T_SQUARED -> "htz";
          case WALD_CHI_SQUARE -> "wald";
          case LIKELIHOOD_RATIO -> "model-ll";
        };
    Map<String, Double> measures = new LinkedHashMap<>();
    test.statistic()
        .ifPresent(
            statistic -> {
              measures.put(name, statistic);
              measures.put(name + "-df1", (double) test.df1());
            });
    test.df2().ifPresent(df2 -> measures.put(name + "-df2", df2));
    test.p().ifPresent(p -> measures.put(name + "-p", p));
    return measures;
  }

  private ModelDocument.Effect effect(Effect effect) {
    EffectKey key = effect.key();
    Optional<Inference> reported = effect.inference();
    return new ModelDocument.Effect(
        key.kind(),
        effect.name(),
        effect.label(),
        key.exposure(),
        key.path(),
        key instanceof EffectKey.Slope slope ? slope.by() : List.of(),
        key instanceof EffectKey.Difference difference
            ? List.of(operand(difference.first()), operand(difference.second()))
            : List.of(),
        key.at(),
        effect.expression(),
        effect.scale().told(NAMES),
        effect.scale().told(this::label),
        effect.estimate(),
        effect.nullValue(),
        effect.se(),
        effect.interval(),
        reported.map(DocumentInference::of).map(Wording::rule),
        effect.p(),
        reported.map(
            inference ->
                inference.equals(effect.classical().orElse(null))
                    ? ModelDocument.Source.CLASSICAL
                    : ModelDocument.Source.BOOTSTRAP),
        effect.classical().map(DocumentInference::of),
        effect.bootstrap().map(DocumentInference::of),
        effect.normalTheory().stream().map(DocumentInference::of).toList(),
        effect.standardised(),
        effect.simultaneous().map(DocumentInference::of));
  }

  private static ModelDocument.Operand operand(EffectKey key) {
    return new ModelDocument.Operand(key.kind(), key.path(), key.at());
  }

  private static ModelDocument.JohnsonNeyman regions(SignificanceRegions regions) {
    return new ModelDocument.JohnsonNeyman(
        String.join(" → ", regions.path()),
        regions.path(),
        regions.moderator(),
        regions.method(),
        regions.bounds(),
        regions.percentBelow(),
        regions.curve());
  }

  private static ModelDocument.Slopes slopes(SimpleSlopes slopes) {
    return new ModelDocument.Slopes(
        slopes.outcome(), slopes.focal(), slopes.scale().told(NAMES), slopes.points());
  }

  private static ModelDocument.CoefficientTest test(CoefficientTest test) {
    return new ModelDocument.CoefficientTest(
        Wording.tested(test.tested(), String.join(":", test.variables())),
        test.tested(),
        test.variables(),
        test.equation(),
        test.kind(),
        test.statistic(),
        test.df1(),
        test.df2(),
        test.p(),
        test.r2Change(),
        test.missing());
  }

  private ModelDocument.WildCluster wild(Findings.WildCluster tested) {
    WildClusterTest test = tested.test();
    List<String> variables =
        findings
            .fitted()
            .equation(tested.equation())
            .flatMap(e -> e.terms().stream().filter(t -> t.name().equals(test.term())).findFirst())
            .map(Term::variables)
            .orElse(List.of());
    return new ModelDocument.WildCluster(
        tested.equation(),
        test.term(),
        variables,
        test.statistic(),
        test.clusters(),
        test.multipliers(),
        test.draws(),
        test.replicates(),
        test.seed(),
        test.p());
  }

  private static ModelDocument.EffectSize size(EffectSize size) {
    return new ModelDocument.EffectSize(
        size.kind(),
        size.effect().name(),
        size.estimate(),
        size.interval(),
        size.missing(),
        size.withheld(),
        size.absent(),
        size.withheld()
            .map(NoProportion::explanation)
            .or(() -> size.absent().map(NoEffectSize::explanation))
            .or(() -> Wording.note(size.kind())));
  }

  private static ModelDocument.Bootstrap bootstrap(Findings.Resampling drawn) {
    return new ModelDocument.Bootstrap(
        drawn.kind(),
        drawn.bootstrap().replicates(),
        drawn.kept(),
        drawn.degenerate(),
        drawn.bootstrap().method(),
        drawn.bootstrap().rule(),
        drawn.bootstrap().compatibility(),
        drawn.seed(),
        drawn.generator());
  }
}
