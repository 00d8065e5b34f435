package org.socialcure.scoring.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.scoring.PersonBootstrap;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

class ContactChangeTest {
  private static final double NA = Double.NaN;

  /** The worked example of ten people with equal windows. */
  private static final double[] X = {4, 2, 6, 0, 3, 5, 1, 8, 2, 4};

  private static final double[] Y = {2, 2, 3, 1, 2, 4, 0, 6, 1, 2};

  private static ContactChange equalWindows(double[] x, double[] y) {
    return change(x, 1, y, 1);
  }

  private static ContactChange change(double[] x, double v, double[] y, double w) {
    return ContactChange.of(
        Dataset.of(Map.of("x", x, "y", y)), CountColumn.over("x", v), CountColumn.over("y", w));
  }

  private static Dataset cohort() {
    return Dataset.readCsv(
            ReferenceCase.all("cohort_outcomes").get(0).data(), CsvOptions.defaults())
        .widen("id", "wave", List.of("t0", "t1", "t2"));
  }

  private static ContactChange ofCohort(String after) {
    return ContactChange.of(
        cohort(),
        CountColumn.over("gp@t0", "months@t0"),
        CountColumn.over("gp@" + after, "months@" + after));
  }

  @ParameterizedTest
  @ValueSource(strings = {"t1", "t2"})
  void agreesWithRByEveryDefinition(String after) {
    ContactChange change = ofCohort(after);
    Reference r =
        ReferenceCase.all("cohort_outcomes").get(0).golden().get("values", "gp_t0_" + after);
    Reference more =
        Reference.read(ContactChangeTest.class.getResourceAsStream("contacts.json"))
            .get("values", "gp_t0_" + after);

    ContactRate before = change.before().orElseThrow();
    ContactRate later = change.after().orElseThrow();
    assertClose(r.get("n").number(), before.people(), 0);
    assertClose(r.get("total_before").number(), before.contacts(), 0);
    assertClose(r.get("months_before").number(), before.months(), 0);
    assertClose(r.get("rate_before").number(), before.per(RateUnit.MONTH), 1e-14);
    assertClose(r.get("rate_after").number(), later.per(RateUnit.MONTH), 1e-14);

    ContactEstimate totals = change.change(PercentDefinition.TOTALS);
    assertClose(r.get("ratio_of_totals").number(), totals.value().orElseThrow(), 1e-13);
    assertClose(r.get("percent").number(), totals.percent().orElseThrow(), 1e-12);
    assertLimits(r.get("ratio_of_totals_ci"), totals, 1e-12);
    assertClose(r.get("poisson_ratio").number(), totals.value().orElseThrow(), 1e-8);

    ContactEstimate means = change.change(PercentDefinition.MEAN_RATES);
    assertClose(r.get("ratio_of_mean_rates").number(), means.value().orElseThrow(), 1e-13);
    assertLimits(r.get("ratio_of_mean_rates_ci"), means, 1e-12);

    ContactEstimate all = change.change(PercentDefinition.ALL_AVAILABLE);
    assertClose(r.get("all_available_ratio").number(), all.value().orElseThrow(), 1e-13);
    assertEquals((int) more.get("people_all").number(), all.people());
    assertLimits(more.get("all_available_ci"), all, 1e-8);

    ContactEstimate own = change.change(PercentDefinition.INDIVIDUAL);
    assertClose(r.get("mean_individual_percent").number(), own.percent().orElseThrow(), 1e-11);
    assertEquals((int) r.get("undefined_individual").number(), own.undefined());
    assertEquals((int) more.get("individual_n").number(), own.people());
    assertLimits(more.get("individual_ci"), own, 1e-12);

    ContactEstimate fewer = change.change(PercentDefinition.USED_LESS);
    assertClose(
        r.get("used_less").number() / r.get("n").number(), fewer.value().orElseThrow(), 1e-15);

    assertLimits(
        r.get("conditional_exact"),
        change.change(PercentDefinition.TOTALS, ContactInterval.EXACT_CONDITIONAL),
        1e-10);
    assertLimits(
        more.get("quasi_ci"),
        change.change(PercentDefinition.TOTALS, ContactInterval.QUASI_POISSON),
        1e-12);
  }

  /** Against a million resamples of R; the Monte Carlo error of a limit is about 3 SD/√B. */
  @ParameterizedTest
  @ValueSource(strings = {"t1", "t2"})
  void resamplesPersonsAsRDoes(String after) {
    ContactChange change = ofCohort(after).withBootstrap(new PersonBootstrap(20_000, 7));
    Reference r =
        Reference.read(ContactChangeTest.class.getResourceAsStream("contacts.json"))
            .get("values", "gp_t0_" + after);
    double tolerance = 4 * 3 * r.get("bootstrap_sd").number() / Math.sqrt(20_000);
    Interval percentile =
        change.change(PercentDefinition.TOTALS, ContactInterval.PERCENTILE).limits().orElseThrow();
    assertEquals(r.get("percentile").numbers()[0], percentile.lower(), tolerance);
    assertEquals(r.get("percentile").numbers()[1], percentile.upper(), tolerance);
    Interval bca =
        change.change(PercentDefinition.TOTALS, ContactInterval.BCA).limits().orElseThrow();
    assertEquals(r.get("bca").numbers()[0], bca.lower(), 2 * tolerance);
    assertEquals(r.get("bca").numbers()[1], bca.upper(), 2 * tolerance);
    assertTrue(bca.lower() > percentile.lower(), "BCa moves the limits the way R's does");
  }

  private static ContactChange among(ContactChange change, String sex) {
    boolean[] who = new boolean[cohort().rows()];
    for (int i = 0; i < who.length; i++) {
      who[i] = cohort().text("sex", i).orElseThrow().equals(sex);
    }
    return change.among(who, sex);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t1", "t2"})
  void comparesGroupsAndCostsAsRDoes(String after) {
    ContactChange change = ofCohort(after).withBootstrap(new PersonBootstrap(20_000, 5));
    Reference r =
        Reference.read(ContactChangeTest.class.getResourceAsStream("contacts.json"))
            .get("values", "gp_t0_" + after);
    ContactChange women = among(change, "woman");
    ContactComparison compared = among(change, "man").comparedWith(women, ContactInterval.DELTA);
    assertClose(r.number("men_to_women"), compared.ratio().orElseThrow(), 1e-10);
    assertClose(r.numbers("men_to_women_ci")[0], compared.limits().orElseThrow().lower(), 1e-8);
    assertClose(r.numbers("men_to_women_ci")[1], compared.limits().orElseThrow().upper(), 1e-8);
    assertTrue(compared.toString().startsWith("man against woman: ratio of rate ratios"));
    assertEquals(compared, Json.read(Json.write(compared), ContactComparison.class));
    for (ContactInterval interval : ContactInterval.values()) {
      ContactComparison by = among(change, "man").comparedWith(women, interval);
      boolean works =
          List.of(ContactInterval.DELTA, ContactInterval.PERCENTILE, ContactInterval.BCA)
              .contains(interval);
      assertEquals(works, by.limits().isPresent(), interval + "");
      assertEquals(compared.ratio(), by.ratio());
    }

    UnitCost visit = new UnitCost(42.5, "GBP", 2024, "made up for this test");
    CostChange costs = CostChange.of(List.of(change.at(visit)), new PersonBootstrap(20_000, 5));
    assertClose(r.number("cost_difference"), costs.difference(), 1e-11);
    double tolerance = 4 * 3 * r.number("cost_sd") / Math.sqrt(20_000);
    assertEquals(r.numbers("cost_percentile")[0], costs.limits().orElseThrow().lower(), tolerance);
    assertEquals(r.numbers("cost_percentile")[1], costs.limits().orElseThrow().upper(), tolerance);
    assertEquals(costs, Json.read(Json.write(costs), CostChange.class));
    assertTrue(costs.table(RateUnit.YEAR).toString().contains("made up for this test"));
    CostChange twice =
        CostChange.of(List.of(change.at(visit), change.at(visit)), new PersonBootstrap(20_000, 5));
    assertClose(2 * costs.difference(), twice.difference(), 1e-14);
    assertClose(
        2 * costs.limits().orElseThrow().upper(), twice.limits().orElseThrow().upper(), 1e-12);
    assertThrows(
        InvalidInputException.class,
        () ->
            CostChange.of(
                List.of(change.at(visit), change.at(new UnitCost(1, "EUR", 2023, "s"))),
                PersonBootstrap.DEFAULT));
  }

  @Test
  void tellsTheDefinitionsOfTheWorkedExampleApart() {
    ContactChange change = equalWindows(X, Y);
    ContactEstimate totals = change.change(PercentDefinition.TOTALS);
    assertClose(-34.2857142857, totals.percent().orElseThrow(), 1e-10);
    assertClose(-45.9617, totals.percentLimits().orElseThrow().lower(), 1e-5);
    assertClose(-20.0870, totals.percentLimits().orElseThrow().upper(), 1e-5);
    Interval exact =
        change
            .change(PercentDefinition.TOTALS, ContactInterval.EXACT_CONDITIONAL)
            .limits()
            .orElseThrow();
    assertClose(.3707202, exact.lower(), 1e-6);
    assertClose(1.1440155, exact.upper(), 1e-6);
    ContactEstimate own = change.change(PercentDefinition.INDIVIDUAL);
    assertClose(-42.04, own.percent().orElseThrow(), 1e-4);
    assertEquals(1, own.undefined());
    assertEquals(9, own.people());
    assertTrue(own.toString().contains("1 without a contact before left out"), own.toString());
  }

  @Test
  void comparesRatesWhereWindowsDiffer() {
    // Six months before and two after: fewer contacts, but more a month.
    double[] before = {7, 6, 8, 7, 6, 8};
    double[] after = {3, 2, 3, 2, 3, 2};
    ContactChange change = change(before, 6, after, 2);
    assertClose(
        (15 / 12.0) / (42 / 36.0),
        change.change(PercentDefinition.TOTALS).value().orElseThrow(),
        1e-14);
    assertTrue(change.toString().contains("in windows of 6 months"), change.toString());
    assertTrue(
        change
            .summary(RateUnit.MONTH, List.of())
            .rates()
            .toString()
            .contains("counts are not compared"));
  }

  @Test
  void saysWhyThereIsNothingToSay() {
    double[] none = {0, 0, 0};
    double[] some = {1, 0, 2};
    ContactEstimate undefined = equalWindows(none, some).change(PercentDefinition.TOTALS);
    assertEquals(OptionalDouble.empty(), undefined.value());
    assertEquals(Optional.of(NotEstimable.NO_CONTACT_BEFORE), undefined.because());
    assertTrue(undefined.toString().contains("not estimable, because nobody had a contact"));

    ContactEstimate gone = equalWindows(some, none).change(PercentDefinition.TOTALS);
    assertEquals(-100, gone.percent().orElseThrow());
    assertEquals(Optional.of(NotEstimable.NO_CONTACT_AFTER), gone.because());
    ContactEstimate exact =
        equalWindows(some, none)
            .change(PercentDefinition.TOTALS, ContactInterval.EXACT_CONDITIONAL);
    assertEquals(0, exact.limits().orElseThrow().lower());

    ContactEstimate nobody =
        equalWindows(new double[] {1, NA}, new double[] {NA, 2}).change(PercentDefinition.TOTALS);
    assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), nobody.because());
    ContactEstimate alike =
        equalWindows(new double[] {2, 4, 6}, new double[] {1, 2, 3})
            .change(PercentDefinition.TOTALS);
    assertEquals(.5, alike.value().orElseThrow());
    assertEquals(Optional.of(NotEstimable.NO_VARIATION), alike.because());
  }

  @Test
  void refusesWhatIsNoCountAndNoWindowAllAtOnce() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> equalWindows(new double[] {-1, 1, 2.5}, new double[] {1, 1e9, 1}));
    assertEquals(3, refused.problems().size());
    assertFalse(refused.getMessage().contains("2.5"), "no message shows a count");
    Dataset windows =
        Dataset.of(
            Map.of("x", new double[] {1, 2}, "y", new double[] {1, 2}, "m", new double[] {NA, 0}));
    InvalidInputException unknown =
        assertThrows(
            InvalidInputException.class,
            () -> ContactChange.of(windows, CountColumn.over("x", "m"), CountColumn.over("y", 2)));
    assertEquals(2, unknown.problems().size());
    assertThrows(InvalidInputException.class, () -> CountColumn.over("x", 0));
    assertThrows(
        InvalidInputException.class, () -> equalWindows(X, Y).change(PercentDefinition.MODEL));
  }

  @Test
  void everyIntervalComparesGroupsOrSaysThatItDoesNot() {
    ContactChange change = equalWindows(X, Y).withBootstrap(new PersonBootstrap(200, 3));
    ContactChange other = equalWindows(Y, X).withBootstrap(new PersonBootstrap(200, 3));
    for (ContactInterval interval : ContactInterval.values()) {
      ContactComparison compared = change.comparedWith(other, interval);
      assertEquals(interval.comparesGroups(), compared.limits().isPresent(), interval.name());
      assertEquals(
          interval.comparesGroups() ? Optional.empty() : Optional.of(NotEstimable.OTHER_DEFINITION),
          compared.because(),
          interval.name());
      assertEquals(
          change.change(
              PercentDefinition.TOTALS,
              interval.comparesGroups() ? interval : ContactInterval.DELTA),
          compared.ofGroup(),
          "the ratio beside it has the same kind of interval");
    }
  }

  @Test
  void everyPairOfDefinitionAndIntervalWorksOrSaysThatItDoesNot() {
    ContactChange change = equalWindows(X, Y).withBootstrap(new PersonBootstrap(1000, 3));
    for (PercentDefinition definition : PercentDefinition.values()) {
      if (definition == PercentDefinition.MODEL) {
        continue;
      }
      for (ContactInterval interval : ContactInterval.values()) {
        ContactEstimate estimate = change.change(definition, interval);
        String pair = definition + " " + interval;
        assertEquals(interval.goesWith(definition), estimate.limits().isPresent(), pair);
        assertEquals(
            interval.goesWith(definition)
                ? Optional.empty()
                : Optional.of(NotEstimable.OTHER_DEFINITION),
            estimate.because(),
            pair);
        assertEquals(
            change.change(definition).value(), estimate.value(), pair + ": the value stays");
        assertEquals(estimate, Json.read(Json.write(estimate), ContactEstimate.class), pair);
      }
      assertTrue(ContactInterval.of(definition).goesWith(definition));
    }
  }

  @Test
  void tellsWhereAnIntervalHoldsTheTruthLessOftenThanItSays() {
    ContactChange few = equalWindows(X, Y);
    String caution =
        few.change(PercentDefinition.TOTALS, ContactInterval.EXACT_CONDITIONAL)
            .caution()
            .orElseThrow();
    assertTrue(caution.contains("20 people"), caution);
    assertTrue(caution.contains("held the truth in 74 % at worst"), caution);
    assertTrue(few.change(PercentDefinition.TOTALS).caution().isPresent());
    assertEquals(
        Optional.empty(),
        few.change(PercentDefinition.TOTALS, ContactInterval.QUASI_POISSON).caution());
    ContactChange many = ofCohort("t1");
    assertEquals(Optional.empty(), many.change(PercentDefinition.TOTALS).caution());
    assertTrue(many.change(PercentDefinition.INDIVIDUAL).caution().isPresent());
    assertEquals(
        Optional.empty(), many.withLevel(.9).change(PercentDefinition.INDIVIDUAL).caution());
  }

  /** One person with twenty times as many contacts, two with none. */
  @Test
  void aLimitBelowMinusHundredPercentIsTold() {
    ContactChange few =
        equalWindows(new double[] {1, 4, 5}, new double[] {20, 0, 0})
            .withBootstrap(new PersonBootstrap(999, 1));
    ContactEstimate t = few.change(PercentDefinition.INDIVIDUAL);
    assertTrue(t.percentLimits().orElseThrow().lower() < -100, t.toString());
    String caution = t.caution().orElseThrow();
    assertTrue(caution.contains("below -100 %, which no change can be"), caution);
    assertTrue(caution.contains("held the truth in"), caution);
    assertTrue(
        few.withLevel(.9)
            .change(PercentDefinition.INDIVIDUAL)
            .caution()
            .orElseThrow()
            .startsWith("The lower limit"));
    assertTrue(
        few.summary(RateUnit.MONTH, List.of(t)).toString().contains("which no change can be"));
    ContactEstimate resampled =
        few.change(PercentDefinition.INDIVIDUAL, ContactInterval.PERCENTILE);
    assertTrue(resampled.percentLimits().orElseThrow().lower() >= -100);
    assertFalse(resampled.caution().orElseThrow().contains("-100 %"));
    assertFalse(
        equalWindows(X, Y)
            .change(PercentDefinition.INDIVIDUAL)
            .caution()
            .orElseThrow()
            .contains("-100 %"));
  }

  @Test
  void tellsWhoWasSelectedAfterTheStart() {
    ContactChange rose =
        equalWindows(X, Y)
            .whereGroupsRose(
                new double[] {1, 1, 1, 1, 1, NA, 1, 1, 1, 1},
                new double[] {2, 1, 3, 0, 2, 2, 2, 1, 2, NA});
    assertEquals(5, rose.people().pairs());
    assertTrue(rose.cautions().get(0).contains("after the start"));
    assertTrue(
        rose.summary(RateUnit.YEAR, List.of(rose.change(PercentDefinition.TOTALS)))
            .section("visits")
            .toString()
            .contains("people whose group memberships rose"));
  }

  @Test
  void takesARatioOfAModelFromElsewhere() {
    ContactEstimate model =
        ContactEstimate.ofModel(
            "negative binomial, adjusted for age", .8, new Interval(.7, .9, .95), 178);
    assertEquals(
        "-20.0 % [-30.0, -10.0] model-based ratio (negative binomial, adjusted for age; n = 178)",
        model.toString());
    assertThrows(
        InvalidInputException.class,
        () -> ContactEstimate.ofModel("m", -.2, new Interval(-.3, -.1, .95), 178));
  }

  @Test
  void resamplesWithoutARatioAreTold() {
    double[] few = {9, 5, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    double[] after = {2, 1, 0, 4, 1, 2, 3, 1, 0, 2, 1, 1, 0, 2};
    ContactEstimate told =
        equalWindows(few, after).change(PercentDefinition.TOTALS, ContactInterval.PERCENTILE);
    assertTrue(told.limits().isPresent());
    assertTrue(told.method().matches(".*, [0-9]+ of them without a ratio left out"), told.method());
    // One in three resamples draws nobody with a contact before: the upper limit is not finite.
    double[] one = {2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    for (ContactInterval interval : List.of(ContactInterval.PERCENTILE, ContactInterval.BCA)) {
      ContactEstimate beyond = equalWindows(one, after).change(PercentDefinition.TOTALS, interval);
      assertEquals(Optional.of(NotEstimable.BEYOND_REPLICATES), beyond.because());
    }
  }

  @Test
  void resamplesThatAreAllTheSameAreNoCertainty() {
    double[] some = {2, 4, 6, 2};
    for (ContactInterval interval : List.of(ContactInterval.PERCENTILE, ContactInterval.BCA)) {
      assertEquals(
          Optional.of(NotEstimable.NO_VARIATION),
          equalWindows(some, new double[] {1, 2, 3, 1})
              .change(PercentDefinition.TOTALS, interval)
              .because());
      assertEquals(
          Optional.of(NotEstimable.NO_CONTACT_AFTER),
          equalWindows(some, new double[4]).change(PercentDefinition.TOTALS, interval).because());
    }
  }

  @Test
  void onePersonAloneAtAWaveDoesNotShowHowMuchPeopleDiffer() {
    ContactChange alone = equalWindows(new double[] {3, NA, NA, NA}, new double[] {NA, 1, 2, 6});
    for (ContactInterval interval : List.of(ContactInterval.DELTA, ContactInterval.PERCENTILE)) {
      ContactEstimate estimate = alone.change(PercentDefinition.ALL_AVAILABLE, interval);
      assertEquals(1, estimate.value().orElseThrow(), 1e-15);
      assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), estimate.because());
    }
  }

  @Test
  void nobodyWithAContactBeforeIsTheReasonOfIndividualChanges() {
    ContactEstimate none =
        equalWindows(new double[3], new double[] {1, 0, 2}).change(PercentDefinition.INDIVIDUAL);
    assertEquals(Optional.of(NotEstimable.NO_CONTACT_BEFORE), none.because());
    assertEquals(3, none.undefined());
  }

  @Test
  void nobodyIsComparedWithThemselves() {
    ContactChange all = equalWindows(X, Y);
    boolean[] firstHalf = {true, true, true, true, true, false, false, false, false, false};
    boolean[] lastHalf = {false, false, false, false, false, true, true, true, true, true};
    ContactChange first = all.among(firstHalf, "first");
    assertThrows(InvalidInputException.class, () -> first.comparedWith(all, ContactInterval.DELTA));
    ContactComparison compared =
        first.comparedWith(all.among(lastHalf, "last"), ContactInterval.PERCENTILE);
    assertTrue(compared.toString().contains("10000 resamples, seed 1"), compared.toString());
    assertTrue(compared.toString().contains("n = 5 and 5"), compared.toString());
    assertEquals(compared, Json.read(Json.write(compared), ContactComparison.class));

    double[] alike = {2, 4, 2, 4, 2, 2, 4, 2, 4, 2};
    ContactChange same = equalWindows(alike, alike);
    assertEquals(
        Optional.of(NotEstimable.NO_VARIATION),
        same.among(firstHalf, "first")
            .comparedWith(same.among(lastHalf, "last"), ContactInterval.PERCENTILE)
            .because());
    ContactChange rose = first.whereGroupsRose(new double[5], new double[] {1, 1, 1, 1, 1});
    assertEquals(
        rose.cautions(),
        rose.comparedWith(all.among(lastHalf, "last"), ContactInterval.DELTA).cautions());

    UnitCost cost = new UnitCost(40, "GBP", 2024, "made up");
    assertThrows(
        InvalidInputException.class,
        () ->
            CostChange.of(
                List.of(first.at(cost), all.among(lastHalf, "last").at(cost)),
                PersonBootstrap.DEFAULT));
    CostChange costs = CostChange.of(List.of(first.at(cost)), PersonBootstrap.DEFAULT);
    assertTrue(costs.services().get(0).contains("first"), costs.services().get(0));
    assertEquals(
        Optional.of(NotEstimable.NO_VARIATION),
        CostChange.of(List.of(same.at(cost)), PersonBootstrap.DEFAULT).because());
  }

  @Test
  void whatHasToBeKnownIsPrintedBesideTheNumbers() {
    ContactChange rose =
        equalWindows(X, Y)
            .whereGroupsRose(new double[10], new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    String printed = rose.toString();
    assertTrue(printed.contains("selected by something that happened after the start"), printed);
    assertTrue(printed.contains("held the truth in 91 % at worst"), printed);
    ContactEstimate narrow = rose.withLevel(.8).change(PercentDefinition.TOTALS);
    assertTrue(narrow.toString().contains("interval of 80%"), narrow.toString());
    ContactEstimate model = ContactEstimate.ofModel("m", .8, new Interval(.7, .9, .95), 9);
    assertTrue(
        rose.summary(RateUnit.MONTH, List.of(model, narrow))
            .table()
            .toString()
            .contains("The interval of the ratio of totals is one of 80%."));
  }

  @Property(tries = 200)
  void ratesStayWhenAWindowIsSplitAndRowsAreTurned(
      @ForAll @Size(min = 3, max = 20) List<@IntRange(max = 30) Integer> counts) {
    double[] x = counts.stream().mapToDouble(c -> c + 1).toArray();
    double[] y = counts.stream().mapToDouble(c -> (c * 7) % 11).toArray();
    ContactEstimate whole = change(x, 6, y, 3).change(PercentDefinition.TOTALS);
    // The same time in other units: halves of months.
    ContactEstimate halves = change(x, 12, y, 6).change(PercentDefinition.TOTALS);
    assertClose(whole.value().orElseThrow(), halves.value().orElseThrow(), 1e-12);
    assertEquals(whole.because(), halves.because());
    double[] turnedX = reversed(x);
    double[] turnedY = reversed(y);
    for (PercentDefinition definition :
        List.of(
            PercentDefinition.TOTALS, PercentDefinition.INDIVIDUAL, PercentDefinition.USED_LESS)) {
      ContactEstimate one = change(x, 6, y, 3).change(definition);
      ContactEstimate other = change(turnedX, 6, turnedY, 3).change(definition);
      assertClose(one.value().orElseThrow(), other.value().orElseThrow(), 1e-12);
      assertEquals(one.limits().isPresent(), other.limits().isPresent());
      one.limits()
          .ifPresent(
              limits -> {
                assertClose(limits.lower(), other.limits().orElseThrow().lower(), 1e-9);
                assertClose(limits.upper(), other.limits().orElseThrow().upper(), 1e-9);
              });
    }
  }

  /** Equal windows: the two ratios are one, and so are their errors. */
  @Property(tries = 200)
  void theTwoRatiosAgreeWhereWindowsAreEqual(
      @ForAll @Size(min = 3, max = 20) List<@IntRange(max = 30) Integer> counts) {
    double[] x = counts.stream().mapToDouble(c -> c + 1).toArray();
    double[] y = counts.stream().mapToDouble(c -> (c * 5) % 13 + 1).toArray();
    ContactEstimate totals = change(x, 6, y, 3).change(PercentDefinition.TOTALS);
    ContactEstimate means = change(x, 6, y, 3).change(PercentDefinition.MEAN_RATES);
    assertClose(totals.value().orElseThrow(), means.value().orElseThrow(), 1e-12);
    Stream.of(totals, means)
        .map(ContactEstimate::limits)
        .flatMap(Optional::stream)
        .forEach(limits -> assertTrue(limits.contains(totals.value().orElseThrow())));
  }

  private static double[] reversed(double[] values) {
    double[] turned = new double[values.length];
    Arrays.setAll(turned, i -> values[values.length - 1 - i]);
    return turned;
  }

  private static void assertLimits(Reference r, ContactEstimate estimate, double tolerance) {
    Interval limits = estimate.limits().orElseThrow();
    assertClose(r.numbers()[0], limits.lower(), tolerance);
    assertClose(r.numbers()[1], limits.upper(), tolerance);
  }

  @Test
  void absurdWindowsAreRefusedWithThePermittedRange() {
    for (double months : new double[] {0, 1e-300, 0.02, 1201, 1e12}) {
      assertTrue(
          assertThrows(InvalidInputException.class, () -> CountColumn.over("gp", months))
              .getMessage()
              .contains("from 0.03 (a day) to 1200 months"));
      Dataset data =
          Dataset.builder().numbers("x", 1, 2).numbers("y", 1, 2).numbers("w", 3, months).build();
      assertTrue(
          assertThrows(
                  InvalidInputException.class,
                  () ->
                      ContactChange.of(data, CountColumn.over("x", 3), CountColumn.over("y", "w")))
              .getMessage()
              .contains("from 0.03 (a day) to 1200 months"));
    }
    assertEquals(0.03, CountColumn.over("gp", 0.03).months().orElseThrow());
  }
}
