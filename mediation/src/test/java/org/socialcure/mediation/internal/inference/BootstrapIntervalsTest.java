package org.socialcure.mediation.internal.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialcure.core.Interval;
import org.socialcure.core.internal.resample.ReplicateRandom;
import org.socialcure.mediation.inference.NoInterval;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.internal.inference.IntervalResult.Ends;
import org.socialcure.mediation.internal.inference.IntervalResult.Found;
import org.socialcure.mediation.internal.inference.IntervalResult.Missing;

class BootstrapIntervalsTest {
  @Provide
  Arbitrary<Replicates> replicates() {
    return Arbitraries.longs()
        .flatMap(
            seed ->
                Arbitraries.integers()
                    .between(200, 500)
                    .map(
                        size -> {
                          ReplicateRandom random = new ReplicateRandom(seed, 0);
                          double estimate = random.gaussian();
                          double[] values =
                              DoubleStream.generate(() -> estimate + skewed(random))
                                  .limit(size)
                                  .toArray();
                          return Replicates.of(estimate, values);
                        }));
  }

  private static double skewed(ReplicateRandom random) {
    return random.gaussian() + 0.5 * random.exponential() - 0.4;
  }

  private static Found found(IntervalResult result) {
    return assertInstanceOf(Found.class, result);
  }

  private static Replicates transformed(Replicates replicates, double shift, double factor) {
    return Replicates.of(
        shift + factor * replicates.estimate(),
        Arrays.stream(replicates.shared()).map(t -> shift + factor * t).toArray());
  }

  private static List<IntervalResult> everyKind(Replicates t, double level, QuantileRule rule) {
    double[] errors = new double[t.size()];
    Arrays.fill(errors, 2 * t.standardError());
    return List.of(
        BootstrapIntervals.percentile(t, level, rule),
        BootstrapIntervals.basic(t, level, rule),
        BootstrapIntervals.normal(t, t.bias(), level),
        BootstrapIntervals.biasCorrected(t, level, rule),
        BootstrapIntervals.accelerated(t, 0.05, level, rule),
        BootstrapIntervals.bcaOfMediationPackage(t, level),
        BootstrapIntervals.studentized(
            t.estimate(), t.standardError(), t.shared(), errors, level, rule));
  }

  @Property(tries = 200)
  void basicIsThePercentileReflected(
      @ForAll("replicates") Replicates t,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double level,
      @ForAll QuantileRule rule) {
    Interval percentile = found(BootstrapIntervals.percentile(t, level, rule)).value();
    Interval basic = found(BootstrapIntervals.basic(t, level, rule)).value();
    assertEquals(2 * t.estimate() - percentile.upper(), basic.lower());
    assertEquals(2 * t.estimate() - percentile.lower(), basic.upper());
  }

  @Property(tries = 200)
  void aHigherLevelGivesAnIntervalThatHoldsTheLower(
      @ForAll("replicates") Replicates t,
      @ForAll @DoubleRange(min = 0.5, max = 0.9) double level,
      @ForAll @DoubleRange(min = 0.01, max = 0.09) double more,
      @ForAll QuantileRule rule) {
    List<IntervalResult> narrow = everyKind(t, level, rule);
    List<IntervalResult> wide = everyKind(t, level + more, rule);
    for (int k = 0; k < narrow.size(); k++) {
      if (narrow.get(k) instanceof Found inner && wide.get(k) instanceof Found outer) {
        assertTrue(
            outer.value().lower() <= inner.value().lower()
                && inner.value().upper() <= outer.value().upper(),
            () -> outer + " does not hold " + inner);
      }
    }
  }

  @Property(tries = 200)
  void intervalsMoveAndStretchWithTheEffect(
      @ForAll("replicates") Replicates t,
      @ForAll @DoubleRange(min = -4, max = 4) double shift,
      @ForAll @DoubleRange(min = 0.1, max = 8) double factor,
      @ForAll QuantileRule rule) {
    List<IntervalResult> before = everyKind(t, 0.9, rule);
    List<IntervalResult> after = everyKind(transformed(t, shift, factor), 0.9, rule);
    for (int k = 0; k < before.size(); k++) {
      if (before.get(k) instanceof Found one) {
        Interval other = after.get(k).interval().orElseThrow();
        assertEquals(shift + factor * one.value().lower(), other.lower(), 1e-9);
        assertEquals(shift + factor * one.value().upper(), other.upper(), 1e-9);
      } else {
        assertEquals(before.get(k), after.get(k));
      }
    }
  }

  @Property(tries = 200)
  void turningTheSignTurnsTheInterval(
      @ForAll("replicates") Replicates t,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
    for (QuantileRule rule :
        List.of(QuantileRule.TYPE_6, QuantileRule.TYPE_7, QuantileRule.NORMAL_SCALE)) {
      Replicates turned = transformed(t, 0, -1);
      for (boolean basic : new boolean[] {true, false}) {
        Interval one =
            found(
                    basic
                        ? BootstrapIntervals.basic(t, level, rule)
                        : BootstrapIntervals.percentile(t, level, rule))
                .value();
        Interval other =
            found(
                    basic
                        ? BootstrapIntervals.basic(turned, level, rule)
                        : BootstrapIntervals.percentile(turned, level, rule))
                .value();
        assertEquals(one.times(-1).lower(), other.lower(), 1e-9);
        assertEquals(one.times(-1).upper(), other.upper(), 1e-9);
      }
    }
  }

  @Property(tries = 200)
  void withoutMedianBiasBiasCorrectionChangesNothing(
      @ForAll("replicates") Replicates t, @ForAll QuantileRule rule) {
    Assume.that(rule != QuantileRule.PROCESS);
    int size = t.size() / 2 * 2;
    double[] values = Arrays.copyOf(t.shared(), size);
    double middle = (values[size / 2 - 1] + values[size / 2]) / 2;
    Assume.that(values[size / 2 - 1] < middle);
    Replicates unbiased = Replicates.of(middle, values);
    assertEquals(size / 2, unbiased.below());
    Interval percentile = found(BootstrapIntervals.percentile(unbiased, 0.95, rule)).value();
    Interval corrected =
        BootstrapIntervals.biasCorrected(unbiased, 0.95, rule).interval().orElseThrow();
    assertEquals(percentile.lower(), corrected.lower(), 1e-10);
    assertEquals(percentile.upper(), corrected.upper(), 1e-10);
  }

  @Test
  void anEndThatStandsInForALimitIsReported() {
    double[] values = IntStream.rangeClosed(1, 39).asDoubleStream().toArray();
    Replicates t = Replicates.of(20, values);
    for (QuantileRule rule : QuantileRule.values()) {
      // Ranks floor(0.975) = 0 and floor(38.025) + 1 = 39 under PROCESS alone.
      assertEquals(
          rule == QuantileRule.PROCESS ? Ends.LOWER_IS_SMALLEST : Ends.INSIDE,
          found(BootstrapIntervals.percentile(t, 0.95, rule)).ends());
    }
    Found process = found(BootstrapIntervals.percentile(t, 0.95, QuantileRule.PROCESS));
    assertEquals(new Interval(1, 39, 0.95), process.value());
    assertTrue(process.toString().contains("the smallest replicate stands in"));
  }

  /** Limits among B replicates need (B + 1) alpha/2 >= 1. */
  @ParameterizedTest
  @CsvSource({"0.95, 39", "0.9, 19", "0.99, 199", "0.5, 3"})
  void tooFewReplicatesForTheLevelGiveNoInterval(double level, int enough) {
    for (QuantileRule rule : QuantileRule.values()) {
      for (int size : new int[] {enough, enough - 1}) {
        double[] values = IntStream.rangeClosed(1, size).asDoubleStream().toArray();
        Replicates t = Replicates.of((size + 1) / 2.0, values);
        List<IntervalResult> kinds = new ArrayList<>(everyKind(t, level, rule));
        // The normal interval needs a standard deviation, and the R package's own goes beyond.
        kinds.remove(2);
        kinds.remove(4);
        for (IntervalResult kind : kinds) {
          boolean tooFew = kind.equals(new Missing(NoInterval.TOO_FEW_REPLICATES));
          assertEquals(size < enough, tooFew, () -> rule + " of " + size + ": " + kind);
        }
      }
    }
  }

  @Test
  void correctedRanksBeyondTheReplicatesGiveNoInterval() {
    double[] values = IntStream.rangeClosed(1, 40).asDoubleStream().toArray();
    for (QuantileRule rule : QuantileRule.values()) {
      assertEquals(
          new Missing(NoInterval.BEYOND_REPLICATES),
          BootstrapIntervals.biasCorrected(Replicates.of(37.5, values), 0.95, rule));
      assertEquals(
          new Missing(NoInterval.BEYOND_REPLICATES),
          BootstrapIntervals.accelerated(Replicates.of(20.5, values), 0.2, 0.95, rule));
    }
  }

  @Test
  void whatDoesNotExistSaysWhy() {
    double[] values = IntStream.rangeClosed(1, 40).asDoubleStream().toArray();
    QuantileRule rule = QuantileRule.TYPE_7;
    assertEquals(
        new Missing(NoInterval.ALL_ON_ONE_SIDE),
        BootstrapIntervals.biasCorrected(Replicates.of(1, values), 0.95, rule));
    assertEquals(
        new Missing(NoInterval.ALL_ON_ONE_SIDE),
        BootstrapIntervals.biasCorrected(Replicates.of(41, values), 0.95, rule));
    Replicates t = Replicates.of(37.5, values);
    assertEquals(
        new Missing(NoInterval.ACCELERATION_TOO_LARGE),
        BootstrapIntervals.accelerated(t, 0.4, 0.95, rule));
    assertEquals(
        new Missing(NoInterval.NO_INFLUENCE), BootstrapIntervals.bca(t, new double[9], 0.95, rule));
    assertEquals(
        new Missing(NoInterval.TOO_FEW_REPLICATES),
        BootstrapIntervals.normal(Replicates.of(1, new double[] {2}), 0, 0.95));
    assertEquals(
        new Missing(NoInterval.NO_VARIANCE),
        BootstrapIntervals.bcaOfMediationPackage(Replicates.of(1, new double[] {2, 2, 2}), 0.5));
    assertEquals(
        new Missing(NoInterval.NO_VARIANCE),
        BootstrapIntervals.studentized(
            1, 1, new double[] {1, 2, 3}, new double[] {0, 1, 1}, 0.5, rule));
    assertTrue(new Missing(NoInterval.NO_VARIANCE).toString().contains("a standard error is zero"));
    assertTrue(new Missing(NoInterval.NO_VARIANCE).interval().isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void aConstantEffectHasAnIntervalWithoutWidth(QuantileRule rule) {
    double[] values = new double[1000];
    Arrays.fill(values, 0.3);
    assertEquals(
        new Interval(0.3, 0.3, 0.95),
        found(BootstrapIntervals.percentile(Replicates.of(0.3, values), 0.95, rule)).value());
  }

  @Test
  void refusesLevelsAndLengthsThatAreNone() {
    Replicates t = Replicates.of(1, new double[] {1, 2, 3});
    for (double level : new double[] {0, 1, 95, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> BootstrapIntervals.percentile(t, level, QuantileRule.TYPE_7));
      assertThrows(
          IllegalArgumentException.class,
          () -> BootstrapIntervals.biasCorrected(t, level, QuantileRule.TYPE_7));
      assertThrows(
          IllegalArgumentException.class, () -> BootstrapIntervals.normal(t, t.bias(), level));
    }
    assertThrows(
        IllegalArgumentException.class,
        () ->
            BootstrapIntervals.studentized(
                1, 1, new double[] {1, 2}, new double[] {1}, 0.95, QuantileRule.TYPE_7));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            BootstrapIntervals.studentized(
                1, -1, new double[] {1, 2}, new double[] {1, 1}, 0.95, QuantileRule.TYPE_7));
    assertThrows(
        IllegalArgumentException.class,
        () -> BootstrapIntervals.accelerated(t, Double.NaN, 0.95, QuantileRule.TYPE_7));
  }
}
