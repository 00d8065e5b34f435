package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.mediation.report.Report;
import org.socialcure.mediation.report.ReportDocument;
import org.socialcure.testsupport.Mapper;

/** Fitted models through any mapper of a user, with our module and without. */
class MapperTest {
  private static final MediationResult RESULT = fitted();

  private static MediationResult fitted() {
    Random random = new Random(1);
    double[] x = new double[80];
    double[] m = new double[80];
    double[] y = new double[80];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextGaussian();
      m[i] = x[i] / 2 + random.nextGaussian();
      y[i] = m[i] / 2 + random.nextGaussian();
    }
    Dataset data = Dataset.builder().numbers("x", x).numbers("m", m).numbers("y", y).build();
    return Mediation.from("x")
        .through("m")
        .to("y")
        .build()
        .fit(data, Bootstrap.percentile(100).seed(1));
  }

  /** A record of the user's own around ours. */
  public record Filed(String by, MediationResult result) {}

  /** The same as it is read. */
  public record Unfiled(String by, ModelDocument result) {}

  @ParameterizedTest
  @MethodSource("org.socialcure.testsupport.Mapper#all")
  void aResultIsWrittenAsItsDocumentAndReadAsThat(Mapper mapper) {
    ModelDocument document = RESULT.document();
    Object tree = Json.tree(Json.write(document));
    assertEquals(tree, Json.tree(Json.write(RESULT)));
    assertEquals(tree, Json.tree(mapper.write(RESULT)));
    assertEquals(tree, Json.tree(mapper.write(document)));
    assertEquals(document, mapper.read(mapper.write(RESULT), ModelDocument.class));
    assertEquals(
        new Unfiled("me", document),
        mapper.read(mapper.write(new Filed("me", RESULT)), Unfiled.class));
    Mapper.RefusedException refused =
        assertThrows(
            Mapper.RefusedException.class,
            () -> mapper.read(mapper.write(RESULT), MediationResult.class));
    assertTrue(refused.getMessage().contains("read it as a ModelDocument"), refused.getMessage());
  }

  @ParameterizedTest
  @MethodSource("org.socialcure.testsupport.Mapper#all")
  void whatALaterVersionAddedToAReportIsPassedOver(Mapper mapper) {
    Report report = Report.of(RESULT.document());
    String later = report.json().replace("\"name\":", "\"addedLater\": [1], \"name\":");
    assertEquals(report.models(), Report.read(later).models());
    assertEquals(
        new ReportDocument(report.title(), List.of(RESULT.document())),
        mapper.read(later, ReportDocument.class));
  }
}
