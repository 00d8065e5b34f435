package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Block.Paragraph;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.mediation.effect.ResidualCorrelation;
import org.socialcure.mediation.regression.JointTest;
import org.socialcure.mediation.regression.Ratio;
import org.socialcure.mediation.report.ModelDocument.CoefficientTest;
import org.socialcure.mediation.report.ModelDocument.Equation;
import org.socialcure.mediation.report.ModelDocument.Term;
import org.socialcure.mediation.report.ModelDocument.WildCluster;

/** The fitted equations: coefficients, fit, collinearity, tests of several coefficients. */
final class EquationSections {
  /** The measures of fit that are told, in their order. */
  private static final Map<String, String> FIT_NAMES = fitNames();

  /** Of degrees of freedom that are no whole numbers. */
  private static final int DF_DECIMALS = 2;

  private static final String EQUALS = "\u00a0=\u00a0";

  private EquationSections() {}

  private static Map<String, String> fitNames() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("r2", "R²");
    names.put("adjusted-r2", "adjusted R²");
    names.put("sigma", "residual SD");
    names.put("mse", "residual variance");
    names.put("minus-2ll", "-2 log likelihood");
    names.put("mcfadden", "McFadden R²");
    names.put("cox-snell", "Cox-Snell R²");
    names.put("nagelkerke", "Nagelkerke R²");
    names.put("pearson-chi-square", "Pearson chi-square");
    names.put("dispersion", "dispersion");
    names.put("theta", "theta");
    names.put("theta-se", "SE of theta");
    names.put("deviance", "deviance");
    names.put("null-deviance", "null deviance");
    names.put("log-likelihood", "log likelihood");
    names.put("aic", "AIC");
    names.put("bic", "BIC");
    return Collections.unmodifiableMap(names);
  }

  static Section equations(ModelDocument document) {
    List<Block> blocks = new ArrayList<>();
    for (Equation equation : document.equations()) {
      blocks.add(coefficients(equation, document.model().level()));
      ratios(equation, document.model().level()).ifPresent(blocks::add);
    }
    return Section.of("equations", "Equations", blocks);
  }

  private static Table coefficients(Equation equation, double level) {
    boolean t = equation.terms().stream().anyMatch(term -> term.t().isPresent());
    boolean eachDf = degreesOfFreedom(equation).size() > 1;
    Table.Builder grid =
        Table.titled(equation.outcome() + ": " + Wording.family(equation.family()))
            .text("Term", "Path")
            .numbers("Estimate", "SE", t ? "t" : "z");
    if (eachDf) {
      grid.numbers("df");
    }
    grid.numbers("p").interval(level).numbers("Beta");
    for (Term term : equation.terms()) {
      List<Cell> numbers =
          Tables.estimate(
              OptionalDouble.of(term.estimate()),
              OptionalDouble.of(term.se()),
              Optional.of(term.interval()));
      grid.row(
          Tables.cells(
              term.name(),
              term.label().orElse(""),
              numbers.subList(0, 2),
              Cell.of(term.t().isPresent() ? term.t() : term.z(), Cell::statistic),
              eachDf ? List.of(Cell.of(term.df(), df -> Cell.number(df, DF_DECIMALS))) : List.of(),
              Cell.p(term.p()),
              numbers.get(2),
              Cell.of(term.standardised(), Cell::statistic)));
    }
    grid.note(setting(equation));
    fit(equation).ifPresent(grid::note);
    collinearity(equation).ifPresent(grid::note);
    return grid.build();
  }

  /** The degrees of freedom of t, which most equations have in common for all terms. */
  private static Set<Double> degreesOfFreedom(Equation equation) {
    return equation.terms().stream()
        .flatMap(term -> term.df().stream().boxed())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String setting(Equation equation) {
    Set<Double> df = degreesOfFreedom(equation);
    StringBuilder text = new StringBuilder();
    text.append("n\u00a0=\u00a0").append(Numbers.count(equation.n()));
    if (df.size() > 1) {
      text.append("; t with the degrees of freedom of each coefficient (Satterthwaite)");
    } else {
      df.forEach(
          all -> text.append("; t with ").append(Numbers.value(all)).append(" degrees of freedom"));
    }
    text.append("; ").append(Wording.standardErrors(equation.standardErrors()));
    text.append("; coefficients on the scale: ").append(equation.scale()).append(".");
    if (!hasIntercept(equation)) {
      text.append(" No intercept: R², F and null deviance compare with zero, not with a mean.");
    }
    if (equation.terms().stream().anyMatch(term -> term.standardised().isPresent())) {
      text.append(" Beta: standardised coefficient.");
    }
    return text.toString();
  }

  private static boolean hasIntercept(Equation equation) {
    return equation.terms().stream().anyMatch(term -> term.variables().isEmpty());
  }

  private static Optional<String> fit(Equation equation) {
    Map<String, Double> fit = new LinkedHashMap<>();
    equation.r2().ifPresent(r2 -> fit.put("r2", r2));
    FIT_NAMES.keySet().stream()
        .filter(equation.fit()::containsKey)
        .forEach(k -> fit.put(k, equation.fit().get(k)));
    List<String> parts = new ArrayList<>();
    fit.forEach((k, v) -> parts.add(FIT_NAMES.get(k) + EQUALS + Numbers.plain(v)));
    modelTest(equation.fit())
        .or(() -> equation.noModelTest().map(EquationSections::noModelTest))
        .ifPresent(parts::add);
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts) + ".");
  }

  private static Optional<String> modelTest(Map<String, Double> fit) {
    return modelTest(fit, "f", "F")
        .or(() -> modelTest(fit, "htz", "approximate Hotelling T² (HTZ), F"))
        .or(() -> modelTest(fit, "model-ll", "likelihood ratio chi-square"))
        .or(() -> modelTest(fit, "wald", "Wald chi-square"));
  }

  private static Optional<String> modelTest(Map<String, Double> fit, String key, String words) {
    String df =
        Stream.of(key + "-df1", key + "-df2")
            .filter(fit::containsKey)
            .map(k -> Numbers.value(Objects.requireNonNull(fit.get(k))))
            .collect(Collectors.joining(", "));
    return Optional.ofNullable(fit.get(key))
        .map(v -> words + "(" + df + ")" + EQUALS + Numbers.plain(v) + p(fit, key + "-p"));
  }

  private static String noModelTest(JointTest.Missing reason) {
    return "no test of all predictors at once, because " + reason.explanation();
  }

  private static String p(Map<String, Double> fit, String key) {
    Double p = fit.get(key);
    return p == null ? "" : ", " + Numbers.pPhrase(p);
  }

  private static Optional<String> collinearity(Equation equation) {
    String factors =
        Wording.joined(
            equation.terms().stream()
                .filter(t -> t.vif().isPresent())
                .map(t -> t.name() + "\u00a0" + Numbers.fixed(t.vif().getAsDouble(), 2))
                .toList());
    return factors.isEmpty()
        ? Optional.empty()
        : Optional.of("Variance inflation: " + factors + ".");
  }

  /** Odds, rate or risk ratios of logistic equations and those with log link. */
  private static Optional<Table> ratios(Equation equation, double level) {
    List<Term> terms = equation.terms().stream().filter(t -> t.ratio().isPresent()).toList();
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    Ratio first = terms.get(0).ratio().orElseThrow();
    String name = Wording.ratio(first.kind());
    Table.Builder grid =
        Table.titled(equation.outcome() + ": " + name.toLowerCase(Locale.ROOT) + "s")
            .text("Term")
            .numbers(name)
            .interval(level);
    terms.forEach(t -> grid.row(ratioRow(t.name(), t.ratio().orElseThrow())));
    grid.note(Wording.limits(first.limits()));
    terms.forEach(
        t ->
            t.ratio()
                .flatMap(Ratio::missing)
                .ifPresent(m -> grid.note(t.name() + ": " + m.explanation() + ".")));
    return Optional.of(grid.build());
  }

  private static List<Cell> ratioRow(String name, Ratio ratio) {
    int decimals = Numbers.decimals(ratio.estimate(), OptionalDouble.empty(), Optional.empty());
    return List.of(
        Cell.text(name),
        Cell.of(ratio.estimate(), Cell::plain),
        ratio.interval().map(i -> Cell.interval(i, decimals)).orElseGet(Cell::empty));
  }

  /** Tests of several coefficients and correlations of residuals, where there are any. */
  static Optional<Section> tests(ModelDocument document) {
    List<Block> blocks = new ArrayList<>();
    if (!document.tests().isEmpty()) {
      Table.Builder grid =
          Table.titled("Tests of several coefficients at once")
              .text("Tested", "Equation", "Test")
              .numbers("Statistic", "df", "df2", "p", "Change of R²");
      for (CoefficientTest test : document.tests()) {
        grid.row(
            Cell.text(test.name()),
            Cell.text(test.equation()),
            Cell.text(Wording.test(test.kind())),
            Cell.of(test.statistic(), Cell::plain),
            Cell.value(test.df1()),
            Cell.of(test.df2(), Cell::value),
            Cell.of(test.p(), Cell::p),
            Cell.of(test.r2Change(), Cell::statistic));
        test.missing()
            .ifPresent(
                reason ->
                    grid.note(
                        test.name()
                            + " on "
                            + test.equation()
                            + ": no test, because "
                            + reason.explanation()
                            + "."));
      }
      blocks.add(grid.build());
    }
    if (!document.wildClusterTests().isEmpty()) {
      Table.Builder grid =
          Table.titled("Wild cluster tests of coefficients, the null hypothesis imposed")
              .text("Equation", "Term")
              .numbers("t", "p")
              .keyed("Resamples");
      for (WildCluster test : document.wildClusterTests()) {
        grid.row(
            Cell.text(test.equation()),
            Cell.text(test.term()),
            Cell.statistic(test.statistic()),
            Cell.p(test.p()),
            Cell.text(Wording.wildCluster(test)));
      }
      blocks.add(grid.build());
    }
    if (!document.residualCorrelations().isEmpty()) {
      Table.Builder grid =
          Table.titled("Correlations of residuals")
              .text("Equation", "and equation")
              .numbers("Correlation");
      for (ResidualCorrelation r : document.residualCorrelations()) {
        grid.row(Cell.text(r.first()), Cell.text(r.second()), Cell.statistic(r.correlation()));
      }
      blocks.add(grid.build());
      blocks.add(
          new Paragraph(
              "What two outcomes still have in common once their equations are allowed for."));
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of("tests", "Further tests", blocks));
  }
}
