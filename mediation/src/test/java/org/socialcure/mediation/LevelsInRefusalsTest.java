package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.CategoricalCoding.Scheme;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * A level is what somebody answered: no refusal to fit holds one, however it is written. A result
 * names its effects by levels, and who asks it for an effect that it has not is told those names.
 */
class LevelsInRefusalsTest {
  private static final String SECRET = "widow";
  private static final List<String> LEVELS =
      List.of(SECRET + "[63]", "[" + SECRET + "].", SECRET + "]:[x", SECRET);

  private static Dataset data() {
    Random random = new Random(7);
    StringBuilder csv = new StringBuilder("job,x,w,m,y,died,twin,ward\n");
    for (int i = 0; i < 80; i++) {
      String level = LEVELS.get(i % 4);
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,%.3f,%.3f,%.3f,%.3f,%d,%d,%d%n",
              level,
              random.nextGaussian(),
              random.nextGaussian(),
              random.nextGaussian(),
              random.nextGaussian(),
              i % 4 == 2 ? 1 : i % 8 == 0 ? 1 : 0,
              i % 4 == 1 ? 1 : 0,
              i % 4 == 3 ? 100 : i % 20));
    }
    return Dataset.readCsv(new StringReader(csv.toString()), CsvOptions.defaults());
  }

  @ParameterizedTest
  @EnumSource(value = Scheme.class, mode = Mode.EXCLUDE, names = "CUSTOM")
  void noRefusalHoldsOne(Scheme scheme) {
    Dataset data = data();
    CategoricalCoding coding = CategoricalCoding.of(scheme);
    MediationModel asCovariate =
        Mediation.from("x").through("m").to("y").adjustingFor("job").build();
    MediationModel moderated =
        Mediation.of(PathModel.parse("m ~ x + job + x:job\ny ~ m + x")).withCoding("job", coding);
    Map<String, Executable> refused = new LinkedHashMap<>();
    refused.put(
        "collinear",
        () ->
            Mediation.from("x")
                .through("m")
                .to("y")
                .adjustingFor("twin", "job")
                .build()
                .withCoding("job", coding)
                .fit(data));
    refused.put(
        "collinear product",
        () ->
            Mediation.of(PathModel.parse("m ~ twin + twin:job\ny ~ m + twin"))
                .withCoding("job", coding)
                .fit(data));
    refused.put(
        "separated",
        () ->
            Mediation.from("x")
                .through("m")
                .to("died")
                .adjustingFor("job")
                .build()
                .withCoding("job", coding)
                .withFamily("died", Family.LOGIT)
                .fit(data));
    refused.put(
        "lone cluster",
        () ->
            asCovariate
                .withCoding("job", coding)
                .withClusters("ward")
                .withStandardErrors(StandardErrors.CR2)
                .fit(data)
                .effect("zz"));
    refused.put(
        "first level", () -> asCovariate.withCoding("job", coding.startingWith("zz")).fit(data));
    refused.put(
        "as outcome", () -> asCovariate.withCoding("y", coding).withEvent("y", "zz").fit(data));
    refused.put("conditional", () -> moderated.fit(data).conditional(Map.of("job", 1.0)));
    refused.put("logarithm", () -> asCovariate.withFamily("job", Family.POISSON).fit(data));
    refused.put(
        "event",
        () -> Mediation.from("x").through("m").to("job").build().withEvent("job", "zz").fit(data));
    refused.put("number", () -> data.numbers("job"));
    List<Executable> checks = new ArrayList<>();
    refused.forEach(
        (name, attempt) ->
            checks.add(
                () -> {
                  String said =
                      assertThrows(InvalidInputException.class, attempt, name).getMessage();
                  assertFalse(said.contains(SECRET), name + ": " + said);
                }));
    assertAll(checks);
  }

  @Test
  void aContrastIsToldByItsNumber() {
    String said =
        assertThrows(
                InvalidInputException.class,
                () ->
                    Mediation.of(PathModel.parse("m ~ twin + twin:job\ny ~ m + twin"))
                        .withCoding("job", CategoricalCoding.of(Scheme.INDICATOR))
                        .fit(data()))
            .getMessage();
    assertTrue(said.contains("twin × contrast 2 of job is 0 in all rows"), said);
  }
}
