package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.CategoricalCoding.Scheme;
import org.socialcure.mediation.process.ModeratorLetter;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.mediation.regression.StandardErrors;
import org.socialcure.mediation.report.ModelDocument.CoefficientTest;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/**
 * Categorical exposures and moderators: against R, and by what every coding says of group means.
 */
class CategoricalCodingTest {
  private static final double TOLERANCE = 1e-10;

  static List<Multicategorical> cases() {
    return ReferenceCase.all("ols_m4_multicat_.*").stream().map(Multicategorical::new).toList();
  }

  /** A case whose X is categorical, R's columns D1, D2, … being its indicators. */
  private static final class Multicategorical {
    private final ReferenceCase reference;
    private final Reference golden;
    private final List<String> levels = new ArrayList<>();
    private final String x;
    private final String m;
    private final String y;

    private Multicategorical(ReferenceCase reference) {
      this.reference = reference;
      golden = reference.golden().get("values");
      String model = reference.golden().text("model");
      levels.add(model.replaceAll(".*reference '([^']*)'.*", "$1"));
      levels.addAll(List.of(model.replaceAll(".*D1\\.\\.: ([^;]*);.*", "$1").split(", ")));
      x = reference.role("X");
      m = reference.role("M");
      y = reference.role("Y");
    }

    private MediationResult fit(StandardErrors standardErrors) {
      return Mediation.from(x)
          .through(m)
          .to(y)
          .adjustingFor("age")
          .build()
          .withCoding(x, CategoricalCoding.of(Scheme.INDICATOR).startingWith(levels))
          .withStandardErrors(standardErrors)
          .fit(Dataset.readCsv(reference.data(), CsvOptions.defaults()));
    }

    /** The name of R's column D1, D2, … in our equations. */
    private String ours(String text) {
      String name = text.replace("`m~", "`" + m + "~").replace("`y~", "`" + y + "~");
      for (int d = 1; d < levels.size(); d++) {
        name = name.replace("D" + d, x + "[" + levels.get(d) + "]");
      }
      return name;
    }

    @Override
    public String toString() {
      return reference.id();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void equationsAreThoseOfR(Multicategorical of) {
    MediationResult classical = of.fit(StandardErrors.CLASSICAL);
    MediationResult hc3 = of.fit(StandardErrors.HC3);
    for (Map.Entry<String, String> outcome : Map.of("m", of.m, "y", of.y).entrySet()) {
      Reference equation = of.golden.get("equations", outcome.getKey());
      RegressionFit fit = classical.equation(outcome.getValue()).fit();
      RegressionFit robust = hc3.equation(outcome.getValue()).fit();
      Reference.assertClose(
          equation.number("r2"), fit.measures().rSquared().orElseThrow(), TOLERANCE);
      Reference.assertClose(
          equation.number("F"),
          fit.measures().modelTest().orElseThrow().statistic().orElseThrow(),
          TOLERANCE);
      Reference.assertClose(
          equation.number("F_robust_wald", "HC3"),
          robust.measures().modelTest().orElseThrow().statistic().orElseThrow(),
          TOLERANCE);
      assertEquals(equation.get("coefficients").names().size(), fit.terms().size());
      for (String term : equation.get("coefficients").names()) {
        Reference expected = equation.get("coefficients", term);
        Coefficient coefficient = fit.coefficient(of.ours(term));
        Reference.assertClose(expected.number("estimate"), coefficient.estimate(), TOLERANCE);
        Reference.assertClose(expected.number("se"), coefficient.standardError(), TOLERANCE);
        Reference.assertClose(expected.number("p"), coefficient.p(), 1e-9);
        Reference.assertClose(
            expected.number("se_hc3"),
            robust.coefficient(of.ours(term)).standardError(),
            TOLERANCE);
        Reference.assertClose(
            expected.number("p_hc3"), robust.coefficient(of.ours(term)).p(), 1e-9);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void relativeEffectsAreThoseOfR(Multicategorical of) {
    MediationResult classical = of.fit(StandardErrors.CLASSICAL);
    MediationResult hc3 = of.fit(StandardErrors.HC3);
    Reference effects = of.golden.get("effects");
    for (String name : effects.names()) {
      Reference expected = effects.get(name);
      String expression = of.ours(expected.text("expression"));
      Effect effect = classical.estimate(expression);
      Reference.assertClose(expected.number("estimate"), effect.estimate(), TOLERANCE);
      Reference.assertClose(expected.number("se_delta"), effect.se().orElseThrow(), TOLERANCE);
      Reference.assertClose(expected.number("p"), effect.p().orElseThrow(), TOLERANCE);
      Reference.assertClose(
          expected.number("se_delta_hc3"), hc3.estimate(expression).se().orElseThrow(), TOLERANCE);
      // The same among the effects that are reported unasked.
      String[] words = name.split("_");
      String code = " of " + of.ours(words[2]);
      String kind = words[1].equals("indirect") ? "indirect via " + of.m : words[1];
      Reference.assertClose(
          expected.number("estimate"), classical.effect(kind + code).estimate(), TOLERANCE);
    }
    assertEquals(3 * (of.levels.size() - 1), effects.names().size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void totalEffectsHaveTheErrorsOfTheTotalEffectModel(Multicategorical of) {
    MediationResult result = of.fit(StandardErrors.CLASSICAL);
    Reference total = of.golden.get("total_effect_model", "coefficients");
    for (int d = 1; d < of.levels.size(); d++) {
      Effect effect = result.effect("total of " + of.ours("D" + d));
      Reference.assertClose(total.number("D" + d, "estimate"), effect.estimate(), TOLERANCE);
      Reference.assertClose(total.number("D" + d, "se"), effect.se().orElseThrow(), TOLERANCE);
      Reference.assertClose(total.number("D" + d, "p"), effect.p().orElseThrow(), TOLERANCE);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void omnibusTestsAreThoseOfR(Multicategorical of) {
    MediationResult result = of.fit(StandardErrors.CLASSICAL);
    Reference extra = of.golden.get("extra");
    String codes = "all codes of " + of.x;
    omnibus(result, codes, of.y, extra.get("omnibus_direct_effect"));
    omnibus(result, codes, of.m, extra.get("omnibus_X_in_m"));
    omnibus(result, "total effect of " + codes, of.y, extra.get("omnibus_total"));
  }

  private static void omnibus(
      MediationResult result, String name, String outcome, Reference expected) {
    CoefficientTest test =
        result.document().tests().stream()
            .filter(t -> t.name().equals(name) && t.equation().equals(outcome))
            .findFirst()
            .orElseThrow();
    Reference.assertClose(expected.number("F"), test.statistic().orElseThrow(), TOLERANCE);
    assertEquals(expected.number("df1"), test.df1());
    assertEquals(expected.number("df2"), test.df2().orElseThrow());
    Reference.assertClose(expected.number("p"), test.p().orElseThrow(), TOLERANCE);
    Reference.assertClose(expected.number("r2_change"), test.r2Change().orElseThrow(), TOLERANCE);
  }

  @Test
  void levelsComeInTheOrderThatIsNamed() {
    CategoricalCoding coding = CategoricalCoding.of(Scheme.INDICATOR);
    List<String> ascending = List.of("a", "b", "c", "d");
    assertEquals(ascending, coding.order("v", ascending));
    assertEquals(List.of("c", "a", "b", "d"), coding.startingWith("c").order("v", ascending));
    assertEquals(List.of("d", "b", "a", "c"), coding.startingWith("d", "b").order("v", ascending));
    assertThrows(InvalidInputException.class, () -> coding.startingWith("a", "a"));
    InvalidInputException unknown =
        assertThrows(
            InvalidInputException.class,
            () -> coding.startingWith("e", "a", "f").order("v", ascending));
    assertEquals(2, unknown.problems().size(), unknown.getMessage());
    assertEquals("coding of v", unknown.problems().get(0).where());
  }

  /** Groups with a mediator and an outcome, the group written as text. */
  private record Groups(Dataset data, List<String> levels, double[] means) {
    static Groups random(Random random, int k) {
      List<String> names = new ArrayList<>(List.of("p", "q", "r", "s", "t", "u").subList(0, k));
      int rows = 12 * k;
      String[] group = new String[rows];
      double[] x = new double[rows];
      double[] m = new double[rows];
      double[] y = new double[rows];
      double[] means = new double[k];
      for (int i = 0; i < rows; i++) {
        // Groups of unequal size.
        int g = i < 3 * k ? i % k : random.nextInt(k);
        group[i] = names.get(g);
        x[i] = random.nextGaussian();
        m[i] = g * g - 2.0 * g + (0.5 + 0.3 * g) * x[i] + random.nextGaussian();
        y[i] = 0.4 * m[i] - g + random.nextGaussian();
      }
      int[] sizes = new int[k];
      for (int i = 0; i < rows; i++) {
        means[names.indexOf(group[i])] += m[i];
        sizes[names.indexOf(group[i])]++;
      }
      for (int g = 0; g < k; g++) {
        means[g] /= sizes[g];
      }
      StringBuilder csv = new StringBuilder("group,x,m,y\n");
      for (int i = 0; i < rows; i++) {
        csv.append(group[i]).append(',').append(x[i]).append(',').append(m[i]).append(',');
        csv.append(y[i]).append('\n');
      }
      return new Groups(
          Dataset.readCsv(new StringReader(csv.toString()), CsvOptions.defaults()), names, means);
    }

    MediationResult fit(CategoricalCoding coding) {
      return Mediation.from("group")
          .through("m")
          .to("y")
          .build()
          .withCoding("group", coding)
          .fit(data);
    }
  }

  /** What each scheme says: the coefficients of the mediator's equation in terms of group means. */
  @net.jqwik.api.Tag("ci")
  @Property(tries = 8)
  void coefficientsAreContrastsOfGroupMeans(
      @ForAll Random random, @ForAll @IntRange(min = 2, max = 6) int k) {
    Groups groups = Groups.random(random, k);
    double[] means = groups.means();
    double grand = Arrays.stream(means).average().orElseThrow();
    for (Scheme scheme : Scheme.values()) {
      if (scheme == Scheme.CUSTOM) {
        continue;
      }
      double[] b = groups.fit(CategoricalCoding.of(scheme)).equation("m").fit().estimates();
      boolean centred = scheme == Scheme.HELMERT || scheme == Scheme.EFFECT;
      assertEquals(centred ? grand : means[0], b[0], 1e-9, scheme + " intercept");
      for (int j = 1; j < k; j++) {
        double later = Arrays.stream(means, j, k).average().orElseThrow();
        double expected =
            switch (scheme) {
              case INDICATOR -> means[j] - means[0];
              case SEQUENTIAL -> means[j] - means[j - 1];
              case HELMERT -> later - means[j - 1];
              case EFFECT -> means[j] - grand;
              case CUSTOM -> throw new IllegalStateException();
            };
        assertEquals(expected, b[j], 1e-9, scheme + " " + j);
      }
    }
  }

  /** Codings are one model in other words: the same fit, omnibus tests, and sums of effects. */
  @net.jqwik.api.Tag("ci")
  @Property(tries = 4)
  void everyCodingIsTheSameModel(@ForAll Random random, @ForAll @IntRange(min = 3, max = 5) int k) {
    Groups groups = Groups.random(random, k);
    List<String> reversed = new ArrayList<>(groups.levels());
    java.util.Collections.reverse(reversed);
    List<List<Double>> powers = new ArrayList<>();
    for (int level = 0; level < k; level++) {
      List<Double> row = new ArrayList<>();
      for (int j = 1; j < k; j++) {
        row.add(Math.pow(level - 1.5, j));
      }
      powers.add(row);
    }
    MediationResult indicator = groups.fit(CategoricalCoding.of(Scheme.INDICATOR));
    List<CategoricalCoding> others =
        List.of(
            CategoricalCoding.of(Scheme.INDICATOR).startingWith(reversed),
            CategoricalCoding.of(Scheme.SEQUENTIAL),
            CategoricalCoding.of(Scheme.HELMERT),
            CategoricalCoding.of(Scheme.EFFECT).startingWith(reversed.get(0)),
            CategoricalCoding.custom(powers));
    for (CategoricalCoding coding : others) {
      MediationResult other = groups.fit(coding);
      for (String outcome : List.of("m", "y")) {
        assertEquals(
            indicator.equation(outcome).fit().measures().rSquared().orElseThrow(),
            other.equation(outcome).fit().measures().rSquared().orElseThrow(),
            1e-10);
      }
      for (int t = 0; t < indicator.document().tests().size(); t++) {
        CoefficientTest expected = indicator.document().tests().get(t);
        CoefficientTest test = other.document().tests().get(t);
        assertEquals(expected.name(), test.name());
        double statistic = expected.statistic().orElseThrow();
        assertEquals(statistic, test.statistic().orElseThrow(), 1e-7 * (1 + statistic));
      }
      assertEquals(k - 1, kind(other, "indirect").size());
      assertEquals(k - 1, other.document().codings().get(0).columns().size());
    }
    // Against the last level instead of the first every indirect effect changes by the same.
    List<Effect> first = kind(indicator, "indirect");
    List<Effect> last = kind(groups.fit(others.get(0)), "indirect");
    double whole = first.get(k - 2).estimate();
    for (int j = 0; j < k - 2; j++) {
      assertEquals(
          first.get(j).estimate() - whole,
          last.get(k - 3 - j).estimate(),
          1e-9 * (1 + Math.abs(whole)));
    }
    assertEquals(-whole, last.get(k - 2).estimate(), 1e-9 * (1 + Math.abs(whole)));
  }

  private static List<Effect> kind(MediationResult result, String kind) {
    return result.effects().stream().filter(e -> Words.of(e.kind()).equals(kind)).toList();
  }

  /** A categorical moderator splits the data: each group has the slope of its own regression. */
  @net.jqwik.api.Tag("ci")
  @Property(tries = 4)
  void groupsOfACategoricalModeratorHaveTheirOwnSlopes(
      @ForAll Random random, @ForAll @IntRange(min = 2, max = 4) int k) {
    Groups groups = Groups.random(random, k);
    for (Scheme scheme : List.of(Scheme.INDICATOR, Scheme.SEQUENTIAL, Scheme.HELMERT)) {
      MediationResult result =
          Mediation.of(
                  ProcessTemplate.of(7),
                  new Roles(
                      "x",
                      List.of(List.of("m")),
                      "y",
                      Map.of(ModeratorLetter.W, "group"),
                      List.of()))
              .withCoding("group", CategoricalCoding.of(scheme))
              .fit(groups.data());
      double b = result.equation("y").coefficient("m").estimate();
      for (String level : groups.levels()) {
        double indirect = result.effect("indirect via m at group = " + level).estimate();
        assertEquals(slope(groups, level) * b, indirect, 1e-9 * (1 + Math.abs(indirect)));
      }
      List<Effect> indices = kind(result, "index-of-moderated-mediation");
      assertEquals(k - 1, indices.size());
      if (scheme == Scheme.INDICATOR) {
        for (int j = 1; j < k; j++) {
          double difference =
              (slope(groups, groups.levels().get(j)) - slope(groups, groups.levels().get(0))) * b;
          assertEquals(
              difference, indices.get(j - 1).estimate(), 1e-9 * (1 + Math.abs(difference)));
        }
      }
    }
  }

  private static double slope(Groups groups, String level) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    Dataset data = groups.data();
    int[] rows =
        java.util.stream.IntStream.range(0, data.rows())
            .filter(i -> data.text("group", i).orElseThrow().equals(level))
            .toArray();
    for (String name : List.of("x", "m")) {
      double[] all = data.numbers(name);
      columns.put(name, Arrays.stream(rows).mapToDouble(i -> all[i]).toArray());
    }
    double meanX = Arrays.stream(columns.get("x")).average().orElseThrow();
    double xx = 0;
    double xm = 0;
    for (int i = 0; i < rows.length; i++) {
      double deviation = columns.get("x")[i] - meanX;
      xx += deviation * deviation;
      xm += deviation * columns.get("m")[i];
    }
    return xm / xx;
  }

  @Test
  void customCodesMustFitTheLevels() {
    Groups groups = Groups.random(new Random(5), 3);
    CategoricalCoding two = CategoricalCoding.custom(List.of(List.of(0.0), List.of(1.0)));
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> groups.fit(two));
    assertTrue(refused.getMessage().contains("3 levels"), refused.getMessage());
  }
}
