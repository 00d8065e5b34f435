package org.socialcure.examples.study.plan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;

/**
 * Whatever one value of a plan is changed to, the plan is read or refused with places; nothing else
 * is thrown.
 */
class PlanMutationTest {
  static Stream<String> plans() throws IOException {
    List<String> plans = new ArrayList<>(PlanSchemaTest.validPlans().toList());
    plans.add(
        Files.readString(
            Path.of("src/main/resources/org/socialcure/examples/study/simulated-cohort.json")));
    return plans.stream();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyOtherValueIsReadOrRefusedWithPlaces(String plan) {
    for (String json : PlanMutants.of(plan)) {
      try {
        Plan.read(json);
      } catch (InvalidInputException e) {
        for (Problem problem : e.problems()) {
          assertTrue(problem.position().isPresent(), () -> problem + " of " + json);
        }
      }
    }
  }
}
