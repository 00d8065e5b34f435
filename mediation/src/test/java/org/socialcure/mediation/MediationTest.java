package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;

/** The everyday way to write a model. */
class MediationTest {
  private static String refusal(Mediation unfinished) {
    return assertThrows(InvalidInputException.class, unfinished::build).getMessage();
  }

  @Test
  void mediatorsOfOneStageAreParallelAndLaterStagesFollow() {
    assertEquals(
        """
        m1 ~ a1*x
        m2 ~ a2*x
        m3 ~ a3*x + d31*m1 + d32*m2
        y ~ b1*m1 + b2*m2 + b3*m3 + c*x""",
        Mediation.from("x").through("m1", "m2").through("m3").to("y").build().toString());
  }

  @Test
  void mediatorsInSeriesPredictAllLaterOnes() {
    assertEquals(
        Mediation.from("x").through("m1").through("m2").to("y").build().path(),
        Mediation.from("x").through("m1", "m2").inSeries().to("y").build().path());
  }

  @Test
  void whatIsMissingIsNamed() {
    assertTrue(refusal(Mediation.from("x").through("m")).contains("to(…)"));
    assertTrue(refusal(Mediation.from("x").to("y")).contains("through(…)"));
    assertTrue(refusal(Mediation.from("x").through().to("y")).contains("through(…)"));
  }

  @Test
  void aVariableHasOnePart() {
    for (Mediation twice :
        new Mediation[] {
          Mediation.from("v").through("v").to("y"),
          Mediation.from("x").through("v").to("v"),
          Mediation.from("v").through("m").to("v"),
          Mediation.from("x").through("v", "v").to("y"),
          Mediation.from("x").through("m").to("v").adjustingFor("v"),
        }) {
      assertTrue(refusal(twice).startsWith("variable v: "));
    }
  }
}
