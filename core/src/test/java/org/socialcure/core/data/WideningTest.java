package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;

/** One row per participant and wave becomes one row per participant. */
class WideningTest {
  private static final double NA = Double.NaN;

  private static Dataset read(String text) {
    return Dataset.readCsv(new StringReader(text), CsvOptions.defaults());
  }

  private static List<String> problems(Dataset data, Widening widening) {
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> data.widen(widening));
    return e.problems().stream().map(Problem::toString).toList();
  }

  private final Dataset data =
      read(
          """
          id,wave,age,score,sex,visits
          p9,during,40,3,f,2
          p1,before,61,5,m,4
          p9,before,,7,,2
          p1,during,61,,m,4
          p5,before,30,6,f,
          """);

  @Test
  void varyingColumnsGetOneColumnPerWaveAndAChange() {
    Dataset wide = data.widen("id", "wave", List.of("before", "during"));
    assertEquals(
        List.of(
            "id",
            "age",
            "age@before",
            "age@during",
            "age@change",
            "score@before",
            "score@during",
            "score@change",
            "sex",
            "sex@before",
            "sex@during",
            "visits",
            "visits@before",
            "visits@during",
            "visits@change"),
        wide.names());
    assertEquals(
        List.of(Optional.of("p9"), Optional.of("p1"), Optional.of("p5")), wide.texts("id"));
    assertArrayEquals(new double[] {40, 61, 30}, wide.numbers("age"));
    assertArrayEquals(new double[] {7, 5, 6}, wide.numbers("score@before"));
    assertArrayEquals(new double[] {3, NA, NA}, wide.numbers("score@during"));
    assertArrayEquals(new double[] {-4, NA, NA}, wide.numbers("score@change"));
    assertEquals(Optional.of("f"), wide.text("sex", 0));
    assertArrayEquals(new double[] {2, 4, NA}, wide.numbers("visits"));
  }

  @Test
  void measuresAreOnePerWaveEvenWhereConstant() {
    List<String> expected = List.of("visits@before", "visits@during", "visits@change");
    Dataset byRole = data.withRole(ColumnRole.MEASURE, "visits").widen("id", "wave");
    assertTrue(byRole.names().containsAll(List.of("visits@during", "visits@before")));
    Dataset byRule =
        data.select("id", "wave", "visits")
            .widen(Widening.by("id", "wave").waves("before", "during").measures("visits"));
    assertEquals(expected, byRule.names().subList(1, 4));
    assertArrayEquals(new double[] {0, 0, NA}, byRule.numbers("visits@change"));
  }

  @Test
  void widenedColumnsSayTheirWaveInTheirLabels() {
    Dataset labelled = data.withLabels(Map.of("score", "Loneliness (ULS-8)", "sex", "Sex"));
    Dataset wide = labelled.widen("id", "wave", List.of("before", "during"));
    assertEquals("Loneliness (ULS-8), at before", wide.label("score@before"));
    assertEquals("change in Loneliness (ULS-8)", wide.label("score@change"));
    assertEquals("Sex", wide.label("sex"));
    assertEquals("id", wide.label("id"));
    assertEquals(
        "Loneliness (ULS-8), at the lockdown",
        labelled
            .widen(Widening.by("id", "wave").waveLabels(Map.of("during", "the lockdown")))
            .label("score@during"));
    assertEquals(
        "score, at during", data.widen("id", "wave").label("score@during"), "never an id with @");
    assertEquals(
        List.of("label of wave later: no such wave; permitted are: before, during"),
        problems(
            data,
            Widening.by("id", "wave")
                .waves("before", "during")
                .waveLabels(Map.of("later", "follow-up"))));
    assertThrows(
        InvalidInputException.class,
        () -> Widening.by("id", "wave").waveLabels(Map.of("during", " ")));
  }

  @Test
  void aWaveThatWouldMakeNamesAmbiguousIsRefused() {
    Dataset odd = read("id,wave,x\np,a@b,1\np,change,2\n");
    assertEquals(2, problems(odd, Widening.by("id", "wave")).size());
    assertThrows(
        InvalidInputException.class, () -> Widening.by("id", "wave").waves("a@b", "change"));
    assertThrows(InvalidInputException.class, () -> Widening.by("id", "id"));
  }

  @Test
  void rolesSurviveChoosingRenamingAndFiltering() {
    Dataset kept =
        data.withRole(ColumnRole.MEASURE, "visits")
            .rename("visits", "gp")
            .select("gp", "wave", "id")
            .filter(row -> row > 0)
            .with("x", new double[4]);
    assertEquals(ColumnRole.MEASURE, kept.role("gp"));
    assertEquals(ColumnRole.UNSPECIFIED, kept.role("x"));
  }

  @Test
  void wavesOfTheFileAreNumbersAscendingOrTextsAsTheyAppear() {
    assertTrue(
        data.widen("id", "wave").names().indexOf("score@during")
            < data.widen("id", "wave").names().indexOf("score@before"));
    Dataset months = read("id,month,x\na,10,5\na,2,3\na,0,1\n").widen("id", "month");
    assertEquals(List.of("id", "x@0", "x@2", "x@10", "x@change"), months.names());
    assertEquals(4, months.numbers("x@change")[0]);
  }

  @Test
  void oneWaveHasNoChange() {
    Dataset wide =
        read("id,wave,x\na,t0,1\nb,t0,2\n").widen(Widening.by("id", "wave").measures("x"));
    assertEquals(List.of("id", "x@t0"), wide.names());
  }

  @Test
  void textThatVariesHasNoChange() {
    Dataset wide = read("id,wave,job\na,t0,none\na,t1,nurse\n").widen("id", "wave");
    assertEquals(List.of("id", "job@t0", "job@t1"), wide.names());
  }

  @Test
  void numericIdentifiersStayNumbers() {
    Dataset wide = read("id,wave,x\n2,t0,1\n1,t0,2\n2.0,t1,5\n").widen("id", "wave");
    assertArrayEquals(new double[] {2, 1}, wide.numbers("id"));
    assertArrayEquals(new double[] {4, NA}, wide.numbers("x@change"));
  }

  @Test
  void everyRowThatDoesNotFitIsReportedWithoutIdentifiers() {
    Dataset bad =
        read(
            """
            id,wave,x
            secret7,before,1
            ,before,2
            secret7,during,3
            secret8,,4
            secret7,before,5
            secret9,afterwards,6
            """);
    List<String> found = problems(bad, Widening.by("id", "wave").waves("before", "during"));
    assertEquals(
        List.of(
            "line 3, column id: no identifier; every row needs one",
            "line 5, column wave: no wave; every row needs one; permitted are: before, during",
            "line 7, column wave: not one of the waves named; permitted are: before, during; rows of others are left out with \"where\"",
            "line 6, column wave: the same participant and wave as in line 2; keep one row per"
                + " participant and wave, or choose it with \"where\""),
        found);
    assertFalse(found.toString().contains("secret") || found.toString().contains("afterwards"));
  }

  @Test
  void aColumnOfThePersonMustNotVary() {
    assertEquals(
        List.of(
            "line 4, column score: differs from line 2 of the same participant; a column of the"
                + " person has one value each"),
        problems(data, Widening.by("id", "wave").person("score", "age")));
  }

  @Test
  void namesThatWouldCollideAreReported() {
    Dataset bad = read("id,wave,x,x@t0\na,t0,1,1\na,t1,2,1\n");
    assertEquals(
        List.of("column x@t0: would stand twice in the widened data; rename a column first"),
        problems(bad, Widening.by("id", "wave")));
  }

  @Test
  void rulesAreCheckedWhenTheyAreMade() {
    assertThrows(IllegalArgumentException.class, () -> Widening.by("id", "id"));
    Widening rules = Widening.by("id", "wave");
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> rules.waves("a", "", "change", "a"));
    assertEquals(
        List.of("waves[1]", "waves[2]", "waves[3]"),
        e.problems().stream().map(Problem::where).toList());
    assertThrows(InvalidInputException.class, () -> rules.waves(List.of()));
    assertThrows(InvalidInputException.class, () -> data.widen("nobody", "wave"));
    assertThrows(InvalidInputException.class, () -> data.widen("id", "nowhere"));
    assertThrows(InvalidInputException.class, () -> data.widen(rules.measures("nothing")));
    Dataset change = read("id,wave,x\na,change,1\n");
    assertThrows(InvalidInputException.class, () -> change.widen("id", "wave"));
  }

  @Test
  void anIdentifierColumnTakenForTheWaveIsRefusedBeforeItFillsTheMemory() {
    double[] ids = new double[500];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = i;
    }
    Dataset many = Dataset.builder().numbers("id", ids).numbers("wave", new double[500]).build();
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> many.widen("wave", "id"));
    assertEquals("column id", e.problems().get(0).where());
  }

  @Test
  void aColumnHasItsWavesWhateverItsValues() {
    Dataset birthday =
        read(
            """
            id,wave,age,visits,bel
            a,t0,40,,1
            a,t1,41,2,1
            b,t0,50,,2
            b,t1,50,3,2
            """);
    Dataset wide = birthday.widen("id", "wave", List.of("t0", "t1"));
    Dataset without = birthday.with("age", new double[] {40, 40, 50, 50});
    Dataset same = without.widen("id", "wave", List.of("t0", "t1"));
    for (Dataset each : List.of(wide, same)) {
      assertTrue(each.names().containsAll(List.of("age@t0", "age@t1", "visits@t1", "bel@t0")));
    }
    assertFalse(wide.has("age"));
    assertArrayEquals(new double[] {40, 50}, same.numbers("age"));
    assertArrayEquals(new double[] {2, 3}, wide.numbers("visits@t1"));
    assertArrayEquals(new double[] {2, 3}, wide.numbers("visits"), "all values are of one wave");
    assertEquals(
        "it differs between waves for one participant (as between line 2 and line 3), so that its"
            + " columns are those of the waves, as in age@t0",
        wide.absence("age").orElseThrow());
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> wide.numbers("age"));
    assertTrue(e.getMessage().contains("differs between waves"), e.getMessage());
    assertEquals(
        List.of("column visits: holds no value at t0"),
        wide.remarks().stream().map(Problem::toString).toList());
    assertTrue(wide.toString().contains("column visits: holds no value at t0"), wide.toString());
  }

  @Test
  void personsSeenOnceAreNotMergedIntoOneColumn() {
    Dataset once = read("id,wave,bel\na,t0,1\nb,t1,5\nc,t0,2\nd,t1,6\n");
    Dataset wide = once.widen("id", "wave", List.of("t0", "t1"));
    assertEquals(List.of("id", "bel@t0", "bel@t1", "bel@change"), wide.names());
    assertTrue(
        wide.absence("bel").orElseThrow().startsWith("no participant has a value of it at two"));
    assertArrayEquals(
        new double[] {1, 5, 2, 6},
        once.widen(Widening.by("id", "wave").waves("t0", "t1").person("bel")).numbers("bel"));
  }

  @Test
  void whatIsThePersonsHasNoWave() {
    Dataset wide = data.widen(Widening.by("id", "wave").waves("before", "during").person("sex"));
    assertEquals(
        "it is the participant's and has no wave: name it sex",
        wide.absence("sex@before").orElseThrow());
    assertEquals(Optional.empty(), wide.absence("sex"));
    assertEquals(Optional.empty(), wide.absence("nothing"));
  }

  @Test
  void aWaveOfNobodyIsTold() {
    Dataset wide = data.widen("id", "wave", List.of("before", "during", "after"));
    assertEquals(
        List.of("column wave: no row belongs to after"),
        wide.remarks().stream().map(Problem::toString).toList());
    assertEquals(3, wide.missingCount("score@after"));
    assertEquals(3, wide.missingCount("score@change"));
  }

  @Test
  void identifiersThatAreProbablyTheSameAreToldAndCountedApart() {
    Dataset wide = read("id,wave,x\nA01,t0,1\na01,t1,2\nB02,t0,3\nB02,t1,4\n").widen("id", "wave");
    assertEquals(3, wide.rows());
    assertEquals(1, wide.remarks().size());
    assertEquals("column id", wide.remarks().get(0).where());
    assertTrue(wide.remarks().get(0).message().startsWith("1 of 3 identifiers differ from"));
    assertFalse(wide.remarks().toString().toLowerCase(java.util.Locale.ROOT).contains("a01"));
    assertEquals(wide.remarks(), wide.select("id", "x@t0").filter(row -> row > 0).remarks());
    assertEquals(List.of(), wide.withRemarks(List.of()).remarks());
    assertEquals(wide, wide.withRemarks(List.of()));
  }

  @Test
  void wavesThatAreProbablyTheSameAreRefused() {
    Dataset odd = read("id,wave,x\na,T0,1\na,t1,2\nb,t0,3\n");
    assertEquals(
        List.of(
            "column wave: 1 of 3 waves differ from another only in capitals, blanks, leading zeros"
                + " or a final .0: write each in one way, say with \"unifySpelling\" what makes no difference, or name the waves where they are meant to"
                + " differ"),
        problems(odd, Widening.by("id", "wave")));
    assertEquals(
        List.of(
            "line 2, column wave: not one of the waves named; it differs from t0 only in capitals,"
                + " blanks, leading zeros or a final .0: write it as that, or say with \"unifySpelling\" what makes no difference"),
        problems(odd, Widening.by("id", "wave").waves("t0", "t1")));
    assertEquals(
        2, odd.widen(Widening.by("id", "wave").waves("T0", "t0", "t1")).rows(), "told on purpose");
  }

  @Test
  void aFileWithoutItsLineOfNamesShowsNoneOfThem() {
    Dataset headless = read("secret7,t0,3,61\nsecret8,t0,4,50\n");
    assertFalse(headless.toString().contains("secret7"), headless.toString());
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> headless.widen("secret6", "wave"));
    assertFalse(e.getMessage().contains("secret7"), e.getMessage());
    assertTrue(e.getMessage().contains("a line of column names"), e.getMessage());
  }

  /** Rows of a form that repeats are one fault of the file, not one a person. */
  @Test
  void manyRepeatsAreToldOnceWithTheRemedy() {
    StringBuilder text = new StringBuilder("id,wave,x\n");
    for (int person = 0; person < 40; person++) {
      text.append(person).append(",before,1\n").append(person).append(",before,2\n");
    }
    List<String> found = problems(read(text.toString()), Widening.by("id", "wave").waves("before"));
    assertEquals(1, found.stream().map(it -> it.replaceFirst("^[^:]*: ", "")).distinct().count());
    assertTrue(found.get(0).contains("\"where\""), found.get(0));
  }
}
