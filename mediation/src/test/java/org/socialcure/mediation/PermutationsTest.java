package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.resample.ReplicateRandom;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.prepost.BeforeAfter;
import org.socialcure.mediation.prepost.PrePost;
import org.socialcure.mediation.process.ModeratorLetter;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;
import org.socialcure.testsupport.Reference;

/** The permutation test of an indirect effect. */
class PermutationsTest {
  private static final String SIMPLE = "m ~ x + z\ny ~ m + x + z";

  private static Dataset small() {
    Reference golden =
        Reference.read(PermutationsTest.class.getResourceAsStream("prepost/permutation.json"));
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("x", golden.numbers("arm"));
    columns.put("z", golden.numbers("age"));
    columns.put("m", golden.numbers("m"));
    columns.put("y", golden.numbers("y"));
    return Dataset.of(columns);
  }

  private static MediationModel model(String path) {
    return Mediation.of(PathModel.parse(path)).between("x", "y");
  }

  private static double p(MediationResult result, int permutations, long seed) {
    return result.permutationTest(result.indirect("m"), permutations, seed).p().orElseThrow();
  }

  @Test
  void approachesTheLargerShareOfAllPermutationsOfAStep() {
    Reference golden =
        Reference.read(PermutationsTest.class.getResourceAsStream("prepost/permutation.json"));
    int drawn = 40_000;
    MediationResult result = model(SIMPLE).fit(small());
    // By all 5040 permutations in R, the second step decides.
    double exact = golden.number("extreme", "b") / golden.integer("permutations");
    assertTrue(golden.number("extreme", "a") < golden.number("extreme", "b"));
    assertEquals(exact, p(result, drawn, 11), 4 * Math.sqrt(exact * (1 - exact) / drawn));
  }

  @Test
  void sameSeedSameValueAndNeverZero() {
    int n = 60;
    ReplicateRandom random = new ReplicateRandom(5, 0);
    Dataset data = simulated(random, n, 3, 3);
    MediationResult result = model("m ~ x\ny ~ m + x").fit(data);
    assertEquals(1.0 / 500, p(result, 499, 1));
    assertEquals(p(result, 999, 7), p(result, 999, 7));
    MediationResult weak = model("m ~ x\ny ~ m + x").fit(simulated(random, n, 0.2, 3));
    List<Double> values = new ArrayList<>();
    for (long seed = 0; seed < 5; seed++) {
      values.add(p(weak, 199, seed));
    }
    assertTrue(values.stream().distinct().count() > 1, values.toString());
  }

  private static Dataset simulated(ReplicateRandom random, int n, double a, double b) {
    double[] x = new double[n];
    double[] m = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.gaussian();
      // Skewed errors, for which t is not exact.
      m[i] = a * x[i] + random.exponential();
      y[i] = b * m[i] + 0.5 * x[i] + random.exponential();
    }
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("x", x);
    columns.put("m", m);
    columns.put("y", y);
    return Dataset.of(columns);
  }

  @Test
  void isConservativeWhereBothStepsAreZero() {
    ReplicateRandom random = new ReplicateRandom(99, 0);
    int studies = 60;
    int below = 0;
    for (int s = 0; s < studies; s++) {
      MediationResult result = model("m ~ x\ny ~ m + x").fit(simulated(random, 20, 0, 0));
      below += p(result, 99, s) <= 0.5 ? 1 : 0;
    }
    // The larger of two independent p-values is below a half in a quarter of studies.
    assertEquals(0.25, (double) below / studies, 0.2);
  }

  @Test
  void standsWithTheOtherTestsWhereTheModelAsksForIt() {
    MediationResult result = model(SIMPLE).withPermutationTests(499, 3).fit(small());
    Inference test =
        result.indirect("m").normalTheory().stream()
            .filter(t -> t.method() instanceof InferenceMethod.Permutation)
            .findFirst()
            .orElseThrow();
    assertEquals(p(result, 499, 3), test.p().orElseThrow());
    assertTrue(test.se().isEmpty() && test.interval().isEmpty());
    assertTrue(result.report().html().contains("permutation"));
  }

  @Test
  void whatCannotBePermutedIsRefused() {
    Dataset data = simulated(new ReplicateRandom(1, 0), 40, 0.5, 0.5);
    double[] binary = java.util.Arrays.stream(data.numbers("y")).map(v -> v > 1 ? 1 : 0).toArray();
    MediationResult simple = model("m ~ x\ny ~ m + x").fit(data);
    refused("indirect", () -> simple.permutationTest(simple.direct().orElseThrow(), 99, 1));
    refused("permutations", () -> p(simple, 0, 1));
    refused(
        "linear equation",
        () ->
            p(
                model("m ~ x\ny ~ m + x").withFamily("y", Family.LOGIT).fit(data.with("y", binary)),
                99,
                1));
    double[] ones = new double[40];
    java.util.Arrays.setAll(ones, i -> 1 + i % 3);
    refused(
        "exchanged",
        () -> p(model("m ~ x\ny ~ m + x").withWeights("w").fit(data.with("w", ones)), 99, 1));
    refused(
        "exchanged",
        () -> p(model("m ~ x\ny ~ m + x").withClusters("w").fit(data.with("w", ones)), 99, 1));
    Roles roles =
        new Roles("x", List.of(List.of("m")), "y", Map.of(ModeratorLetter.W, "w"), List.of());
    MediationModel moderated = Mediation.of(ProcessTemplate.of(7), roles);
    MediationResult conditional = moderated.fit(data.with("w", ones));
    Effect effect =
        conditional.effects().stream()
            .filter(e -> e.kind() == EffectKind.INDIRECT)
            .findFirst()
            .orElseThrow();
    refused("x → m", () -> conditional.permutationTest(effect, 99, 1));
    MediationResult within =
        PrePost.within("time")
            .through(BeforeAfter.of("x", "m"))
            .to(BeforeAfter.of("w", "y"))
            .withinSubject()
            .fit(data.with("w", ones), Bootstrap.percentile(50).seed(1));
    refused("time → (m - x)", () -> within.permutationTest(within.indirect("(m - x)"), 99, 1));
  }

  private static void refused(String because, org.junit.jupiter.api.function.Executable work) {
    InvalidInputException refusal = assertThrows(InvalidInputException.class, work);
    assertTrue(refusal.getMessage().contains(because), refusal.getMessage());
  }
}
