package org.socialcure.scoring.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

class PairedChangeTest {
  private static final double NA = Double.NaN;
  private static final double[] PRE = {24, 28, 19, 22, 30, 26, 21, 25, 27, 23};
  private static final double[] POST = {20, 25, 18, 23, 24, 22, 21, 19, 26, 20};

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("prepost_.*");
  }

  /** R's t.test(paired = TRUE) and the formulas in the golden file's notes. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithR(ReferenceCase reference) {
    Reference values = reference.golden().get("values");
    if (reference.columns().containsKey("pre")) {
      Map<String, double[]> data = reference.columns();
      agrees(values, PairedChange.of(data.get("pre"), data.get("post")));
    } else {
      agrees(values, familyTreatment(reference));
    }
  }

  /** The girls under family treatment in MASS::anorexia, whose weights are no whole numbers. */
  private static PairedChange familyTreatment(ReferenceCase reference) {
    double[][] weights =
        reference.dataLines().stream()
            .filter(line -> line.replace("\"", "").startsWith("FT,"))
            .map(line -> line.split(","))
            .map(cells -> new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])})
            .toArray(double[][]::new);
    return PairedChange.of(
        Arrays.stream(weights).mapToDouble(w -> w[0]).toArray(),
        Arrays.stream(weights).mapToDouble(w -> w[1]).toArray());
  }

  private static void agrees(Reference golden, PairedChange change) {
    assertEquals(golden.number("n"), change.n());
    assertClose(golden.number("mean_pre"), change.before().mean(), 1e-12);
    assertClose(golden.number("mean_post"), change.after().mean(), 1e-12);
    assertClose(golden.number("sd_pre"), change.before().sd(), 1e-12);
    assertClose(golden.number("sd_post"), change.after().sd(), 1e-12);
    assertClose(golden.number("r"), change.correlation().getAsDouble(), 1e-12);
    assertClose(golden.number("mean_change"), change.difference().mean(), 1e-12);
    assertClose(golden.number("sd_change"), change.difference().sd(), 1e-12);
    PairedTTest test = change.test().orElseThrow();
    assertClose(golden.number("t"), test.statistic(), 1e-12);
    assertEquals(golden.number("df"), test.df());
    assertClose(golden.number("p"), test.p(), 1e-10);
    assertClose(golden.numbers("ci95")[0], test.interval().lower(), 1e-12);
    assertClose(golden.numbers("ci95")[1], test.interval().upper(), 1e-12);
    assertClose(golden.number("effects", "d_z"), estimate(change, ChangeEffectSize.D_Z), 1e-12);
    assertClose(
        golden.number("effects", "d_av_mean_of_sds"),
        estimate(change, ChangeEffectSize.D_AV_MEAN_SD),
        1e-12);
    assertClose(
        golden.number("effects", "d_av_root_mean_variance"),
        estimate(change, ChangeEffectSize.D_AV_ROOT_MEAN_VARIANCE),
        1e-12);
    assertClose(golden.number("effects", "d_rm"), estimate(change, ChangeEffectSize.D_RM), 1e-12);
    assertClose(
        golden.number("effects", "d_pre_SD"), estimate(change, ChangeEffectSize.D_BASELINE), 1e-12);
    assertClose(golden.number("effects", "g_z"), corrected(change, ChangeEffectSize.D_Z), 1e-12);
    assertClose(
        golden.number("effects", "g_av"), corrected(change, ChangeEffectSize.D_AV_MEAN_SD), 1e-12);
    Interval dz = change.effect(ChangeEffectSize.D_Z).orElseThrow().interval().orElseThrow();
    assertClose(golden.numbers("d_z_ci95_noncentral_t")[0], dz.lower(), 1e-6);
    assertClose(golden.numbers("d_z_ci95_noncentral_t")[1], dz.upper(), 1e-6);
  }

  /** Python with numpy and scipy (scipy.stats.nct for the limits), to the digits printed there. */
  @Test
  void agreesWithPythonForTenPersons() {
    PairedChange change = PairedChange.of(PRE, POST);
    assertEquals(3.3747427886, change.before().sd(), 5e-11);
    assertEquals(2.6583202717, change.after().sd(), 5e-11);
    assertEquals(.7059669422, change.correlation().getAsDouble(), 5e-11);
    assertEquals(-3.5486744301, change.test().orElseThrow().statistic(), 5e-11);
    assertEquals(.0062, change.test().orElseThrow().p(), 5e-5);
    assertEquals(-1.1221893874, estimate(change, ChangeEffectSize.D_Z), 5e-11);
    assertEquals(-.8950677203, estimate(change, ChangeEffectSize.D_AV_MEAN_SD), 5e-11);
    assertEquals(-.8888228285, estimate(change, ChangeEffectSize.D_AV_ROOT_MEAN_VARIANCE), 5e-11);
    assertEquals(-.8605561947, estimate(change, ChangeEffectSize.D_RM), 5e-11);
    assertEquals(-.8000609733, estimate(change, ChangeEffectSize.D_BASELINE), 5e-11);
    assertEquals(.9138748918, StandardizedChange.smallSampleFactor(9), 5e-11);
    assertEquals(-1.0255407049, corrected(change, ChangeEffectSize.D_Z), 5e-11);
    assertEquals(-.8122728662, corrected(change, ChangeEffectSize.D_AV_ROOT_MEAN_VARIANCE), 5e-11);
    Interval dz = change.effect(ChangeEffectSize.D_Z).orElseThrow().interval().orElseThrow();
    assertEquals(-1.9071046, dz.lower(), 5e-8);
    assertEquals(-.3012241, dz.upper(), 5e-8);
    Interval dav =
        change
            .effect(ChangeEffectSize.D_AV_ROOT_MEAN_VARIANCE)
            .orElseThrow()
            .interval()
            .orElseThrow();
    assertEquals(-1.5105099, dav.lower(), 5e-8);
    assertEquals(-.2385826, dav.upper(), 5e-8);
  }

  @Test
  void printsItself() {
    assertEquals(
        """
        Paired change: 10 pairs of 10 rows (left out: 0 without after, 0 without before, 0 without both)
          before 24.50 (SD 3.37), after 21.80 (SD 2.66), r 0.71
          mean change -2.70, 95% CI [-4.42, -0.98], t(9) = -3.55, p = .0062
          d_z -1.12, 95% CI [-1.91, -0.30]""",
        PairedChange.of(PRE, POST).toString());
  }

  @Test
  void goesToJsonAndBack() {
    PairedChange change = PairedChange.of(PRE, POST);
    assertEquals(change, Json.read(Json.write(change), PairedChange.class));
    PairedChange constant = PairedChange.of(new double[] {3, 3, 3}, new double[] {1, 1, 1});
    assertEquals(constant, Json.read(Json.write(constant), PairedChange.class));
  }

  @Test
  void countsTheRowsItLeavesOut() {
    double[] before = {1, NA, 3, NA, 5, NA, 7};
    double[] after = {2, 2, NA, NA, 4, 3, 9};
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("x@before", before);
    columns.put("x@after", after);
    PairedChange change = PairedChange.of(Dataset.of(columns), "x@before", "x@after");
    assertEquals(new PairedSample(3, 1, 2, 1), change.sample());
    assertEquals(7, change.sample().rows());
    assertEquals(
        PairedChange.of(new double[] {1, 5, 7}, new double[] {2, 4, 9}).test(), change.test());
  }

  @Test
  void leavesEmptyWhatDoesNotExist() {
    PairedChange equalDifferences =
        PairedChange.of(new double[] {.1, .2, .3, .7}, new double[] {.2, .3, .4, .8});
    assertTrue(equalDifferences.test().isEmpty());
    assertTrue(equalDifferences.effect(ChangeEffectSize.D_Z).isEmpty());
    assertTrue(equalDifferences.effect(ChangeEffectSize.D_RM).isEmpty());
    assertTrue(equalDifferences.effect(ChangeEffectSize.D_BASELINE).isPresent());
    assertFalse(equalDifferences.toString().contains("NaN"));

    PairedChange constantBefore = PairedChange.of(new double[] {3, 3, 3}, new double[] {1, 2, 4});
    assertEquals(OptionalDouble.empty(), constantBefore.correlation());
    assertTrue(constantBefore.test().isPresent());
    assertTrue(constantBefore.effect(ChangeEffectSize.D_BASELINE).isEmpty());

    PairedChange twoPersons = PairedChange.of(new double[] {3, 5}, new double[] {1, 2});
    assertEquals(
        OptionalDouble.empty(), twoPersons.effect(ChangeEffectSize.D_Z).orElseThrow().corrected());
  }

  @Test
  void refusesWhatCannotBeCompared() {
    assertThrows(
        InvalidInputException.class,
        () -> PairedChange.of(new double[] {1, NA, 2}, new double[] {1, 2, NA}));
    assertThrows(InvalidInputException.class, () -> PairedChange.of(new double[2], new double[3]));
    assertThrows(InvalidInputException.class, () -> PairedChange.of(PRE, POST, 95));
    assertThrows(InvalidInputException.class, () -> PairedChange.of(PRE, POST, Math.nextDown(1.0)));
    assertTrue(PairedChange.of(PRE, POST, 0.999999).test().isPresent());
    assertThrows(
        InvalidInputException.class,
        () ->
            PairedChange.of(new double[] {1, 2, Double.POSITIVE_INFINITY}, new double[] {1, 2, 3}));
  }

  @Property(tries = 50)
  void turningTimeAroundTurnsTheSign(
      @ForAll @Size(min = 4, max = 12) List<@DoubleRange(min = 0, max = 30) Double> list) {
    double[] values = list.stream().mapToDouble(Double::doubleValue).toArray();
    double[] before = Arrays.copyOf(values, values.length / 2);
    double[] after = Arrays.copyOfRange(values, values.length - before.length, values.length);
    PairedChange forth = PairedChange.of(before, after);
    PairedChange back = PairedChange.of(after, before);
    assertEquals(forth.difference().mean(), -back.difference().mean(), 1e-12);
    assertEquals(forth.test().isPresent(), back.test().isPresent());
    forth
        .test()
        .ifPresent(
            test -> {
              assertEquals(test.p(), back.test().orElseThrow().p(), 1e-9);
              assertTrue(test.interval().contains(forth.difference().mean()));
              assertEquals(test.p() < .05, !test.interval().contains(0));
            });
  }

  private static double estimate(PairedChange change, ChangeEffectSize kind) {
    return change.effect(kind).orElseThrow().estimate();
  }

  private static double corrected(PairedChange change, ChangeEffectSize kind) {
    return change.effect(kind).orElseThrow().corrected().orElseThrow();
  }

  /** mpmath at 40 digits: gamma(df/2) / gamma((df-1)/2) / sqrt(df/2). */
  @ParameterizedTest
  @CsvSource({
    "2, 0.56418958354775629",
    "9, 0.91387489179255227",
    "119, 0.99368199005775166",
    "342, 0.99780514555466356",
    "1000000, 0.99999924999978125"
  })
  void hedgesFactorKeepsItsDigitsInLargeSamples(int df, double expected) {
    assertEquals(expected, StandardizedChange.smallSampleFactor(df), 1e-15);
  }
}
