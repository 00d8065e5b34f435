package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.StandardErrors;

/** No fit returns a number that is none: there is an answer, a typed reason or a refusal. */
class FiniteNumbersTest {
  private static final Pattern NO_NUMBER = Pattern.compile("\\b(NaN|Infinity)\\b|[∞]");

  private static final List<String> PATHS =
      List.of(
          "m ~ a*x\ny ~ b*m + c*x",
          "m ~ a*x + w + a3*x:w\ny ~ b*m + c*x",
          "m ~ a*x\nk ~ d*x\ny ~ b*m + e*k + c*x",
          "m ~ a*x\nk ~ d*x + f*m\ny ~ b*m + e*k + c*x\nq := a*b/(a*b + c)",
          "m ~ 0 + a*x\ny ~ 0 + b*m + c*x",
          "m ~ a*x\ny ~ b*m + c*x + d*x:m");

  @Property(tries = 500)
  void everyNumberIsOne(@ForAll long seed) {
    Random random = new Random(seed);
    int rows = 4 + random.nextInt(random.nextBoolean() ? 8 : 40);
    var builder = Dataset.builder();
    double[][] columns = new double[6][];
    List<String> names = List.of("x", "w", "m", "k", "y", "weight");
    double unit =
        Math.pow(10, List.of(0, 0, 0, 80, -80, 40, -40, 150, -150).get(random.nextInt(9)));
    for (int j = 0; j < columns.length; j++) {
      double[] column = column(random, rows, columns, j);
      if (j == 5) {
        column = Arrays.stream(column).map(v -> random.nextInt(9) == 0 ? 0 : Math.abs(v)).toArray();
      } else if (random.nextInt(4) > 0) {
        column = Arrays.stream(column).map(v -> Double.isFinite(v * unit) ? v * unit : 1).toArray();
      }
      columns[j] = column;
      builder = builder.numbers(names.get(j), column);
    }
    MediationModel model = model(random);
    Dataset data = builder.build();
    MediationResult result;
    try {
      result =
          random.nextBoolean()
              ? model.fit(data)
              : model.fit(
                  data,
                  Bootstrap.of(
                          IntervalMethod.values()[random.nextInt(IntervalMethod.values().length)],
                          20)
                      .seed(seed));
    } catch (InvalidInputException refused) {
      assertFalse(refused.getMessage().isBlank());
      return;
    }
    assertFinite(result);
  }

  /** A replicate whose estimates exist and whose expected information is nothing. */
  @Test
  void aReplicateWithoutStandardErrorsIsNone() {
    everyNumberIsOne(288128);
  }

  private static MediationModel model(Random random) {
    MediationModel model =
        Mediation.of(PathModel.parse(PATHS.get(random.nextInt(PATHS.size())))).between("x", "y");
    if (random.nextInt(4) == 0) {
      model = model.withFamily("y", Family.values()[random.nextInt(Family.values().length)]);
    }
    if (random.nextInt(4) == 0) {
      model = model.withWeights("weight");
    }
    if (random.nextInt(4) == 0) {
      model =
          model.withStandardErrors(
              List.of(
                      StandardErrors.HC0,
                      StandardErrors.HC2,
                      StandardErrors.HC3,
                      StandardErrors.HC4)
                  .get(random.nextInt(4)));
    }
    if (random.nextInt(4) == 0) {
      model = model.withCentring(Centring.PRODUCTS).withProbes(ProbeRule.moments());
    }
    return random.nextInt(6) == 0 ? model.withMonteCarlo(100, 1) : model;
  }

  /** Columns that people did not mean: constant, copied, exact, nearly exact, of two values. */
  private static double[] column(Random random, int rows, double[][] before, int count) {
    double[] column = new double[rows];
    double[] other = count == 0 ? column : before[random.nextInt(count)];
    int kind = random.nextInt(9);
    for (int i = 0; i < rows; i++) {
      column[i] =
          switch (kind) {
            case 0 -> 3;
            case 1 -> random.nextInt(2);
            case 2 -> other[i];
            case 3 -> 2 * other[i] + 1;
            case 4 -> other[i] + 1e-9 * random.nextGaussian();
            case 5 -> i == 0 ? 1e6 : random.nextInt(3);
            case 6 -> random.nextInt(6);
            default -> random.nextGaussian();
          };
    }
    return column;
  }

  private static void assertFinite(MediationResult result) {
    String json = Json.write(result.document());
    assertTrue(!NO_NUMBER.matcher(json).find(), json);
    for (String told :
        List.of(
            result.toString(),
            result.report().html(),
            result.effects().toString(),
            result.effectSizes().toString())) {
      assertTrue(!NO_NUMBER.matcher(told).find(), () -> found(told));
    }
    for (Effect effect : result.effects()) {
      assertTrue(Double.isFinite(effect.estimate()));
      effect.normalTheory();
      effect.simultaneous();
    }
  }

  private static String found(String told) {
    var matcher = NO_NUMBER.matcher(told);
    return matcher.find()
        ? told.substring(
            Math.max(0, matcher.start() - 200), Math.min(told.length(), matcher.end() + 100))
        : "";
  }

  @ParameterizedTest
  @ValueSource(doubles = {8.98846567431158e307, 8.99e307, Double.MAX_VALUE})
  void whatStataWritesForAMissingValueIsNamed(double missing) {
    Random random = new Random(3);
    double[] x = random.doubles(30).toArray();
    double[] m = random.doubles(30).toArray();
    double[] y = random.doubles(30).toArray();
    m[7] = missing;
    MediationModel model =
        Mediation.of(PathModel.parse("m ~ a*x\ny ~ b*m + c*x")).between("x", "y");
    Dataset data = Dataset.builder().numbers("x", x).numbers("m", m).numbers("y", y).build();
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> model.fit(data));
    assertTrue(refused.getMessage().contains("column m"), refused.getMessage());
    assertTrue(refused.getMessage().contains("Stata"), refused.getMessage());
    refused =
        assertThrows(InvalidInputException.class, () -> Regression.of("y", y).term("m", m).fit());
    assertTrue(refused.getMessage().contains("Stata"), refused.getMessage());
  }

  @Test
  void anEffectThatIsNoNumberInSomeReplicatesSaysSo() {
    Random random = new Random(5);
    double[] x = random.doubles(40).toArray();
    double[] m = random.doubles(40).toArray();
    double[] y = random.doubles(40).toArray();
    Dataset data = Dataset.builder().numbers("x", x).numbers("m", m).numbers("y", y).build();
    MediationModel model =
        Mediation.of(PathModel.parse("m ~ a*x\ny ~ b*m + c*x\nq := sqrt(a^2 + 0.01)"))
            .between("x", "y");
    MediationResult result = model.fit(data, Bootstrap.percentile(50));
    assertTrue(Optional.of(result.named("q")).flatMap(Effect::interval).isPresent());
  }
}
