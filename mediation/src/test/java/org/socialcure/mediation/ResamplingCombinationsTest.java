package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * What each kind of bootstrap means with every kind of standard errors, interval, weights, family,
 * clusters and compatibility: an answer, or a refusal that names what does not go together.
 */
class ResamplingCombinationsTest {
  private static final int ROWS = 63;
  private static final int REPLICATES = 45;
  private static final Dataset DATA = data();

  private static Dataset data() {
    Random random = new Random(12);
    Map<String, double[]> columns = new HashMap<>();
    List.of("x", "m", "y", "b", "c", "weight", "site", "stratum")
        .forEach(n -> columns.put(n, new double[ROWS]));
    for (int i = 0; i < ROWS; i++) {
      double x = random.nextGaussian();
      double m = 0.5 * x + random.nextGaussian();
      double y = 0.5 * m + 0.2 * x + random.nextGaussian();
      columns.get("x")[i] = x;
      columns.get("m")[i] = m;
      columns.get("y")[i] = y;
      columns.get("b")[i] = y + random.nextGaussian() > 0 ? 1 : 0;
      columns.get("c")[i] = Math.floor(Math.exp(0.4 * y) + 2 * random.nextDouble());
      columns.get("weight")[i] = 0.5 + random.nextDouble();
      columns.get("site")[i] = i % 21;
      columns.get("stratum")[i] = i % 3;
    }
    return Dataset.of(columns);
  }

  private enum Outcome {
    LINEAR("y", Family.GAUSSIAN),
    BINARY("b", Family.LOGIT),
    COUNT("c", Family.QUASI_POISSON);

    private final String column;
    private final Family family;

    Outcome(String column, Family family) {
      this.column = column;
      this.family = family;
    }
  }

  static Stream<Arguments> all() {
    List<Arguments> all = new ArrayList<>();
    for (BootstrapKind kind : BootstrapKind.values()) {
      for (StandardErrors errors : StandardErrors.values()) {
        for (Outcome outcome : Outcome.values()) {
          all.add(Arguments.of(kind, errors, outcome));
        }
      }
    }
    return all.stream();
  }

  private static MediationModel model(Outcome outcome) {
    return Mediation.from("x")
        .through("m")
        .to(outcome.column)
        .build()
        .withFamily(outcome.column, outcome.family);
  }

  private static Bootstrap bootstrap(BootstrapKind kind, IntervalMethod method) {
    Bootstrap plain = Bootstrap.of(method, REPLICATES).seed(6);
    return kind == BootstrapKind.STRATIFIED ? plain.withStrata("stratum") : plain.withKind(kind);
  }

  /** The reason for a refusal, if the table has one. */
  private static Optional<String> refusal(
      BootstrapKind kind,
      StandardErrors errors,
      Outcome outcome,
      boolean clusters,
      boolean weights) {
    if (errors.usesClusters() && !clusters) {
      return Optional.of("cluster of each row");
    }
    if (errors == StandardErrors.CR2 && outcome != Outcome.LINEAR) {
      return Optional.of("residuals of a linear equation");
    }
    if (kind.drawsClusters() && !clusters) {
      return Optional.of("needs a cluster column");
    }
    // A remedy that draws rows of clusters one by one would be none.
    String remedy = clusters ? "use the cluster bootstrap" : "use the case bootstrap";
    return kind.drawsResiduals() && (outcome != Outcome.LINEAR || weights)
        ? Optional.of(remedy)
        : Optional.empty();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("all")
  void everyPairAnswersOrSaysWhyNot(BootstrapKind kind, StandardErrors errors, Outcome outcome) {
    for (boolean clusters : new boolean[] {false, true}) {
      for (boolean weights : new boolean[] {false, true}) {
        MediationModel plain = model(outcome);
        MediationModel grouped = clusters ? plain.withClusters("site") : plain;
        MediationModel weighted = weights ? grouped.withWeights("weight") : grouped;
        MediationModel asked = weighted.withStandardErrors(errors);
        Optional<String> refusal = refusal(kind, errors, outcome, clusters, weights);
        for (IntervalMethod method : methods(errors)) {
          if (refusal.isPresent()) {
            String message =
                assertThrows(
                        InvalidInputException.class, () -> asked.fit(DATA, bootstrap(kind, method)))
                    .getMessage();
            assertTrue(message.contains(refusal.get()), message);
          } else {
            check(asked.fit(DATA, bootstrap(kind, method)), kind, clusters);
          }
        }
      }
    }
  }

  /** Of all kinds of limits the studentised ones alone know the standard errors. */
  private static Collection<IntervalMethod> methods(StandardErrors errors) {
    return errors == StandardErrors.CLASSICAL
        ? EnumSet.allOf(IntervalMethod.class)
        : EnumSet.of(
            IntervalMethod.STUDENTIZED,
            IntervalMethod.values()[errors.ordinal() % IntervalMethod.values().length]);
  }

  private static void check(MediationResult result, BootstrapKind kind, boolean clusters) {
    assertEquals(kind, result.document().bootstrap().orElseThrow().kind());
    Effect effect = result.indirect("m");
    Inference inference = effect.bootstrap().orElseThrow();
    // There are limits, or there is a reason.
    assertTrue(inference.interval().isPresent() ^ inference.missing().isPresent());
    assertTrue(inference.se().orElseThrow() > 0);
    effect
        .standardised()
        .forEach(s -> assertTrue(s.interval().isPresent() ^ s.missing().isPresent()));
    assertEquals(
        clusters && !kind.drawsClusters(),
        result.cautions().stream().anyMatch(c -> c.code() == Caution.Code.CLUSTERS_SPLIT));
  }

  @ParameterizedTest
  @EnumSource(BootstrapKind.class)
  void rulesOfOtherProgramsGoWithEveryKind(BootstrapKind kind) {
    for (IntervalMethod method : IntervalMethod.values()) {
      MediationModel model = model(Outcome.LINEAR).withClusters("site");
      MediationResult own = model.fit(DATA, bootstrap(kind, method));
      for (Compatibility rules : Compatibility.values()) {
        MediationResult theirs = model.withCompatibility(rules).fit(DATA, bootstrap(kind, method));
        check(theirs, kind, true);
        assertEquals(own.indirect("m").estimate(), theirs.indirect("m").estimate());
      }
    }
  }

  @Test
  void wildClusterTestsGoWithWhatHasClustersAndIsLinear() {
    MediationModel asked = model(Outcome.LINEAR).withWildClusterTests(99, 4);
    assertThrows(InvalidInputException.class, () -> asked.fit(DATA));
    for (StandardErrors errors : StandardErrors.values()) {
      for (boolean weights : new boolean[] {false, true}) {
        MediationModel clustered = asked.withClusters("site").withStandardErrors(errors);
        MediationResult result = (weights ? clustered.withWeights("weight") : clustered).fit(DATA);
        assertEquals(3, result.document().wildClusterTests().size());
        String text = result.report().text().replaceAll("\\s+", " ");
        assertTrue(text.contains("Wild cluster tests of coefficients"), text);
        assertTrue(text.contains("21 clusters, Rademacher signs, 99 replicates, seed 4"), text);
      }
    }
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> model(Outcome.COUNT).withClusters("site").withWildClusterTests(99, 4).fit(DATA));
    assertTrue(refused.getMessage().contains("use the cluster bootstrap"), refused.getMessage());
    assertFalse(
        model(Outcome.LINEAR).withClusters("site").fit(DATA).document().wildClusterTests().stream()
            .findAny()
            .isPresent());
  }
}
