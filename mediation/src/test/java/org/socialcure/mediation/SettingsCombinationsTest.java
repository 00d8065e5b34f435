package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Progress;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * What each of these settings means with each other one: both hold, the pair is refused with its
 * reason, or one of them has nothing to act on. How resamples and their limits go together is in
 * {@link ResamplingCombinationsTest}.
 */
class SettingsCombinationsTest {
  private static final int ROWS = 84;
  private static final Dataset DATA = data();

  private enum Setting {
    NO_INTERCEPT,
    FEW_LISTED,
    HEARD,
    ZERO_WEIGHTS,
    LOGIT,
    CENTRING,
    CR2,
    WILD_TESTS,
    WILD_CLUSTER,
    BCA,
    MONTE_CARLO,
    PERMUTATIONS,
    MOMENTS
  }

  /**
   * A line and a column for each setting, in their order: {@code +} both hold, {@code -} one has
   * nothing to act on, and a letter for the reason of a refusal.
   */
  private static final String TABLE =
      """
      NO_INTERCEPT
      FEW_LISTED   +
      HEARD        - -
      ZERO_WEIGHTS + + -
      LOGIT        + + - +
      CENTRING     o + - + +
      CR2          + + - + l +
      WILD_TESTS   + + + + l + +
      WILD_CLUSTER + + + w l + + +
      BCA          + + + + + + + + +
      MONTE_CARLO  + + + + + + + + + +
      PERMUTATIONS + + + e l + e e e + +
      MOMENTS      n + - r l r r r r - + r
      """;

  private static final Map<Character, String> REASONS =
      Map.of(
          'e', "rows that are weighted or clustered cannot be exchanged",
          'l', "linear equation",
          'n', "depends on the means",
          'o', "has no intercept, and centring",
          'r', "need rows, not moments",
          'w', "does not take weights");

  private static Dataset data() {
    Random random = new Random(12);
    Map<String, double[]> columns = new HashMap<>();
    List.of("x", "w", "m", "k", "y", "b", "weight", "site")
        .forEach(name -> columns.put(name, new double[ROWS]));
    for (int i = 0; i < ROWS; i++) {
      double x = random.nextGaussian();
      double w = random.nextGaussian();
      double m = 0.5 * x + 0.2 * x * w + random.nextGaussian();
      double k = 0.4 * x + random.nextGaussian();
      double y = 0.5 * m + 0.3 * k + 0.2 * x + random.nextGaussian();
      columns.get("x")[i] = x;
      columns.get("w")[i] = w;
      columns.get("m")[i] = m;
      columns.get("k")[i] = k;
      columns.get("y")[i] = y;
      columns.get("b")[i] = y + random.nextGaussian() > 0 ? 1 : 0;
      columns.get("weight")[i] = i % 12 == 0 ? 0 : 0.5 + random.nextDouble();
      columns.get("site")[i] = i % 21;
    }
    return Dataset.of(columns);
  }

  private record Told(MediationResult result, int heard) {}

  private static Told fit(Set<Setting> asked) {
    String outcome = asked.contains(Setting.LOGIT) ? "b" : "y";
    String origin = asked.contains(Setting.NO_INTERCEPT) ? "0 + " : "";
    String product = asked.contains(Setting.CENTRING) ? " + w + x:w" : "";
    MediationModel model =
        Mediation.of(
                PathModel.parse(
                    ("m ~ %1$sx%2$s\nk ~ %1$sx\n%3$s ~ %1$sm + k + x")
                        .formatted(origin, product, outcome)))
            .between("x", outcome);
    if (asked.contains(Setting.LOGIT)) {
      model = model.withFamily("b", Family.LOGIT);
    }
    if (asked.contains(Setting.FEW_LISTED)) {
      model = model.withIndirectEffectsListed(1);
    }
    if (asked.contains(Setting.ZERO_WEIGHTS)) {
      model = model.withWeights("weight");
    }
    if (asked.contains(Setting.CENTRING)) {
      model = model.withCentring(Centring.PRODUCTS);
    }
    if (asked.contains(Setting.CR2)
        || asked.contains(Setting.WILD_TESTS)
        || asked.contains(Setting.WILD_CLUSTER)) {
      model = model.withClusters("site");
    }
    if (asked.contains(Setting.CR2)) {
      model = model.withStandardErrors(StandardErrors.CR2);
    }
    if (asked.contains(Setting.WILD_TESTS)) {
      model = model.withWildClusterTests(49, 4);
    }
    if (asked.contains(Setting.MONTE_CARLO)) {
      model = model.withMonteCarlo(200, 1);
    }
    if (asked.contains(Setting.PERMUTATIONS)) {
      model = model.withPermutationTests(49, 1);
    }
    int[] heard = {0};
    Progress progress =
        asked.contains(Setting.HEARD) ? (stage, done, total) -> heard[0]++ : Progress.UNHEARD;
    if (asked.contains(Setting.MOMENTS)) {
      Map<String, double[]> columns = new LinkedHashMap<>();
      model.columns().forEach(name -> columns.put(name, DATA.numbers(name)));
      return new Told(model.fit(Moments.of(columns), progress), heard[0]);
    }
    if (asked.contains(Setting.BCA) || asked.contains(Setting.WILD_CLUSTER)) {
      IntervalMethod limits =
          asked.contains(Setting.BCA) ? IntervalMethod.BCA : IntervalMethod.PERCENTILE;
      Bootstrap bootstrap = Bootstrap.of(limits, 59).seed(6);
      bootstrap =
          asked.contains(Setting.WILD_CLUSTER)
              ? bootstrap.withKind(BootstrapKind.WILD_CLUSTER)
              : bootstrap;
      return new Told(model.fit(DATA, bootstrap, progress), heard[0]);
    }
    return new Told(model.fit(DATA, progress), heard[0]);
  }

  /** Whether what a setting asks for is in the result. */
  private static boolean holds(Setting setting, Told told) {
    MediationResult result = told.result();
    return switch (setting) {
      case NO_INTERCEPT ->
          result.equations().stream().noneMatch(e -> e.fit().equation().hasIntercept());
      case FEW_LISTED -> result.listedPaths().get(0).listed() <= 1;
      case HEARD -> told.heard() > 0;
      case ZERO_WEIGHTS -> result.document().sample().zeroWeights() == ROWS / 12;
      case LOGIT -> !result.equation("b").fit().ratios().isEmpty();
      case CENTRING -> result.document().model().centring() == Centring.PRODUCTS;
      case CR2 -> result.document().model().standardErrors() == StandardErrors.CR2;
      case WILD_TESTS -> !result.document().wildClusterTests().isEmpty();
      case WILD_CLUSTER ->
          result.document().bootstrap().orElseThrow().kind() == BootstrapKind.WILD_CLUSTER;
      case BCA -> result.document().bootstrap().orElseThrow().interval() == IntervalMethod.BCA;
      case MONTE_CARLO -> tested(result, InferenceMethod.MonteCarlo.class);
      case PERMUTATIONS -> tested(result, InferenceMethod.Permutation.class);
      case MOMENTS -> result.equations().stream().allMatch(e -> e.fit().cases().isEmpty());
    };
  }

  private static boolean tested(MediationResult result, Class<? extends InferenceMethod> method) {
    return result.effects().stream()
        .flatMap(effect -> effect.normalTheory().stream())
        .anyMatch(test -> method.isInstance(test.method()));
  }

  static Stream<Arguments> pairs() {
    List<String> lines = TABLE.lines().toList();
    List<Arguments> pairs = new ArrayList<>();
    for (Setting second : Setting.values()) {
      String[] cells = lines.get(second.ordinal()).split("\\s+");
      assertEquals(second.name(), cells[0]);
      assertEquals(second.ordinal() + 1, cells.length, cells[0]);
      for (int first = 0; first < second.ordinal(); first++) {
        pairs.add(Arguments.of(Setting.values()[first], second, cells[first + 1].charAt(0)));
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @MethodSource("pairs")
  void aPairMeansWhatTheTableSays(Setting first, Setting second, char meaning) {
    Set<Setting> both = EnumSet.of(first, second);
    if (meaning == '+') {
      Told told = fit(both);
      assertTrue(holds(first, told), first.name());
      assertTrue(holds(second, told), second.name());
      told.result().report().text();
    } else if (meaning == '-') {
      assertTrue(
          both.stream().anyMatch(idle -> unchanged(both, idle)), "both settings change the result");
    } else {
      String message =
          assertThrows(InvalidInputException.class, () -> fit(both).result().document())
              .getMessage();
      assertTrue(message.contains(Objects.requireNonNull(REASONS.get(meaning))), message);
    }
  }

  /** Whether the result is the same without a setting. */
  private static boolean unchanged(Set<Setting> both, Setting idle) {
    Set<Setting> without = EnumSet.copyOf(both);
    without.remove(idle);
    Told told = fit(both);
    return told.heard() == 0 && told.result().document().equals(fit(without).result().document());
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void eachHoldsAlone(Setting setting) {
    Told told = fit(EnumSet.of(setting));
    assertEquals(setting != Setting.HEARD, holds(setting, told));
    for (Effect effect : told.result().effects()) {
      assertTrue(Double.isFinite(effect.estimate()));
    }
  }

  /** Whatever was asked, a listener that has heard enough ends it. */
  @Test
  void everySettingWithAStageCanBeCancelled() {
    Progress enough =
        new Progress() {
          @Override
          public void advanced(Stage stage, long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    MediationModel alone = Mediation.of(PathModel.parse("m ~ x\ny ~ m + x")).between("x", "y");
    MediationModel model = alone.withClusters("site");
    for (BootstrapKind kind : BootstrapKind.values()) {
      if (kind != BootstrapKind.STRATIFIED) {
        assertThrows(
            CancellationException.class,
            () -> model.fit(DATA, Bootstrap.percentile(50).withKind(kind), enough));
      }
    }
    assertThrows(CancellationException.class, () -> model.withMonteCarlo(200, 1).fit(DATA, enough));
    assertThrows(
        CancellationException.class, () -> alone.withPermutationTests(49, 1).fit(DATA, enough));
    assertThrows(
        CancellationException.class, () -> model.withWildClusterTests(99, 1).fit(DATA, enough));
  }
}
