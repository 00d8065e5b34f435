package org.socialcure.mediation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationResult;
import org.socialcure.mediation.regression.JointTest;
import org.socialcure.mediation.regression.StandardErrors;

/** What a report says of the test of all predictors of an equation. */
class AllPredictorsTest {
  private static Dataset data(int clusters) {
    int n = 60;
    double[][] columns = new double[6][n];
    for (int i = 0; i < n; i++) {
      columns[0][i] = i % clusters;
      for (int j = 1; j < 6; j++) {
        columns[j][i] = Math.sin(1 + 13.7 * i * j) + Math.cos((i % clusters) * (j + 0.3));
      }
    }
    return Dataset.of(
        Map.of(
            "site", columns[0],
            "x", columns[1],
            "u", columns[2],
            "v", columns[3],
            "m", columns[4],
            "y", columns[5]));
  }

  private static MediationResult fit(int clusters, StandardErrors errors) {
    return Mediation.from("x")
        .through("m")
        .to("y")
        .adjustingFor("u", "v")
        .build()
        .withClusters("site")
        .withStandardErrors(errors)
        .fit(data(clusters));
  }

  @ParameterizedTest
  @CsvSource({
    "3, CLUSTER, SINGULAR_COVARIANCE",
    "3, CR2, SINGULAR_COVARIANCE",
    "4, CR2, NO_DEGREES_OF_FREEDOM"
  })
  void haveAReasonWhereTheirTestDoesNotExist(
      int clusters, StandardErrors errors, JointTest.Missing reason) {
    MediationResult result = fit(clusters, errors);
    ModelDocument document = result.document();
    ModelDocument.Equation y = document.equations().get(1);
    assertEquals(Optional.of(reason), y.noModelTest());
    assertTrue(y.fit().keySet().stream().noneMatch(k -> k.startsWith("htz") || k.equals("f")));
    String told = "no test of all predictors at once, because " + reason.explanation();
    String text = result.report().text().replaceAll("\\s+", " ");
    assertTrue(text.contains(told), text);
    assertTrue(result.report().html().replaceAll("[\\s\u00a0]+", " ").contains(told));
    assertEquals(document, Report.read(result.report().json()).models().get(0));
  }

  /**
   * Tests of several have degrees of freedom of their own, not one less than there are clusters.
   */
  @Test
  void haveDegreesOfFreedomOfTheirOwn() {
    MediationResult result = fit(12, StandardErrors.CR2);
    assertTrue(result.document().equations().get(1).noModelTest().isEmpty());
    String text = result.report().text().replaceAll("\\s+", " ");
    assertTrue(text.contains("approximate Hotelling T² (HTZ), F(4, "), text);
    assertFalse(text.contains("one less than there are clusters"), text);
  }
}
