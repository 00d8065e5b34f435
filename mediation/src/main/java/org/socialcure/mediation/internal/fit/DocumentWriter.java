package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.internal.ReplicateRandom;
import org.socialcure.mediation.internal.effect.EffectScale;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.FitMeasures;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.report.ModelDocument;

/** Writes the parts of a document that need no further inference. */
final class DocumentWriter {
  private final Design design;
  private final Settings settings;

  DocumentWriter(Design design) {
    this.design = design;
    this.settings = design.settings();
  }

  ModelDocument.Model model(String asked) {
    return new ModelDocument.Model(
        settings.template().isPresent()
            ? OptionalLong.of(settings.template().getAsInt())
            : OptionalLong.empty(),
        asked,
        settings.x(),
        settings.mediators(),
        settings.y(),
        settings.covariates(),
        Words.of(settings.centring()),
        Words.of(settings.standardErrors()),
        settings.level(),
        design.model().dot(),
        design.model().mermaid(),
        Estimand.of(settings),
        settings.prePost().map(p -> Words.of(p.design())),
        settings
            .permutations()
            .map(p -> new ModelDocument.Permutations(p.count(), p.seed(), ReplicateRandom.NAME)));
  }

  ModelDocument.Sample sample() {
    Sample sample = design.sample();
    return new ModelDocument.Sample(
        sample.rowsRead(), sample.rows(), sample.rowsRead() - sample.rows(), sample.missing());
  }

  List<ModelDocument.Variable> variables() {
    Map<String, String> roles = new LinkedHashMap<>();
    design.focals().forEach(x -> roles.put(x, "exposure"));
    settings.mediators().forEach(m -> roles.putIfAbsent(m, "mediator"));
    settings.y().ifPresent(y -> roles.putIfAbsent(y, "outcome"));
    settings.covariates().forEach(c -> roles.putIfAbsent(c, "covariate"));
    Set<String> products = new LinkedHashSet<>();
    for (Equation equation : design.model().equations()) {
      equation.terms().stream()
          .filter(t -> t.variables().size() > 1)
          .forEach(t -> products.addAll(t.variables()));
    }
    products.forEach(v -> roles.putIfAbsent(v, "moderator"));
    for (Equation equation : design.model().equations()) {
      roles.putIfAbsent(equation.outcome(), "outcome");
      equation.terms().forEach(t -> t.variables().forEach(v -> roles.putIfAbsent(v, "covariate")));
      equation.offset().ifPresent(o -> roles.putIfAbsent(o, "offset"));
    }
    settings.weights().ifPresent(w -> roles.putIfAbsent(w, "weight"));
    List<ModelDocument.Variable> variables = new ArrayList<>();
    roles.forEach(
        (name, role) -> {
          double[] column = design.sample().columns().get(name);
          if (column != null && column.length > 1) {
            variables.add(variable(name, role, column));
          }
        });
    return variables;
  }

  private ModelDocument.Variable variable(String name, String role, double[] column) {
    PathModel model = design.model();
    double[] distinct = Arrays.stream(column).distinct().limit(3).toArray();
    boolean count = model.equation(name).filter(e -> e.family().isCount()).isPresent();
    String kind = distinct.length <= 2 ? "binary" : count ? "count" : "continuous";
    return new ModelDocument.Variable(
        name,
        role,
        kind,
        SampleStatistics.mean(column),
        SampleStatistics.standardDeviation(column),
        Arrays.stream(column).min().orElseThrow(),
        Arrays.stream(column).max().orElseThrow());
  }

  ModelDocument.Equation equation(Equation equation, RegressionFit fit) {
    Map<String, Double> standardised = fit.standardized();
    Map<String, Double> vif = fit.vif();
    List<ModelDocument.Term> terms = new ArrayList<>();
    for (Coefficient coefficient : fit.coefficients()) {
      boolean t = coefficient.df().isPresent();
      terms.add(
          new ModelDocument.Term(
              coefficient.name(),
              EffectWriter.label(equation, coefficient.name()),
              coefficient.estimate(),
              coefficient.standardError(),
              t ? coefficient.statistic() : OptionalDouble.empty(),
              t ? OptionalDouble.empty() : coefficient.statistic(),
              coefficient.df(),
              coefficient.p(),
              coefficient.interval(),
              optional(standardised.get(coefficient.name())),
              optional(vif.get(coefficient.name()))));
    }
    List<List<Double>> covariance = new ArrayList<>();
    for (double[] row : fit.covariance()) {
      covariance.add(Arrays.stream(row).boxed().toList());
    }
    return new ModelDocument.Equation(
        equation.outcome(),
        Words.of(equation.family()),
        EffectScale.of(equation),
        Words.of(fit.standardErrors()),
        fit.rows(),
        terms,
        fit.measures().rSquared(),
        measures(fit.measures()),
        covariance);
  }

  private static OptionalDouble optional(@org.jspecify.annotations.Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static Map<String, Double> measures(FitMeasures fit) {
    Map<String, Double> measures = new LinkedHashMap<>();
    boolean linear = fit.rSquared().isPresent();
    fit.byName()
        .forEach(
            (name, value) ->
                measures.put(
                    switch (name) {
                      case "df1", "df2", "p" ->
                          (measures.containsKey("f") ? "f-" : "model-ll-") + name;
                      case "chi-square" -> "model-ll";
                      default -> name;
                    },
                    value));
    fit.residualStandardError().ifPresent(s -> measures.put("mse", s * s));
    if (!linear) {
      fit.logLikelihood().ifPresent(l -> measures.put("minus-2ll", -2 * l));
    }
    return measures;
  }

  List<ModelDocument.Coding> codings() {
    List<ModelDocument.Coding> codings = new ArrayList<>();
    for (Sample.Coded coded : design.sample().codings()) {
      codings.add(
          new ModelDocument.Coding(
              coded.variable(),
              Words.of(coded.coding().scheme()),
              coded.levels(),
              coded.names(),
              Arrays.stream(coded.codes()).map(r -> Arrays.stream(r).boxed().toList()).toList()));
    }
    return codings;
  }

  /** The moderators of products, with their probes. */
  List<ModelDocument.Moderator> moderators(Set<String> bases) {
    List<ModelDocument.Moderator> moderators = new ArrayList<>();
    for (String base : bases) {
      Probes probes = Probes.of(design, base);
      List<Double> values =
          probes.kind().equals("multicategorical")
              ? List.of()
              : probes.probes().stream().map(p -> p.values().get(base)).toList();
      moderators.add(new ModelDocument.Moderator(base, probes.kind(), probes.rule(), values));
    }
    return moderators;
  }

  /**
   * Correlations of the residuals of outcomes that do not predict one another; where one predicts
   * the other in a linear equation, the correlation is zero by construction.
   */
  List<ModelDocument.ResidualCorrelation> residualCorrelations(List<RegressionFit> fits) {
    List<Equation> equations = design.model().equations();
    List<ModelDocument.ResidualCorrelation> correlations = new ArrayList<>();
    for (int i = 0; i < fits.size(); i++) {
      for (int j = i + 1; j < fits.size(); j++) {
        boolean free = !equations.get(j).dependsOn(equations.get(i).outcome());
        if (free && fits.get(i).cases().isPresent() && fits.get(j).cases().isPresent()) {
          double[] first = fits.get(i).cases().get().residuals();
          double[] second = fits.get(j).cases().get().residuals();
          String outcome = fits.get(i).outcome();
          String other = fits.get(j).outcome();
          SampleStatistics.correlation(first, second)
              .ifPresent(
                  r -> correlations.add(new ModelDocument.ResidualCorrelation(outcome, other, r)));
        }
      }
    }
    return correlations;
  }

  static ModelDocument.Bootstrap bootstrap(Resamples resamples) {
    Bootstrap bootstrap = resamples.bootstrap();
    return new ModelDocument.Bootstrap(
        Words.of(bootstrap.kind()),
        bootstrap.replicates(),
        resamples.table().kept(),
        resamples.table().degenerate(),
        Words.of(bootstrap.method()),
        Words.of(bootstrap.rule()),
        Words.of(bootstrap.compatibility()),
        bootstrap.hasIndices() ? OptionalLong.empty() : OptionalLong.of(bootstrap.seed()),
        bootstrap.hasIndices() ? "supplied indices" : ReplicateRandom.NAME);
  }

  /** Tests of all code columns of a categorical variable at once, and of products. */
  List<ModelDocument.CoefficientTest> tests(
      List<Regression> regressions, List<RegressionFit> fits, Optional<RegressionFit> total) {
    List<ModelDocument.CoefficientTest> tests = new ArrayList<>();
    for (int e = 0; e < fits.size(); e++) {
      Equation equation = design.model().equations().get(e);
      JointTests joint = new JointTests(regressions.get(e), fits.get(e));
      for (Sample.Coded coded : design.sample().codings()) {
        joint.of("all codes of " + coded.variable(), coded.names()).ifPresent(tests::add);
      }
      for (Map.Entry<String, List<String>> product :
          JointTests.products(equation, design::base).entrySet()) {
        joint.of("product " + product.getKey(), product.getValue()).ifPresent(tests::add);
      }
      List<String> products =
          JointTests.products(equation, design::base).values().stream()
              .flatMap(List::stream)
              .toList();
      if (products.size() > 1) {
        joint.of("all products", products).ifPresent(tests::add);
      }
    }
    exposureByMediator(tests);
    total.ifPresent(
        fit -> {
          JointTests joint = new JointTests(fit.equation(), fit);
          for (Sample.Coded coded : design.sample().codings()) {
            joint
                .of("total effect of all codes of " + coded.variable(), coded.names())
                .ifPresent(tests::add);
          }
        });
    return tests;
  }

  /** Whether the effect of a mediator depends on the exposure, which the model says it does not. */
  private void exposureByMediator(List<ModelDocument.CoefficientTest> tests) {
    if (settings.x().isEmpty() || settings.y().isEmpty() || design.moments().isPresent()) {
      return;
    }
    Equation equation = design.model().equation(settings.y().get()).orElseThrow();
    for (String mediator : settings.mediators()) {
      List<Term> products =
          design.focals().stream()
              .map(x -> Term.of(x, mediator))
              .filter(t -> equation.terms().stream().noneMatch(t::sameProduct))
              .toList();
      boolean both =
          equation.terms().stream().anyMatch(t -> t.name().equals(mediator))
              && equation.terms().stream().anyMatch(t -> design.focals().contains(t.name()));
      if (both && products.size() == design.focals().size()) {
        List<Term> terms = new ArrayList<>(equation.terms());
        terms.addAll(products);
        Regression wider =
            design.regression(
                equation, design.sample().column(equation.outcome()), terms, design::predictor);
        try {
          new JointTests(wider, wider.fit())
              .of(
                  "product " + settings.x().get() + ":" + mediator + ", if it were added",
                  products.stream().map(Term::name).toList())
              .ifPresent(tests::add);
        } catch (InvalidInputException e) {
          // The wider equation cannot be estimated on these rows; there is nothing to test.
        }
      }
    }
  }

  static ModelDocument.Provenance provenance() {
    return new ModelDocument.Provenance(Library.NAME, Library.version());
  }

  static Optional<ModelDocument.Bootstrap> bootstrap(Optional<Resamples> resamples) {
    return resamples.map(DocumentWriter::bootstrap);
  }
}
