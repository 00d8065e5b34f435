package org.socialcure.scoring.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.scoring.outcome.ScaleOutcomeTest.assertLimits;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Document;
import org.socialcure.core.instrument.Band;
import org.socialcure.core.instrument.BandScheme;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Use;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.testsupport.Reference;

class GroupComparisonTest {
  private static final Dataset DATA = MadeUpCohort.data();

  private static GroupComparison compare(Dataset data, Grouping grouping) {
    return GroupComparison.of(
        data, MadeUpCohort.LONELINESS, "t0", "t1", grouping, MadeUpCohort.FEW_RESAMPLES);
  }

  @Test
  void menAgainstWomenAsInR() {
    Reference r = MadeUpCohort.golden("by_sex");
    GroupComparison bySex = compare(DATA, Grouping.by("sex", "woman"));
    assertEquals(r.integer("n_man"), bySex.group("man").orElseThrow().n());
    assertEquals(r.integer("n_woman"), bySex.group("woman").orElseThrow().n());
    GroupComparison.Difference men = bySex.difference("man").orElseThrow();
    MeanDifference welch = men.change().orElseThrow();
    assertClose(r.number("difference"), welch.estimate(), 1e-12);
    assertClose(r.number("welch_t"), welch.statistic(), 1e-11);
    assertClose(r.number("welch_df"), welch.df(), 1e-11);
    assertClose(r.number("welch_p"), welch.p(), 1e-10);
    assertLimits(r.numbers("welch_ci"), welch.interval(), 1e-9);
    MeanDifference adjusted = men.adjusted().orElseThrow();
    assertClose(r.number("ancova_man_minus_woman"), adjusted.estimate(), 1e-11);
    assertClose(r.number("ancova_se"), adjusted.standardError(), 1e-11);
    assertLimits(r.numbers("ancova_ci"), adjusted.interval(), 1e-10);
    assertEquals(welch.p(), men.changeHolm().orElseThrow(), "one comparison needs no adjustment");
    MeanDifference withAge =
        compare(DATA, Grouping.by("sex", "woman").adjustingFor("age"))
            .difference("man")
            .orElseThrow()
            .adjusted()
            .orElseThrow();
    assertClose(r.number("ancova_age_man_minus_woman"), withAge.estimate(), 1e-11);
  }

  private static Dataset withAgeBands() {
    List<Optional<String>> bands = new ArrayList<>();
    for (double age : DATA.numbers("age")) {
      bands.add(Optional.of(age <= 55 ? "younger" : age <= 68 ? "middle" : "older"));
    }
    return DATA.with("band", bands);
  }

  @Test
  void severalGroupsEachAgainstTheReferenceAsInR() {
    Reference r = MadeUpCohort.more("age_bands");
    GroupComparison comparison =
        compare(withAgeBands(), Grouping.by("band", "middle").adjustingFor("sex"));
    assertEquals("middle", comparison.groups().get(0).name());
    for (int i = 0; i < 2; i++) {
      Reference welch = r.get("welch", "" + i);
      GroupComparison.Difference difference =
          comparison.difference(welch.text("group")).orElseThrow();
      MeanDifference change = difference.change().orElseThrow();
      assertClose(welch.number("difference"), change.estimate(), 1e-11);
      assertClose(welch.number("df"), change.df(), 1e-11);
      assertLimits(welch.numbers("ci"), change.interval(), 1e-10);
      assertClose(r.numbers("welch_holm")[i], difference.changeHolm().orElseThrow(), 1e-10);
      Reference lm = r.get("adjusted", "" + i);
      MeanDifference adjusted = difference.adjusted().orElseThrow();
      assertClose(lm.number("estimate"), adjusted.estimate(), 1e-10);
      assertClose(lm.number("se"), adjusted.standardError(), 1e-11);
      assertClose(r.number("adjusted_df"), adjusted.df(), 0);
      assertLimits(lm.numbers("ci"), adjusted.interval(), 1e-9);
      assertClose(r.numbers("adjusted_holm")[i], difference.adjustedHolm().orElseThrow(), 1e-9);
    }
    assertEquals(
        "Loneliness at t1 on Loneliness at t0, band, sex; least squares with one slope for all"
            + " groups, n = 126",
        comparison.model().orElseThrow());
  }

  @Test
  void theUnitOfTheScaleMultipliesTheDifferences() {
    double[] before = DATA.numbers("loneliness@t0");
    double[] after = DATA.numbers("loneliness@t1");
    for (int i = 0; i < before.length; i++) {
      before[i] = 100 - 4 * before[i];
      after[i] = 100 - 4 * after[i];
    }
    GroupComparison turned =
        GroupComparison.of(
            DATA.with("wellbeing@t0", before).with("wellbeing@t1", after),
            Measure.of("wellbeing", Direction.HIGHER_IS_BETTER),
            "t0",
            "t1",
            Grouping.by("sex", "woman"),
            MadeUpCohort.FEW_RESAMPLES);
    GroupComparison.Difference one =
        compare(DATA, Grouping.by("sex", "woman")).difference("man").orElseThrow();
    GroupComparison.Difference other = turned.difference("man").orElseThrow();
    assertClose(
        -4 * one.change().orElseThrow().estimate(), other.change().orElseThrow().estimate(), 1e-11);
    assertClose(one.adjusted().orElseThrow().p(), other.adjusted().orElseThrow().p(), 1e-8);
  }

  @Test
  void aGroupOfOneTakesNoPart() {
    List<Optional<String>> sex = new ArrayList<>(DATA.texts("sex"));
    int row = 0;
    while (DATA.missing("loneliness@t0", row) || DATA.missing("loneliness@t1", row)) {
      row++;
    }
    sex.set(row, Optional.of("other"));
    GroupComparison three = compare(DATA.with("sex", sex), Grouping.by("sex", "woman"));
    GroupComparison.Difference one = three.difference("other").orElseThrow();
    assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), one.whyNot(OutcomePart.DIFFERENCE));
    assertEquals(
        Optional.of(NotEstimable.TOO_FEW_PEOPLE), one.whyNot(OutcomePart.ADJUSTED_DIFFERENCE));
    sex.set(row, Optional.empty());
    GroupComparison without = compare(DATA.with("sex", sex), Grouping.by("sex", "woman"));
    assertEquals(1, without.withoutGroup());
    assertEquals(
        without.difference("man").orElseThrow().adjusted(),
        three.difference("man").orElseThrow().adjusted());
    String text = three.section("by-sex").toString();
    assertTrue(text.contains("too few people"), text);
    assertTrue(without.section("by-sex").toString().contains("Without a group: 1"), text);
  }

  @Test
  void whatCannotBeFittedSaysSo() {
    Dataset doubled = DATA.with("again", DATA.numbers("loneliness@t0"));
    GroupComparison.Difference collinear =
        compare(doubled, Grouping.by("sex", "woman").adjustingFor("again"))
            .difference("man")
            .orElseThrow();
    assertEquals(
        Optional.of(NotEstimable.NO_SOLUTION), collinear.whyNot(OutcomePart.ADJUSTED_DIFFERENCE));
    assertTrue(collinear.change().isPresent());
    double[] constant = new double[DATA.rows()];
    Dataset flat = DATA.with("flat@t0", constant).with("flat@t1", constant);
    GroupComparison.Difference none =
        GroupComparison.of(
                flat,
                Measure.of("flat", Direction.NEUTRAL),
                "t0",
                "t1",
                Grouping.by("sex", "woman"),
                MadeUpCohort.FEW_RESAMPLES)
            .difference("man")
            .orElseThrow();
    assertEquals(Optional.of(NotEstimable.NO_VARIATION), none.whyNot(OutcomePart.DIFFERENCE));
    assertFalse(none.toString().contains("NaN"));
  }

  @Test
  void badInputIsRefused() {
    InvalidInputException nobody =
        assertThrows(InvalidInputException.class, () -> compare(DATA, Grouping.by("sex", "women")));
    assertTrue(nobody.getMessage().contains("reference group"), nobody.getMessage());
    assertThrows(
        InvalidInputException.class, () -> compare(DATA, Grouping.by("no-column", "woman")));
    assertThrows(InvalidInputException.class, () -> compare(DATA, Grouping.by("id", "001")));
    assertThrows(InvalidInputException.class, () -> Grouping.by("sex", " "));
    assertThrows(
        InvalidInputException.class, () -> Grouping.by("sex", "woman").adjustingFor("sex"));
    assertThrows(
        InvalidInputException.class, () -> Grouping.by("sex", "woman").adjustingFor("a", "a"));
  }

  @Test
  void numbersAreGroupsTooAndBandsAreSharesByGroup() {
    double[] arm = DATA.numbers("age");
    for (int i = 0; i < arm.length; i++) {
      arm[i] = arm[i] > 60 ? 10 : 2;
    }
    BandScheme scheme =
        new BandScheme(
            "made-up",
            "made up for this test",
            Evidence.MEMORY_ONLY,
            Use.ON_REQUEST,
            List.of(
                new Band("low", "low", OptionalDouble.empty(), OptionalDouble.empty()),
                new Band("high", "high", OptionalDouble.of(20), OptionalDouble.empty())));
    GroupComparison comparison =
        GroupComparison.of(
            DATA.with("arm", arm),
            MadeUpCohort.LONELINESS.withBands(scheme),
            "t0",
            "t1",
            Grouping.by("arm", "2"),
            MadeUpCohort.FEW_RESAMPLES);
    assertEquals(List.of("2", "10"), comparison.groups().stream().map(g -> g.name()).toList());
    int high =
        comparison.groups().stream()
            .mapToInt(g -> g.outcome().bands().get(1).before().count())
            .sum();
    Reference r = MadeUpCohort.golden("caseness");
    assertEquals(r.integer("both") + r.integer("only_before"), high);
    Document document = Document.of("Groups", comparison.section("by-arm"));
    assertTrue(document.text(90).contains("Bands by group"), document.text(90));
    assertTrue(document.text(90).replaceAll("\\s+", " ").contains("different questions"));
    assertEquals(comparison, Json.read(Json.write(comparison), GroupComparison.class));
    assertTrue(comparison.toString().contains("difference of changes"), comparison.toString());
  }
}
