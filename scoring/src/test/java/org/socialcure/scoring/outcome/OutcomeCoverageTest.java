package org.socialcure.scoring.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Document;
import org.socialcure.core.instrument.Direction;
import org.socialcure.scoring.reliability.Alpha;
import org.socialcure.scoring.reliability.ScaleItems;

/** Where intervals hold the truth too seldom, it stands beside them. */
class OutcomeCoverageTest {
  private static ScaleOutcome outcome(int people) {
    Random random = new Random(people);
    double[] before = random.doubles(people, 0, 20).toArray();
    double[] after =
        Arrays.stream(before).map(value -> value - 1 + 4 * random.nextGaussian()).toArray();
    return ScaleOutcome.of(
        Measure.of("mood", Direction.HIGHER_IS_BETTER), before, after, OutcomeSettings.DEFAULT);
  }

  private static String text(ScaleOutcome outcome) {
    return Document.of("Outcome", outcome.section("mood")).text(200);
  }

  @Test
  void fewPeopleGetACautionWithItsFigureAndManyNone() {
    String few = text(outcome(20));
    assertTrue(few.contains("20 people whose scores are normal, skewed or floored"), few);
    assertTrue(few.contains("resampled standardised changes (BCa"), few);
    assertTrue(few.contains("held the truth in 93 % at worst"), few);
    assertTrue(few.contains("probability of superiority (BCa"), few);
    assertTrue(few.contains("held the truth in 92 % at worst"), few);
    String many = text(outcome(60));
    assertFalse(many.contains("held the truth"), many);
  }

  @Test
  void otherLevelsWereNotSimulated() {
    assertEquals(Optional.empty(), OutcomeCoverage.ofEffect(BootstrapLimits.PERCENTILE, 0.9, 20));
    assertTrue(OutcomeCoverage.ofEffect(BootstrapLimits.PERCENTILE, 0.95, 20).isPresent());
    assertTrue(OutcomeCoverage.ofPrePostControl(BootstrapLimits.PERCENTILE, 0.95, 49).isPresent());
    assertTrue(OutcomeCoverage.ofPrePostControl(BootstrapLimits.BCA, 0.95, 20).isEmpty());
  }

  @Test
  void feldtsIntervalSaysWhatItAssumesWhateverTheNumberOfPeople() {
    Random random = new Random(3);
    Map<String, double[]> items = new HashMap<>();
    double[] common = random.doubles(300).toArray();
    for (String name : new String[] {"a", "b", "c"}) {
      items.put(name, Arrays.stream(common).map(x -> x + random.nextDouble()).toArray());
    }
    Alpha alpha = ScaleItems.of(Dataset.of(items), "a", "b", "c").alpha();
    assertTrue(
        alpha.caution().orElseThrow().contains("held the truth in 80 % at worst"),
        alpha.caution().toString());
  }

  /** The lowest number of each row of the page's table is the one that the cautions tell. */
  @Test
  void theFiguresAreThoseOfThePage() throws IOException {
    Path page =
        Path.of("src", "main", "java", "org", "socialcure", "scoring", "outcome")
            .resolve("package-info.java");
    Map<String, double[]> worst = new HashMap<>();
    Pattern row = Pattern.compile("<tr><td>([^<]+)</td>((?:<td>[^<]+</td>){4})</tr>");
    for (String line : Files.readAllLines(page)) {
      Matcher found = row.matcher(line);
      if (found.find()) {
        worst.put(
            found.group(1),
            Arrays.stream(found.group(2).replaceAll("^<td>|</td>$", "").split("</td><td>"))
                .mapToDouble(
                    cell ->
                        Arrays.stream(cell.split(" / "))
                            .mapToDouble(Double::parseDouble)
                            .min()
                            .orElseThrow())
                .toArray());
      }
    }
    int[] people = {20, 50, 100, 178};
    for (int i = 0; i < people.length; i++) {
      for (BootstrapLimits limits : BootstrapLimits.values()) {
        String kind = limits == BootstrapLimits.BCA ? "BCa" : "percentile";
        double effect =
            Math.min(
                worst.get("d_av (mean SD), " + kind)[i],
                Math.min(
                    worst.get("d_rm, " + kind)[i], worst.get("d by the SD before, " + kind)[i]));
        agrees(effect, OutcomeCoverage.ofEffect(limits, 0.95, people[i]));
        agrees(
            worst.get("probability of superiority, " + kind)[i],
            OutcomeCoverage.ofSuperiority(limits, 0.95, people[i]));
        agrees(
            worst.get("g of pre-post-control, " + kind)[i],
            OutcomeCoverage.ofPrePostControl(limits, 0.95, people[i]));
      }
    }
  }

  private static void agrees(double worst, Optional<String> caution) {
    assertEquals(worst < 93, caution.isPresent(), () -> worst + ": " + caution);
    caution.ifPresent(
        text -> assertTrue(text.contains(" " + Math.round(worst) + " % at worst"), text));
  }
}
