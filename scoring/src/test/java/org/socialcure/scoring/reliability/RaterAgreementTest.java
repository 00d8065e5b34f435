package org.socialcure.scoring.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.socialcure.testsupport.Reference.assertClose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Interval;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.NotEstimable;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

class RaterAgreementTest {
  private static final double NA = Double.NaN;

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("icc_.*");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSixAgreeWithPsych(ReferenceCase reference) {
    Dataset data = Dataset.readCsv(reference.data(), CsvOptions.defaults());
    String words = reference.golden().text("data");
    if (words.contains("N1..N5")) {
      data = data.select("N1", "N2", "N3", "N4", "N5").complete("N1", "N2", "N3", "N4", "N5");
      data = data.filter(row -> row < 200);
    }
    RaterAgreement agreement = RaterAgreement.of(data, data.names().toArray(String[]::new));
    for (Reference expected : reference.golden().all("values", "results")) {
      IntraclassCorrelation actual =
          agreement.get(IccForm.valueOf(expected.text("type").replace('k', 'K')));
      assertClose(expected.number("ICC"), actual.estimate().value().orElseThrow(), 1e-10);
      Interval limits = actual.estimate().limits().orElseThrow();
      assertClose(expected.number("lower bound"), limits.lower(), 1e-10);
      assertClose(expected.number("upper bound"), limits.upper(), 1e-10);
      assertClose(expected.number("F"), actual.f().orElseThrow(), 1e-10);
      assertClose(expected.number("p"), actual.p().orElseThrow(), 1e-9);
      assertEquals(expected.integer("df1"), actual.df1());
      assertEquals(expected.integer("df2"), actual.df2());
    }
  }

  private static Dataset ratings(int seed, int people, int raters) {
    Random random = new Random(seed);
    Map<String, double[]> columns = new java.util.LinkedHashMap<>();
    double[] person = random.doubles(people, -2, 2).toArray();
    for (int j = 0; j < raters; j++) {
      double[] values = new double[people];
      for (int i = 0; i < people; i++) {
        values[i] = person[i] + random.nextGaussian() + j;
      }
      columns.put("r" + j, values);
    }
    return Dataset.of(columns);
  }

  @Property(tries = 40)
  void meanFormsFollowFromSingleOnesAndTheLastIsAlpha(
      @ForAll @IntRange(min = 1, max = 9999) int seed,
      @ForAll @IntRange(min = 2, max = 5) int raters) {
    Dataset data = ratings(seed, 20, raters);
    RaterAgreement agreement = RaterAgreement.of(data, data.names().toArray(String[]::new));
    double[] single = new double[3];
    for (int i = 0; i < 3; i++) {
      single[i] = value(agreement, IccForm.values()[i]);
      double mean = value(agreement, IccForm.values()[i + 3]);
      if (single[i] > 0 && single[i] < 1) {
        assertClose(SpearmanBrown.lengthened(single[i], raters), mean, 1e-9);
      }
    }
    assertEquals(
        value(agreement, IccForm.ICC3K),
        ScaleItems.of(data, data.names()).alpha().raw().value().orElseThrow(),
        1e-10);
  }

  @Property(tries = 40)
  void unitsAndOrderDoNotMatterAndLevelsOfRatersOnlyToAgreement(
      @ForAll @IntRange(min = 1, max = 9999) int seed,
      @ForAll @DoubleRange(min = 1, max = 9) double shift) {
    Dataset data = ratings(seed, 15, 3);
    RaterAgreement given = RaterAgreement.of(data, "r0", "r1", "r2");
    RaterAgreement other = RaterAgreement.of(data, "r2", "r0", "r1");
    double[] moved = data.numbers("r2");
    for (int i = 0; i < moved.length; i++) {
      moved[i] += 10 * shift;
    }
    RaterAgreement severe = RaterAgreement.of(data.with("r2", moved), "r0", "r1", "r2");
    for (IccForm form : IccForm.values()) {
      assertEquals(value(given, form), value(other, form), 1e-10);
    }
    assertEquals(value(given, IccForm.ICC3), value(severe, IccForm.ICC3), 1e-9);
    if (value(given, IccForm.ICC2) > 0) {
      assertTrue(value(severe, IccForm.ICC2) < value(given, IccForm.ICC2));
    }
  }

  private static double value(RaterAgreement agreement, IccForm form) {
    return agreement.get(form).estimate().value().orElseThrow();
  }

  @Test
  void whatCannotBeHadSaysWhy() {
    Dataset one = Dataset.of(Map.of("a", new double[] {1, 2}, "b", new double[] {2, NA}));
    RaterAgreement few = RaterAgreement.of(one, "a", "b");
    assertEquals(1, few.people());
    assertEquals(1, few.leftOut());
    assertEquals(
        Optional.of(NotEstimable.TOO_FEW_PEOPLE), few.get(IccForm.ICC1).estimate().because());
    assertEquals(few, Json.read(Json.write(few), RaterAgreement.class));
    Dataset same =
        Dataset.of(Map.of("a", new double[] {.1, .1, .1}, "b", new double[] {.1, .1, .1}));
    assertEquals(
        Optional.of(NotEstimable.NO_VARIATION),
        RaterAgreement.of(same, "a", "b").get(IccForm.ICC2).estimate().because());
    Dataset perfect = Dataset.of(Map.of("a", new double[] {1, 2, 5}, "b", new double[] {1, 2, 5}));
    IntraclassCorrelation agreed = RaterAgreement.of(perfect, "a", "b").get(IccForm.ICC2);
    assertEquals(1, agreed.estimate().value().orElseThrow());
    assertEquals(Optional.empty(), agreed.estimate().limits());
    Dataset none = Dataset.of(Map.of("a", new double[0], "b", new double[0]));
    assertEquals(
        Optional.of(NotEstimable.TOO_FEW_PEOPLE),
        RaterAgreement.of(none, "a", "b").get(IccForm.ICC3K).estimate().because());
    assertThrows(InvalidInputException.class, () -> RaterAgreement.of(perfect, "a"));
    assertThrows(InvalidInputException.class, () -> RaterAgreement.of(perfect, "a", "z"));
    assertThrows(InvalidInputException.class, () -> RaterAgreement.of(perfect, "a", "a"));
    assertThrows(
        InvalidInputException.class, () -> RaterAgreement.of(perfect, 1, List.of("a", "b")));
  }

  @Test
  void itIsToldInWordsAndTables() {
    RaterAgreement agreement = RaterAgreement.of(ratings(3, 20, 3), "r0", "r1", "r2");
    assertTrue(agreement.toString().contains("ICC(2,1) (one rater, absolute agreement) 0."));
    String section = agreement.section("icc", "Loneliness, by interviewers").toString();
    assertTrue(section.contains("20 people, 3 raters or occasions"), section);
    assertEquals(agreement, Json.read(Json.write(agreement), RaterAgreement.class));
  }

  @Test
  void prophecyAndAttenuation() {
    assertEquals(.8, SpearmanBrown.lengthened(2 / 3., 2), 1e-15);
    assertEquals(2, SpearmanBrown.lengthFor(2 / 3., .8), 1e-14);
    for (double bad : new double[] {0, 1, -.1, 1.2, NA}) {
      assertThrows(InvalidInputException.class, () -> SpearmanBrown.lengthened(bad, 2));
      assertThrows(InvalidInputException.class, () -> SpearmanBrown.lengthFor(.5, bad));
      assertThrows(InvalidInputException.class, () -> new Attenuation(.4, bad, .5));
      assertThrows(InvalidInputException.class, () -> new Attenuation(.4, .5, bad));
    }
    assertThrows(InvalidInputException.class, () -> SpearmanBrown.lengthened(.5, 0));
    assertThrows(InvalidInputException.class, () -> new Attenuation(NA, .5, .5));
    Attenuation corrected = new Attenuation(.4, .8, .8);
    assertEquals(.5, corrected.corrected(), 1e-15);
    assertEquals(
        "r 0.40, corrected for attenuation 0.50 (reliabilities 0.8 and 0.8)", corrected.toString());
    assertTrue(new Attenuation(.9, .5, .5).toString().endsWith("the three do not belong together"));
    assertEquals(corrected, Json.read(Json.write(corrected), Attenuation.class));
  }
}
