package org.socialcure.mediation.internal.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialcure.core.internal.resample.ReplicateRandom;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;
import org.socialcure.testsupport.Reference;

/** Permuted residuals without refitting, against refitting, R and the uniform distribution. */
class PermutationStepTest {
  private static List<int[]> permutations(int n) {
    List<int[]> all = new ArrayList<>();
    extend(new int[0], n, all);
    return all;
  }

  private static void extend(int[] begun, int n, List<int[]> all) {
    if (begun.length == n) {
      all.add(begun);
      return;
    }
    for (int i = 0; i < n; i++) {
      int next = i;
      if (Arrays.stream(begun).noneMatch(b -> b == next)) {
        int[] longer = Arrays.copyOf(begun, begun.length + 1);
        longer[begun.length] = next;
        extend(longer, n, all);
      }
    }
  }

  private static double t(Regression equation, String term, double[] y) {
    Regression again = Regression.of(equation.outcome(), y);
    for (String other : equation.terms().subList(1, equation.terms().size())) {
      again = again.term(other, equation.values(other));
    }
    return again.fit().coefficient(term).statistic().orElseThrow();
  }

  /** How many of all permutations have a t at least as far from zero, each of them refitted. */
  private static int extremeByRefitting(Regression equation, String term, List<int[]> all) {
    RegressionFit reduced = equation.without(List.of(term)).fit();
    double[] fitted = reduced.cases().orElseThrow().fitted();
    double[] residuals = reduced.cases().orElseThrow().residuals();
    double observed = Math.abs(t(equation, term, equation.outcomeValues()));
    PermutationStep step = PermutationStep.of(equation, term);
    int extreme = 0;
    for (int[] order : all) {
      double[] y = fitted.clone();
      for (int i = 0; i < y.length; i++) {
        y[i] += residuals[order[i]];
      }
      boolean found = Math.abs(t(equation, term, y)) >= observed * (1 - 1e-9);
      assertEquals(found, step.atLeastAsExtreme(order), () -> Arrays.toString(order));
      extreme += found ? 1 : 0;
    }
    return extreme;
  }

  @Test
  void decidesAsARefitDoesForEveryPermutation() {
    Reference golden =
        Reference.read(MediationModel.class.getResourceAsStream("prepost/permutation.json"));
    double[] m = golden.numbers("m");
    Regression a =
        Regression.of("m", m).term("x", golden.numbers("arm")).term("z", golden.numbers("age"));
    Regression b =
        Regression.of("y", golden.numbers("y"))
            .term("m", m)
            .term("x", golden.numbers("arm"))
            .term("z", golden.numbers("age"));
    List<int[]> all = permutations(m.length);
    assertEquals(golden.integer("permutations"), all.size());
    assertEquals(golden.integer("extreme", "a"), extremeByRefitting(a, "x", all));
    assertEquals(golden.integer("extreme", "b"), extremeByRefitting(b, "m", all));
  }

  @Test
  void anOffsetIsTakenOff() {
    double[] y = {3, 1, 4, 1, 5, 9, 2, 6};
    double[] x = {2, 7, 1, 8, 2, 8, 1, 9};
    double[] offset = {1, 0, 1, 2, 0, 1, 1, 0};
    double[] less = new double[8];
    Arrays.setAll(less, i -> y[i] - offset[i]);
    PermutationStep with =
        PermutationStep.of(Regression.of("y", y).term("x", x).withOffset(offset), "x");
    PermutationStep without = PermutationStep.of(Regression.of("y", less).term("x", x), "x");
    int[] order = new int[8];
    ReplicateRandom random = new ReplicateRandom(1, 0);
    for (int r = 0; r < 200; r++) {
      PermutationTest.shuffle(order, random);
      assertEquals(without.atLeastAsExtreme(order), with.atLeastAsExtreme(order));
    }
  }

  @Test
  void everyOrderIsAsLikelyAsAnyOther() {
    int[] counts = new int[64];
    int[] order = new int[3];
    ReplicateRandom random = new ReplicateRandom(8, 0);
    int draws = 60_000;
    for (int r = 0; r < draws; r++) {
      PermutationTest.shuffle(order, random);
      counts[16 * order[0] + 4 * order[1] + order[2]]++;
    }
    double expected = draws / 6.0;
    assertEquals(6, Arrays.stream(counts).filter(c -> c > 0).count());
    double chiSquare =
        Arrays.stream(counts)
            .filter(c -> c > 0)
            .mapToDouble(c -> (c - expected) * (c - expected) / expected)
            .sum();
    assertTrue(chiSquare < 20.5, "chi-square with 5 degrees of freedom: " + chiSquare);
  }

  @Test
  void isUniformUnderTheNull() {
    int studies = 2000;
    int permutations = 99;
    int n = 15;
    int[] order = new int[n];
    int[] counts = new int[10];
    ReplicateRandom random = new ReplicateRandom(99, 0);
    for (int s = 0; s < studies; s++) {
      double[] x = new double[n];
      double[] z = new double[n];
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        z[i] = random.gaussian();
        x[i] = z[i] + random.gaussian();
        // Skewed errors, for which t is not exact.
        y[i] = 2 * z[i] + random.exponential();
      }
      PermutationStep step =
          PermutationStep.of(Regression.of("y", y).term("x", x).term("z", z), "x");
      int extreme = 0;
      for (int r = 0; r < permutations; r++) {
        PermutationTest.shuffle(order, random);
        extreme += step.atLeastAsExtreme(order) ? 1 : 0;
      }
      // p is (extreme + 1)/100, and so one of 100 values, ten a tenth.
      counts[extreme / 10]++;
    }
    double expected = studies / 10.0;
    double chiSquare =
        Arrays.stream(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
    assertTrue(
        chiSquare < 27.9,
        "chi-square with 9 degrees of freedom: " + chiSquare + " of " + Arrays.toString(counts));
  }
}
