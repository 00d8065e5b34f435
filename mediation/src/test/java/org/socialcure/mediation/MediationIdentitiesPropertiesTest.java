package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.effect.Standardised;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.process.ModeratorLetter;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;

/** What must be true of every linear path model, whatever its paths and data. */
@Tag("ci")
class MediationIdentitiesPropertiesTest {
  private static final double TOLERANCE = 1e-9;
  private static final List<String> EXOGENOUS = List.of("x", "age", "sex");
  private static final List<String> ENDOGENOUS = List.of("m1", "m2", "m3", "y");

  /** A random acyclic model with data of its own making. */
  private record Case(PathModel path, Map<String, double[]> columns) {
    /** Every earlier mediator may predict, and with some chance every exogenous variable does. */
    static Case random(Random random, boolean sameExogenous) {
      List<Equation> equations = new ArrayList<>();
      for (int v = 0; v < ENDOGENOUS.size(); v++) {
        List<Term> terms = new ArrayList<>();
        for (String exogenous : EXOGENOUS) {
          boolean first = exogenous.equals("x") && v == 0;
          if (sameExogenous || first || random.nextInt(3) > 0) {
            terms.add(Term.of(exogenous));
          }
        }
        for (int u = 0; u < v; u++) {
          boolean last = v == ENDOGENOUS.size() - 1 && u == 0;
          if (last || random.nextInt(3) > 0) {
            Term term = Term.of(ENDOGENOUS.get(u));
            terms.add(random.nextBoolean() ? term.labelled("d" + v + u) : term);
          }
        }
        Collections.shuffle(terms, random);
        equations.add(Equation.linear(ENDOGENOUS.get(v), terms.toArray(Term[]::new)));
      }
      Collections.shuffle(equations, random);
      return new Case(PathModel.of(equations), columns(random, 40 + random.nextInt(60)));
    }

    private static Map<String, double[]> columns(Random random, int rows) {
      Map<String, double[]> columns = new LinkedHashMap<>();
      for (String name : EXOGENOUS) {
        columns.put(name, random.doubles(rows, -3, 5).toArray());
      }
      for (String name : ENDOGENOUS) {
        double[] column = new double[rows];
        for (double[] earlier : columns.values()) {
          double weight = random.nextGaussian() / 2;
          for (int i = 0; i < rows; i++) {
            column[i] += weight * earlier[i] + random.nextGaussian() / 3;
          }
        }
        columns.put(name, column);
      }
      return columns;
    }

    Dataset data() {
      return Dataset.of(columns);
    }

    MediationModel model() {
      return Mediation.of(path).between("x", "y");
    }

    MediationResult fit() {
      return model().fit(data());
    }
  }

  private static void close(double expected, double actual, String what) {
    assertEquals(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)), what);
  }

  private static void same(MediationResult expected, MediationResult actual) {
    for (FittedEquation equation : expected.equations()) {
      RegressionFit fit = equation.fit();
      for (Coefficient coefficient : fit.coefficients()) {
        Coefficient other = actual.equation(fit.outcome()).coefficient(coefficient.name());
        String what = fit.outcome() + " ~ " + coefficient.name();
        close(coefficient.estimate(), other.estimate(), what);
        close(coefficient.standardError(), other.standardError(), what);
        close(coefficient.p(), other.p(), what);
      }
    }
    assertEquals(
        expected.effects().stream().map(Effect::name).toList(),
        actual.effects().stream().map(Effect::name).toList());
    for (Effect effect : expected.effects()) {
      Effect other = actual.effect(effect.name());
      close(effect.estimate(), other.estimate(), effect.name());
      assertEquals(effect.se().isPresent(), other.se().isPresent());
      effect.se().ifPresent(se -> close(se, other.se().orElseThrow(), effect.name()));
      for (int s = 0; s < effect.standardised().size(); s++) {
        close(
            effect.standardised().get(s).estimate(),
            other.standardised().get(s).estimate(),
            effect.name() + " standardised");
      }
    }
  }

  /**
   * With the coefficients among the outcomes as B and those of x as g, the totals are the solution
   * of t = g + B t: an equation that knows nothing of paths.
   */
  @Property(tries = 8)
  void totalsSolveTheSystem(@ForAll Random random) {
    MediationResult result = Case.random(random, false).fit();
    Map<String, Double> totals = new LinkedHashMap<>();
    for (FittedEquation equation : result.equations()) {
      RegressionFit fit = equation.fit();
      double total = 0;
      for (Coefficient coefficient : fit.coefficients()) {
        double reached =
            coefficient.name().equals("x") ? 1 : totals.getOrDefault(coefficient.name(), 0.0);
        total += reached * coefficient.estimate();
      }
      totals.put(fit.outcome(), total);
    }
    close(totals.get("y"), result.effect("total").estimate(), "total");
    double direct = sum(result, "direct");
    double indirect = sum(result, "indirect");
    close(totals.get("y"), direct + indirect, "sum of paths");
    result.totalIndirect().ifPresent(e -> close(indirect, e.estimate(), "total indirect"));
  }

  private static double sum(MediationResult result, String kind) {
    return result.effects().stream()
        .filter(e -> Words.of(e.kind()).equals(kind))
        .mapToDouble(Effect::estimate)
        .sum();
  }

  /** Residuals are orthogonal to the exogenous variables, so leaving the mediators out gives it. */
  @Property(tries = 8)
  void totalsAreCoefficientsWithoutMediators(@ForAll Random random) {
    Case it = Case.random(random, true);
    Map<String, double[]> exogenous = new LinkedHashMap<>();
    EXOGENOUS.forEach(name -> exogenous.put(name, it.columns().get(name)));
    Coefficient expected =
        Regression.of("y", it.columns().get("y")).terms(exogenous).fit().coefficient("x");
    Effect total = it.fit().effect("total");
    close(expected.estimate(), total.estimate(), "total");
    close(expected.standardError(), total.se().orElseThrow(), "error");
    close(expected.p(), total.p().orElseThrow(), "p");
  }

  @Property(tries = 5)
  void momentsAreEnough(@ForAll Random random) {
    Case it = Case.random(random, random.nextBoolean());
    same(it.fit(), it.model().fit(Moments.of(it.columns())));
  }

  @Property(tries = 5)
  void theOrderOfRowsDoesNotMatter(@ForAll Random random) {
    Case it = Case.random(random, false);
    List<Integer> order = new ArrayList<>(IntStream.range(0, it.data().rows()).boxed().toList());
    Collections.shuffle(order, random);
    int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
    same(it.fit(), it.model().fit(it.data().take(rows)));
  }

  /** A row that misses a value of the model is as good as absent; other columns do not matter. */
  @Property(tries = 5)
  void incompleteRowsAreAbsent(@ForAll Random random) {
    Case it = Case.random(random, false);
    Map<String, double[]> holed = new LinkedHashMap<>();
    List<String> names = List.copyOf(it.path().variables());
    int rows = it.data().rows();
    it.columns()
        .forEach(
            (name, column) -> {
              double[] longer = Arrays.copyOf(column, rows + names.size());
              for (int i = 0; i < names.size(); i++) {
                longer[rows + i] = name.equals(names.get(i)) ? Double.NaN : random.nextGaussian();
              }
              holed.put(name, longer);
            });
    double[] unused = new double[rows + names.size()];
    Arrays.fill(unused, Double.NaN);
    holed.put("unused", unused);
    MediationResult result = it.model().fit(Dataset.of(holed));
    same(it.fit(), result);
    assertEquals(rows, result.document().sample().rowsUsed());
    assertEquals(names.size(), result.document().sample().rowsLeftOut());
    assertEquals(Set.copyOf(names), result.document().sample().missing().keySet());
  }

  @Property(tries = 5)
  void namesDoNotMatter(@ForAll Random random) {
    Case it = Case.random(random, false);
    Map<String, String> names = new LinkedHashMap<>();
    List<String> strange = new ArrayList<>(List.of("2nd", "a b", "ü@t1", "x:y", "(Y)", "m-1", "~"));
    Collections.shuffle(strange, random);
    for (String name : it.columns().keySet()) {
      // Colons join the variables of products, so they cannot stand in names.
      names.put(name, strange.remove(0).replace(":", "."));
    }
    List<Equation> equations = new ArrayList<>();
    for (Equation equation : it.path().equations()) {
      List<Term> terms = new ArrayList<>();
      for (Term term : equation.terms()) {
        terms.add(new Term(List.of(names.get(term.name())), term.label()));
      }
      equations.add(Equation.linear(names.get(equation.outcome()), terms.toArray(Term[]::new)));
    }
    Map<String, double[]> columns = new LinkedHashMap<>();
    it.columns().forEach((name, column) -> columns.put(names.get(name), column));
    MediationResult renamed =
        Mediation.of(PathModel.of(equations))
            .between(names.get("x"), names.get("y"))
            .fit(Dataset.of(columns));
    MediationResult result = it.fit();
    for (int e = 0; e < result.effects().size(); e++) {
      Effect expected = result.effects().get(e);
      Effect actual = renamed.effects().get(e);
      assertEquals(expected.kind(), actual.kind());
      assertEquals(expected.path().stream().map(names::get).toList(), actual.path());
      close(expected.estimate(), actual.estimate(), expected.name());
    }
  }

  @Property(tries = 5)
  void syntaxGivesTheSameFit(@ForAll Random random) {
    Case it = Case.random(random, false);
    PathModel named = it.path().withEffect("half", "`m1~x`/2");
    MediationResult result = Mediation.of(named).between("x", "y").fit(it.data());
    PathModel again = PathModel.parse(result.document().model().syntax());
    assertEquals(named, again);
    MediationResult fitted = Mediation.of(again).between("x", "y").fit(it.data());
    assertEquals(result.document(), fitted.document());
    close(
        result.equation("m1").coefficient("x").estimate() / 2,
        fitted.effect("half").estimate(),
        "half");
  }

  /** Other units change what is measured in them, and nothing else. */
  @Property(tries = 5)
  void unitsAndZeros(
      @ForAll Random random,
      @ForAll @DoubleRange(min = 0.01, max = 100) double ofX,
      @ForAll @DoubleRange(min = 0.01, max = 100) double ofY,
      @ForAll @DoubleRange(min = -50, max = 50) double zero) {
    Case it = Case.random(random, false);
    Map<String, double[]> columns = new LinkedHashMap<>(it.columns());
    columns.put("x", scaled(it.columns().get("x"), ofX, zero));
    columns.put("y", scaled(it.columns().get("y"), ofY, -2 * zero));
    columns.put("m1", scaled(it.columns().get("m1"), 7, zero));
    columns.put("age", scaled(it.columns().get("age"), -3, zero));
    MediationResult result = it.fit();
    MediationResult changed = it.model().fit(Dataset.of(columns));
    for (Effect effect : result.effects()) {
      Effect other = changed.effect(effect.name());
      double factor = ofY / ofX;
      double size = Math.max(1, Math.abs(effect.estimate()));
      assertEquals(effect.estimate(), other.estimate() / factor, 1e-7 * size, effect.name());
      assertEquals(
          effect.se().orElseThrow(), other.se().orElseThrow() / factor, 1e-7 * size, effect.name());
      assertEquals(effect.p().orElseThrow(), other.p().orElseThrow(), 1e-6, effect.name() + " p");
      assertEquals(complete(effect), complete(other), 1e-7 * size, effect.name());
    }
    for (FittedEquation equation : result.equations()) {
      RegressionFit fit = equation.fit();
      assertEquals(
          fit.measures().rSquared().orElseThrow(),
          changed.equation(fit.outcome()).fit().measures().rSquared().orElseThrow(),
          1e-9);
    }
  }

  private static double[] scaled(double[] column, double factor, double shift) {
    return Arrays.stream(column).map(v -> factor * v + shift).toArray();
  }

  private static double complete(Effect effect) {
    return effect.standardised().stream()
        .filter(s -> s.kind() == Standardised.Kind.COMPLETE)
        .mapToDouble(Standardised::estimate)
        .findFirst()
        .orElse(0);
  }

  /**
   * The zero of a moderator moves coefficients, but not the effects at the same persons' values.
   */
  @Property(tries = 5)
  void theZeroOfAModeratorMovesNoConditionalEffect(
      @ForAll Random random, @ForAll @DoubleRange(min = -20, max = 20) double shift) {
    Case it = Case.random(random, true);
    MediationModel model =
        Mediation.of(
                ProcessTemplate.of(59),
                new Roles(
                    "x",
                    List.of(List.of("m1", "m2")),
                    "y",
                    Map.of(ModeratorLetter.W, "age"),
                    List.of("sex")))
            .withProbes(ProbeRule.moments());
    Map<String, double[]> columns = new LinkedHashMap<>(it.columns());
    columns.put("age", scaled(it.columns().get("age"), 1, shift));
    List<Effect> before = model.fit(it.data()).effects();
    List<Effect> after = model.fit(Dataset.of(columns)).effects();
    assertEquals(before.size(), after.size());
    for (int e = 0; e < before.size(); e++) {
      Effect effect = before.get(e);
      assertEquals(effect.kind(), after.get(e).kind());
      assertEquals(effect.estimate(), after.get(e).estimate(), 1e-7, effect.name());
      assertEquals(effect.se().orElseThrow(), after.get(e).se().orElseThrow(), 1e-7, effect.name());
    }
    assertTrue(before.size() > 10);
  }
}
