package org.socialcure.mediation;

import static org.socialcure.testsupport.Reference.assertClose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.regression.StandardErrors;
import org.socialcure.testsupport.Reference;

/**
 * The normal-theory test of the total indirect effect between subjects against R; {@code
 * total-indirect.R} beside the values says how they were made.
 */
class TotalIndirectEffectTest {
  private static final double TOLERANCE = 1e-10;

  private static final Reference ALL =
      Reference.read(TotalIndirectEffectTest.class.getResourceAsStream("total-indirect.json"));

  static IntStream tests() {
    return IntStream.range(0, ALL.all("tests").size());
  }

  @ParameterizedTest
  @MethodSource("tests")
  void agreesWithR(int test) {
    Reference golden = ALL.all("tests").get(test);
    Map<String, double[]> columns = new HashMap<>();
    List.of("x", "z", "m", "k", "y", "w", "g").forEach(n -> columns.put(n, ALL.numbers("data", n)));
    MediationModel model =
        Mediation.from("x")
            .through("m", "k")
            .to("y")
            .adjustingFor("z")
            .build()
            .withStandardErrors(StandardErrors.valueOf(golden.text("name")));
    if (golden.text("name").equals("CLUSTER")) {
      model = model.withClusters("g");
    }
    if (golden.integer("weighted") == 1) {
      model = model.withWeights("w");
    }
    Effect total = model.fit(Dataset.of(columns)).totalIndirect().orElseThrow();
    Inference inference = total.classical().orElseThrow();
    assertClose(golden.number("estimate"), total.estimate(), TOLERANCE);
    assertClose(golden.number("se"), inference.se().orElseThrow(), TOLERANCE);
    assertClose(golden.number("p"), inference.p().orElseThrow(), TOLERANCE);
    assertClose(golden.numbers("limits")[0], inference.interval().orElseThrow().lower(), TOLERANCE);
    assertClose(golden.numbers("limits")[1], inference.interval().orElseThrow().upper(), TOLERANCE);
  }
}
