package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.ProbedModerator;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.process.ModeratorLetter;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.regression.StandardErrors;

/** What moments are enough for, and that the rest is refused and not left out. */
class MomentsNeedNoRowsTest {
  private static final Moments MOMENTS =
      Moments.ofCorrelations(
          60,
          List.of("x", "m", "y", "w", "x:w"),
          List.of(0.0, 1.0, 2.0, 3.0, 0.4),
          List.of(1.0, 2.0, 2.0, 0.5, 3.0),
          List.of(
              List.of(1.0, 0.4, 0.3, 0.1, 0.2),
              List.of(0.4, 1.0, 0.5, 0.2, 0.3),
              List.of(0.3, 0.5, 1.0, 0.1, 0.1),
              List.of(0.1, 0.2, 0.1, 1.0, 0.1),
              List.of(0.2, 0.3, 0.1, 0.1, 1.0)));

  private static MediationModel simple() {
    return Mediation.from("x").through("m").to("y").build();
  }

  private static MediationModel moderated() {
    return Mediation.of(
        ProcessTemplate.of(7),
        new Roles(
            "x", List.of(List.of("m")), "y", Map.of(ModeratorLetter.W, "w"), List.<String>of()));
  }

  static Stream<MediationModel> whatNeedsRows() {
    return Stream.of(
        simple().withStandardErrors(StandardErrors.HC3),
        simple().withStandardErrors("y", StandardErrors.HC3),
        simple().withWeights("w"),
        simple().withClusters("w").withStandardErrors(StandardErrors.CLASSICAL),
        simple().withPermutationTests(99, 1),
        moderated().withProbes(ProbeRule.values(1)).withCentring(Centring.PRODUCTS),
        moderated(),
        moderated().withProbes("w", ProbeRule.percentiles()));
  }

  @ParameterizedTest
  @MethodSource
  void whatNeedsRows(MediationModel model) {
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> model.fit(MOMENTS));
    assertTrue(e.getMessage().contains("rows"), e.getMessage());
  }

  @Test
  void moderatorsAreProbedAtTheirMeanAndOneSdToEitherSide() {
    ProbedModerator moderator =
        moderated().withProbes(ProbeRule.moments()).fit(MOMENTS).document().moderators().get(0);

    assertEquals("w", moderator.variable());
    assertEquals(List.of(2.5, 3.0, 3.5), moderator.values());
  }

  @Test
  void aReaderIsTold() {
    assertTrue(
        simple().fit(MOMENTS).document().cautions().stream()
            .anyMatch(caution -> caution.code() == Caution.Code.FROM_MOMENTS));
  }

  @Test
  void momentsThatAreNotPositiveDefiniteSayOfWhichVariable() {
    List<Double> zeros = List.of(0.0, 0.0, 0.0);
    List<String> names = List.of("a", "b", "c");

    assertEquals(Optional.empty(), MOMENTS.dependent());
    assertEquals(
        Optional.of("c"),
        new Moments(
                9,
                names,
                zeros,
                List.of(List.of(1.0, 0.0, 1.0), List.of(0.0, 1.0, 1.0), List.of(1.0, 1.0, 2.0)))
            .dependent());
    assertEquals(
        Optional.of("b"),
        new Moments(
                9,
                names,
                zeros,
                List.of(List.of(1.0, 2.0, 0.0), List.of(2.0, 4.0, 0.0), List.of(0.0, 0.0, 1.0)))
            .dependent());
  }
}
