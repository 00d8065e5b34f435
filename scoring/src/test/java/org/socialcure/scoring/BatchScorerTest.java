package org.socialcure.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.json.Json;

class BatchScorerTest {
  private static final double NA = Double.NaN;
  private static final List<Item> ITEMS = TestInstruments.items(3, Set.of(2), 1, 2, 3);
  private static final Instrument SUM =
      TestInstruments.single("sum", ITEMS, new ScoringRule.Sum(), new MissingRule.AllRequired());
  private static final Instrument ABOUT_A_GROUP =
      TestInstruments.instrument(
          "group-scale",
          Targeting.GROUP,
          ITEMS,
          List.of(
              TestInstruments.scale(
                  "total",
                  List.of("i1", "i2", "i3"),
                  new ScoringRule.Mean(),
                  new MissingRule.AtMost(1))),
          Optional.empty());

  private static Dataset read(String csv) {
    return Dataset.readCsv(new StringReader(csv), CsvOptions.defaults());
  }

  private static final String MISSING =
      "; name codes that mean no value under \"missing\", or say with a \"coding\" how the file numbers the answers";

  @Test
  void scoresColumnsNamedByNumberOrById() {
    Dataset raw = read("id,q1,q2,q3\na,1,1,3\nb,3,,3\nc,2,2,2\n");
    Dataset byNumber = Scorer.batch().instrument(SUM, "q{n}").keep("id").score(raw);
    assertEquals(List.of("id", "sum.total"), byNumber.names());
    assertArrayEquals(new double[] {7, NA, 6}, byNumber.numbers("sum.total"));
    assertEquals(raw.texts("id"), byNumber.texts("id"));
    assertEquals(
        byNumber,
        Scorer.batch().instrument(SUM, List.of("q1", "q2", "q3")).keep(List.of("id")).score(raw));
    Dataset byId = read("i1_x,i2_x,i3_x\n1,1,3\n3,,3\n2,2,2\n");
    assertArrayEquals(
        byNumber.numbers("sum.total"),
        Scorer.batch().instrument(SUM, "{item}_x").score(byId).numbers("sum.total"));
  }

  @Test
  void readsCodesByTheirCoding() {
    Dataset numbers = read("q1,q2,q3\n10,10,30\n30,10,-5.5\n");
    Coding coding = Coding.of("10=1", "-5.5=o1", "30=3");
    double[] expected = {7, 3 + 3 + 2};
    assertArrayEquals(
        expected,
        Scorer.batch().instrument(SUM, "q{n}", coding).score(numbers).numbers("sum.total"));
    Dataset words = read("q1,q2,q3\nlow,low,high\nhigh,low,middle\n");
    Coding words2options = Coding.of("low=o0", "middle=2", "high=o2");
    assertArrayEquals(
        expected,
        Scorer.batch()
            .instrument(SUM, List.of("q1", "q2", "q3"), words2options)
            .score(words)
            .numbers("sum.total"));
    Dataset ids = read("q1,q2,q3\no0,o0,o2\no2,01,2.0\n");
    assertArrayEquals(
        expected, Scorer.batch().instrument(SUM, "q{n}").score(ids).numbers("sum.total"));
  }

  @Test
  void tellsTargetsApart() {
    Dataset raw = read("f1,f2,f3,c1,c2,c3\n1,1,3,3,1,\n");
    Dataset scored =
        Scorer.batch()
            .instrument(InstrumentColumns.of(ABOUT_A_GROUP, "f{n}").about("family"))
            .instrument(InstrumentColumns.of(ABOUT_A_GROUP, "c{n}").about("community"))
            .score(raw);
    assertEquals(
        List.of("group-scale[family].total", "group-scale[community].total"), scored.names());
    assertArrayEquals(new double[] {7 / 3.0}, scored.numbers("group-scale[family].total"));
    assertArrayEquals(new double[] {3}, scored.numbers("group-scale[community].total"));
  }

  @Test
  void refusesCodesThatAreNotPermittedWithoutPrintingThem() {
    Dataset raw = read("q1,q2,q3\n1,7,3\n1,2.5,3\n1,2,-44\n1,2,3\n");
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> Scorer.batch().instrument(SUM, "q{n}").score(raw));
    assertEquals(
        """
        line 2, column q2; line 3, column q2: not a permitted code; item i2 permits 1, 2, 3%s
        line 4, column q3: not a permitted code; item i3 permits 1, 2, 3%s"""
            .formatted(MISSING, MISSING),
        refused.getMessage());
  }

  @Test
  void namesTheCodingWhereCellsHoldWords() {
    Dataset raw = read("q1,q2,q3\n1 - never,2,3\n1 - never,often,7\n");
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> Scorer.batch().instrument(SUM, "q{n}").score(raw));
    String coding = "; say with a \"coding\" what words, or codes with words, stand for";
    assertEquals(
        """
        line 2, column q1; line 3, column q1: not a permitted code; item i1 permits 1, 2, 3%s
        line 3, column q2: not a permitted code; item i2 permits 1, 2, 3%s
        line 3, column q3: not a permitted code; item i3 permits 1, 2, 3%s"""
            .formatted(coding, coding, MISSING),
        refused.getMessage());
  }

  @Test
  void namesTheDecimalMarkWhereCellsHoldCommas() {
    Dataset raw = read("q1,q2,q3\n\"2,0\",1,1\n\"1,0\",1,1\n");
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> Scorer.batch().instrument(SUM, "q{n}").score(raw))
            .getMessage();
    assertTrue(message.contains("say \"decimal\": \",\" of a text file"), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void countsByColumnWhereManyCodesAreNotPermitted() {
    Dataset raw =
        Dataset.builder()
            .numbers("q1", fives())
            .numbers("q2", fives())
            .numbers("q3", ones())
            .build();
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> Scorer.batch().instrument(SUM, "q{n}").score(raw));
    assertEquals(
        "column q1: 3000 cells hold a code that is not permitted" + MISSING,
        refused.problems().get(0).toString());
    assertEquals(
        "column q2: 3000 cells hold a code that is not permitted" + MISSING,
        refused.problems().get(1).toString());
    assertTrue(
        refused.problems().get(2).toString().startsWith("row 1, column q1: "), refused::getMessage);
  }

  private static double[] fives() {
    double[] values = new double[3000];
    Arrays.fill(values, 5);
    return values;
  }

  private static double[] ones() {
    double[] values = new double[3000];
    Arrays.fill(values, 1);
    return values;
  }

  @Test
  void takesInvalidCodesAsMissingWhenAskedTo() {
    Dataset raw = read("q1,q2,q3\n1,7,3\n9,9,9\n1,2,3\nNA,,\n");
    BatchScores result =
        Scorer.batch().instrument(SUM, "q{n}").invalidCodes(InvalidCodes.MISSING).scoreAll(raw);
    assertArrayEquals(new double[] {NA, NA, 6, NA}, result.scores().numbers("sum.total"));
    assertEquals(Map.of("q1", 1, "q2", 2, "q3", 1), result.summary().invalidCodes());
    ScaleSummary total = result.summary().scale("sum.total");
    assertEquals(1, total.scored());
    assertEquals(
        Map.of(NotScoredReason.MISSING_ITEMS, 1, NotScoredReason.NO_ANSWERS, 2), total.notScored());
    assertEquals(
        """
        4 rows
          sum.total: 1 scored; not scored 1: more answers are missing than the scale's rule permits; 2: no item was answered
          codes not permitted, taken as not answered: q1 1, q2 2, q3 1""",
        result.toString());
    assertEquals(result.summary(), Json.read(Json.write(result.summary()), BatchSummary.class));
    assertThrows(InvalidInputException.class, () -> result.summary().scale("sum.totl"));
  }

  @Test
  void namesAllThatIsWrongWithTheColumns() {
    Dataset raw = read("id,q1,q2\na,1,1\n");
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                Scorer.batch()
                    .instrument(SUM, "q{n}")
                    .instrument(SUM, "x{n}")
                    .instrument(ABOUT_A_GROUP, List.of("q1", "q2", "q9"))
                    .keep("id", "id", "age")
                    .score(raw));
    List<String> problems = refused.problems().stream().map(Object::toString).toList();
    assertTrue(problems.contains("column id: is to be kept twice"), refused::getMessage);
    assertTrue(
        problems.contains(
            "column age: is to be kept, but there is no such column; there are 3 columns"),
        refused::getMessage);
    assertTrue(
        problems.contains(
            "column q3: is needed for item i3 of sum, but there is no such column; there are 3"
                + " columns"),
        refused::getMessage);
    assertTrue(
        problems.contains(
            "column x1: is needed for item i1 of sum, but there is no such column; there are 3 columns"),
        refused::getMessage);
    assertTrue(
        problems.contains(
            "column sum.total: would stand twice in the result; score it once, or say the wave of each form (in"
                + " a plan, \"columns\" by wave)"),
        refused::getMessage);
    assertTrue(
        problems.contains(
            "group-scale, target: must name the group that was asked about, as in community"),
        refused::getMessage);
    assertThrows(InvalidInputException.class, () -> Scorer.batch().score(raw));
  }

  @Test
  void refusesColumnsThatDoNotFitTheInstrument() {
    assertThrows(InvalidInputException.class, () -> InstrumentColumns.of(SUM, "q"));
    assertThrows(InvalidInputException.class, () -> InstrumentColumns.of(SUM, List.of("a", "b")));
    assertThrows(
        InvalidInputException.class, () -> InstrumentColumns.of(SUM, "q{n}").about("family"));
    assertThrows(
        InvalidInputException.class,
        () -> InstrumentColumns.of(SUM, "q{n}").coding(Coding.of("1=4")));
  }

  @Test
  void refusesTargetsThatAreNoIds() {
    InstrumentColumns columns = InstrumentColumns.of(ABOUT_A_GROUP, "q{n}");
    assertThrows(InvalidInputException.class, () -> columns.about("My Family!"));
  }

  /** Java reads "1d" as the number one; the coding does not. */
  @Test
  void takesOnlyNumbersForCodesOfNumericColumns() {
    Coding coding = Coding.of("1d=1", "2=2", "3=3");
    Dataset raw = read("q1,q2,q3\n2,1,3\n");
    BatchScorer scorer = Scorer.batch().instrument(SUM, "q{n}", coding);
    assertThrows(InvalidInputException.class, () -> scorer.score(raw));
  }

  @Test
  void asksForACodingWhereNumbersStandForWords() {
    List<Item> words =
        ITEMS.stream()
            .map(
                item ->
                    Item.of(
                            item.id(),
                            item.number(),
                            item.label(),
                            item.options().stream()
                                .map(
                                    o ->
                                        new AnswerOption(o.id(), OptionalDouble.empty(), o.label()))
                                .toList())
                        .withCounted(List.of("o2")))
            .toList();
    Instrument count =
        TestInstruments.single("count", words, new ScoringRule.Count(), new MissingRule.AtMost(1));
    Dataset raw = read("q1,q2,q3\n1,2,3\n3,,3\n,,3\n");
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> Scorer.batch().instrument(count, "q{n}").score(raw));
    assertTrue(refused.getMessage().contains("give a coding"), refused::getMessage);
    Coding coding = Coding.of("1=o0", "2=o1", "3=o2");
    BatchScores result = Scorer.batch().instrument(count, "q{n}", coding).scoreAll(raw);
    assertArrayEquals(new double[] {1, 2, NA}, result.scores().numbers("count.total"));
    assertEquals(1, result.summary().scale("count.total").incomplete());
  }

  @Test
  void leavesTheScorerItCameFromAsItWas() {
    BatchScorer one = Scorer.batch().instrument(SUM, "q{n}");
    one.keep("id").invalidCodes(InvalidCodes.MISSING);
    assertEquals("batch of sum", one.toString());
    Dataset raw = read("id,q1,q2,q3\na,1,1,1\n");
    assertFalse(one.score(raw).has("id"));
  }

  @Test
  void scoresAnEmptyFile() {
    Map<String, double[]> columns = new LinkedHashMap<>();
    List.of("q1", "q2", "q3").forEach(name -> columns.put(name, new double[0]));
    Dataset scored = Scorer.batch().instrument(SUM, "q{n}").score(Dataset.of(columns));
    assertEquals(0, scored.rows());
    assertEquals(List.of("sum.total"), scored.names());
  }
}
