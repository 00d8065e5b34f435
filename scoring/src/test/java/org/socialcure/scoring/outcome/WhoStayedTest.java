package org.socialcure.scoring.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.scoring.outcome.ScaleOutcomeTest.assertLimits;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Document;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.testsupport.Reference;

class WhoStayedTest {
  private static final List<String> WAVES = List.of("t0", "t1", "t2");
  private static final Dataset DATA = MadeUpCohort.data();
  private static final WhoStayed STAYED =
      WhoStayed.of(DATA, List.of("gp", "age", "sex", "loneliness"), WAVES);

  @Test
  void peopleByWaveAreThoseOfR() {
    Reference r = MadeUpCohort.golden("attrition");
    assertEquals(r.integer("n_t0"), STAYED.waves().get(0).there());
    assertEquals(r.integer("n_t1"), STAYED.waves().get(1).there());
    assertEquals(r.integer("n_t2"), STAYED.waves().get(2).there());
    assertEquals(r.number("retained_t1"), STAYED.waves().get(1).retained().orElseThrow().value());
    WhoStayed.Departure at1 = STAYED.departures().get(0);
    assertEquals(240, at1.stayed() + at1.left());
    assertEquals("t1", at1.wave());
  }

  @ParameterizedTest
  @ValueSource(strings = {"loneliness", "age", "gp"})
  void differencesAtTheStartAreThoseOfR(String name) {
    Reference r = MadeUpCohort.more("stayed", name);
    BaselineDifference difference =
        STAYED.departures().get(0).differences().stream()
            .filter(it -> it.column().startsWith(name))
            .findFirst()
            .orElseThrow();
    assertEquals(r.integer("n_stayed"), difference.stayed().n());
    assertEquals(r.integer("n_left"), difference.left().n());
    assertClose(
        MadeUpCohort.golden("attrition").number("smd_" + name),
        difference.difference().orElseThrow(),
        1e-11);
    assertClose(r.number("se"), difference.standardError().orElseThrow(), 1e-11);
    assertLimits(r.numbers("ci"), difference.interval().orElseThrow(), 1e-10);
  }

  /** So many people with exactly this mean and standard deviation. */
  private static double[] people(int n, double mean, double sd) {
    double[] values = new double[n];
    double reach = sd * Math.sqrt((n - 1.0) / n);
    Arrays.setAll(values, i -> mean + (i % 2 == 0 ? reach : -reach));
    return values;
  }

  /**
   * The variance of metafor 3.8-1 ({@code escalc(measure = "SMDH")}, Bonett 2008), whose estimate
   * is J times ours and whose variance is J² times that at its own estimate: the same as ours where
   * the means are equal, and to 1e-4 where groups are so large that J is 1.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 3, 4, 30, 26, 0, 0.0739190603150072, 0.98603565094858",
    "3, 3, 2, 40000, 25000, 1.17668323303791, 7.01482204748253e-05, 0.999988461",
    "-8, 2, 5, 20000, 60000, -2.10088322906040, 7.19625979988571e-05, 0.999990625"
  })
  void theStandardErrorIsThatOfOtherSoftware(
      double mean, double sd1, double sd2, int n1, int n2, double yi, double vi, double j) {
    BaselineDifference difference =
        BaselineDifference.of("x", "x", people(n1, mean, sd1), people(n2, 0, sd2), .95);
    assertEquals(yi / j, difference.difference().orElseThrow(), 1e-6);
    assertClose(Math.sqrt(vi) / j, difference.standardError().orElseThrow(), 2e-5);
  }

  @Test
  void categoriesAreSharesAndTheLargestDifferenceIsFirst() {
    List<BaselineDifference> all = STAYED.departures().get(0).differences();
    assertEquals(4, all.size(), "of two categories one is told");
    BaselineDifference women =
        all.stream().filter(it -> it.label().endsWith("woman")).findFirst().orElseThrow();
    Reference r = MadeUpCohort.golden("attrition");
    assertClose(r.number("p_woman_stayed"), women.stayed().mean().orElseThrow(), 1e-13);
    assertClose(r.number("p_woman_left"), women.left().mean().orElseThrow(), 1e-13);
    for (int i = 1; i < all.size(); i++) {
      assertTrue(
          Math.abs(all.get(i - 1).difference().orElseThrow())
              >= Math.abs(all.get(i).difference().orElseThrow()));
    }
    assertEquals("loneliness@t0", all.get(0).column());
    assertEquals(
        Optional.of(all.get(0)), STAYED.departures().get(0).difference(all.get(0).label()));
  }

  @Test
  void whatIsMissingIsOfThoseWhoWereThere() {
    WhoStayed.MissingValues loneliness =
        STAYED.missing().stream()
            .filter(it -> it.column().equals("loneliness") && it.wave().equals("t1"))
            .findFirst()
            .orElseThrow();
    Share share = loneliness.missing().orElseThrow();
    assertEquals(132, share.of());
    assertEquals(132 - MadeUpCohort.more("trajectory", "all", "1").integer("n"), share.count());
  }

  @Test
  void whatIsMissingIsCalledAsPeopleCallIt() {
    Dataset labelled =
        DATA.withLabels(
            Map.of("loneliness@t0", "Loneliness, at t0", "loneliness@t1", "Lonely later"));
    assertEquals(
        List.of("Loneliness", "Lonely later", "loneliness"),
        WhoStayed.of(labelled, List.of("loneliness"), WAVES).missing().stream()
            .map(WhoStayed.MissingValues::label)
            .toList());
  }

  /** Age and sex are the person's, so that they are missing once or not at all. */
  @Test
  void columnsOfThePersonStandOnce() {
    assertEquals(1, STAYED.missing().stream().filter(it -> it.column().equals("age")).count());
    assertEquals(3, STAYED.missing().stream().filter(it -> it.column().equals("gp")).count());
    assertTrue(STAYED.departures().get(0).difference("age").isPresent());
  }

  @Test
  void moreThanAFifthLostIsACaution() {
    assertEquals(2, STAYED.cautions().size());
    assertTrue(STAYED.cautions().get(0).contains("108 (45.0%)"), STAYED.cautions().get(0));
    int[] kept =
        IntStream.range(0, DATA.rows()).filter(i -> !DATA.missing("months@t1", i)).toArray();
    Dataset stayers = DATA.take(kept);
    assertEquals(1, WhoStayed.of(stayers, List.of("age"), WAVES).cautions().size(), "t2 alone");
  }

  @Test
  void isToldAsASectionWithAPictureAndAsJson() {
    Document document = Document.of("Stayed", STAYED.section("stayed"));
    assertTrue(document.html().contains("<svg"));
    String text = document.text(100);
    assertTrue(text.contains("Bonett 2008") && text.contains("no statistic of those"), text);
    assertEquals(STAYED, Json.read(Json.write(STAYED), WhoStayed.class));
    assertTrue(STAYED.departures().get(0).plot().isPresent());
    assertTrue(STAYED.toString().startsWith("Who stayed\n  t0: 240 there"), STAYED.toString());
  }

  @Test
  void theOrderOfPeopleDoesNotMatter() {
    int[] back = IntStream.range(0, DATA.rows()).map(i -> DATA.rows() - 1 - i).toArray();
    WhoStayed turned =
        WhoStayed.of(DATA.take(back), List.of("gp", "age", "sex", "loneliness"), WAVES);
    assertEquals(STAYED.waves(), turned.waves());
    for (int i = 0; i < 4; i++) {
      assertEquals(
          STAYED.departures().get(0).differences().get(i).difference().orElseThrow(),
          turned.departures().get(0).differences().get(i).difference().orElseThrow(),
          1e-12);
    }
  }

  @Test
  void whereNobodyLeftThereIsNothingToCompare() {
    Dataset all =
        Dataset.builder()
            .numbers("x@a", 1, 2, 3)
            .numbers("x@b", 3, 2, 1)
            .numbers("age", 4, 4, 4)
            .build();
    WhoStayed stayed = WhoStayed.of(all, List.of("x", "age"), List.of("a", "b"));
    BaselineDifference none = stayed.departures().get(0).differences().get(0);
    assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), none.because());
    assertEquals(Optional.empty(), stayed.departures().get(0).plot());
    assertEquals(List.of(), stayed.cautions());
    assertFalse((stayed + stayed.section("x").toString()).contains("NaN"));
    Dataset flat =
        Dataset.builder()
            .numbers("x@a", 1, 1, 1, 1)
            .numbers("x@b", 3, 2, Double.NaN, Double.NaN)
            .build();
    assertEquals(
        Optional.of(NotEstimable.NO_VARIATION),
        WhoStayed.of(flat, List.of("x"), List.of("a", "b"))
            .departures()
            .get(0)
            .differences()
            .get(0)
            .because());
  }

  @Test
  void badInputIsRefusedAllAtOnce() {
    List<Optional<String>> names = new ArrayList<>();
    for (int i = 0; i < DATA.rows(); i++) {
      names.add(Optional.of("person " + (char) ('a' + i % 26) + i));
    }
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> WhoStayed.of(DATA.with("who", names), List.of("no", "who"), List.of("t0", "t7")));
    assertEquals(3, refused.problems().size(), refused.getMessage());
    assertFalse(refused.getMessage().contains("person a"), "no cell is quoted");
    assertThrows(
        InvalidInputException.class, () -> WhoStayed.of(DATA, List.of("age"), List.of("t0")));
    assertThrows(InvalidInputException.class, () -> WhoStayed.of(DATA, List.of("age"), WAVES, 1.5));
  }
}
