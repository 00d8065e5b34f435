package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.examples.study.plan.Places;
import org.socialcure.examples.study.plan.Plan;

/** Group lists and visits in a file become counts and windows. */
class PeopleInFilesTest {
  private static final double MISSING = Double.NaN;

  private static final String FILE =
      """
      g1,g2,g3,i1,i2,i3,visits,window
      sport,faith,,7,2,,3,4
      none,,,,,,0,4
      ,,,,,,,4
      hobby,,other,4,,5,12,
      ,sport,,,6,,1,2
      """;

  private static Preparation prepare(String file, String plan) {
    return Preparation.of(
        Plan.read(plan.replace('\'', '"')),
        List.of(),
        "answers.csv",
        Dataset.readCsv(new StringReader(file), CsvOptions.defaults()));
  }

  private static double[] column(String plan, String name) {
    return prepare(FILE, plan).wide().numbers(name);
  }

  private static String groups(String more) {
    return "{'data': {}, 'groups': [{'name': 'groups', 'kinds': 'g{n}', 'slots': 3" + more + "}]}";
  }

  @Test
  void countsAllGroupsAndTellsNoneFromNoAnswer() {
    assertArrayEquals(new double[] {2, 0, MISSING, 2, 1}, column(groups(""), "groups"));
  }

  @Test
  void countsImportantGroups() {
    assertArrayEquals(
        new double[] {1, 0, MISSING, 1, 1},
        column(groups(", 'importance': 'i{n}', 'count': 'important', 'threshold': 5"), "groups"));
  }

  @Test
  void countsGroupsIdentifiedWith() {
    assertArrayEquals(
        new double[] {1, 0, MISSING, 2, 1},
        column(
            groups(
                ", 'identification': ['i1', 'i2', 'i3'], 'count': 'identified-with', 'threshold':"
                    + " 3.5"),
            "groups"));
  }

  @Test
  void aCountComesWithItsWindowInMonths() {
    String plan =
        "{'data': {}, 'services': [{'name': 'gp', 'service': 'gp-visit', 'count': 'visits', 'window':"
            + " 'window'}]}";
    String fixed =
        "{'data': {}, 'services': [{'name': 'fixed', 'count': 'visits', 'window': 6, 'unit':"
            + " 'months'}]}";

    // A blank is not a zero, and a count without its window means nothing.
    assertArrayEquals(new double[] {3, 0, MISSING, MISSING, 1}, column(plan, "gp"));
    assertArrayEquals(new double[] {4, 4, 4, MISSING, 2}, column(plan, "gp.months"));
    assertArrayEquals(new double[] {3, 0, MISSING, 12, 1}, column(fixed, "fixed"));
    assertArrayEquals(new double[] {6, 6, 6, 6, 6}, column(fixed, "fixed.months"));
  }

  @Test
  void everyCellThatIsNotPermittedIsNamed() {
    String bad =
        FILE.replace("sport,faith,,7", "sport,curling,,9")
            .replace("none,,", "none,sport,")
            .replace(",12,", ",-1,")
            .replace(",1,2", ",1.5,2");
    String plan =
        "{'data': {}, 'groups': [{'name': 'groups', 'kinds': 'g{n}', 'slots': 3, 'importance': 'i{n}',"
            + " 'count': 'important', 'threshold': 5}], 'services': [{'name': 'gp', 'count': 'visits',"
            + " 'window': 4}]}";

    InvalidInputException e = assertThrows(InvalidInputException.class, () -> prepare(bad, plan));

    assertEquals(
        List.of(
            "line 2, column i1",
            "line 2, column g2",
            "line 3, column g2",
            "line 5, column visits",
            "line 6, column visits"),
        e.problems().stream().map(Problem::where).toList());
  }

  @Test
  void orTheyCountAsMissing() {
    String bad = FILE.replace("sport,faith", "sport,curling").replace(",12,", ",many,");
    Preparation prepared =
        prepare(
            bad,
            "{'data': {'invalid': 'missing'}, 'groups': [{'name': 'groups', 'kinds': 'g{n}', 'slots': 3}],"
                + " 'services': [{'name': 'gp', 'count': 'visits', 'window': 4}]}");

    assertArrayEquals(new double[] {MISSING, 0, MISSING, 2, 1}, prepared.wide().numbers("groups"));
    assertArrayEquals(new double[] {3, 0, MISSING, MISSING, 1}, prepared.wide().numbers("gp"));
    assertEquals(Map.of("g2", 1, "visits", 1), prepared.data().invalid());
  }

  @Test
  void severalGroupsInOneCellAreSplitAndTheirWordsCoded() {
    String file =
        "id,groups\n1,\"Book club; church choir; football\"\n2,none\n3,Allotment\n4,\"family; bell"
            + " ringing; Bell  Ringing\"\n5,\n6,None\n7,n/a\n";
    String plan =
        "{'data': {}, 'groups': [{'name': 'groups', 'kinds': ['groups'], 'separator':"
            + " ';', 'words': {'bell ringing': 'music-and-arts'}, 'types': ['music-and-arts',"
            + " 'sport']}]}";
    Dataset counted = prepare(file.replace("n/a", ""), plan).wide();
    assertArrayEquals(new double[] {3, 0, 1, 2, MISSING, 0, MISSING}, counted.numbers("groups"));
    assertArrayEquals(
        new double[] {1, 0, 0, 1, MISSING, 0, MISSING}, counted.numbers("groups-music-and-arts"));
    assertArrayEquals(
        new double[] {1, 0, 0, 0, MISSING, 0, MISSING}, counted.numbers("groups-sport"));
    assertEquals("Groups (sport)", counted.label("groups-sport"));

    String bare = "{'data': {}, 'groups': [{'name': 'groups', 'kinds': ['groups']}]}";
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> prepare(file, bare));
    assertEquals(
        List.of("line 2, column groups", "line 5, column groups", "line 8, column groups"),
        e.problems().stream().map(Problem::where).toList());
    assertTrue(e.problems().get(0).message().contains("separator"), e.getMessage());
    assertFalse(e.getMessage().contains("Book") || e.getMessage().contains("ringing"));

    // An answer that is none is no group, whatever other words stand for.
    String otherwise = plan.replace("'types'", "'otherwise': 'other', 'types'");
    InvalidInputException none =
        assertThrows(InvalidInputException.class, () -> prepare(file, otherwise));
    assertEquals(
        List.of("line 8, column groups"), none.problems().stream().map(Problem::where).toList());
  }

  @Test
  void missingColumnsAreNamed() {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () -> prepare(FILE, groups("").replace("g{n}", "group{n}")));

    assertEquals(
        List.of("column group1", "column group2", "column group3"),
        e.problems().stream().map(Problem::where).toList());
  }

  @Test
  void aPersonMayHaveOneRowOnlyWithoutWaves() {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () ->
                prepare(
                    "id,age\na,1\nb,2\na,3\n,4\n",
                    "{'data': {'id': 'id'}, 'keep': ['age'], 'models': []}"));

    assertEquals(
        List.of("line 4, column id", "line 5, column id"),
        e.problems().stream().map(Problem::where).toList());
  }

  private static final String SIDE_BY_SIDE =
      """
      id,gp_0,gp_1,w_1,k1_0,k2_0,k1_1,k2_1,i1_0,i2_0,i1_1,i2_1
      a,8,1,2,sport,hobby,sport,,7,1,5,
      b,6,,2,hobby,,none,,5,,,
      c,0,3,1,,,sport,faith,,,1,6
      """;

  private static final String BY_WAVE =
      """
      {'data': {'id': 'id'%s},
       'services': [{'name': 'gp', 'service': 'gp-visit', 'count': {'t0': 'gp_0', 't1': 'gp_1'},
                     'window': {'t0': 4, 't1': 'w_1'}}],
       'groups': [{'name': 'groups', 'kinds': {'t0': 'k{n}_0', 't1': 'k{n}_1'}, 'slots': 2,
                   'importance': {'t0': 'i{n}_0', 't1': 'i{n}_1'}, 'count': 'important',
                   'threshold': 5}]}
      """;

  @Test
  void groupsAndServicesStandSideBySideByWave() {
    Preparation prepared =
        prepare(SIDE_BY_SIDE, BY_WAVE.formatted(", 'waveLabels': {'t1': 'follow-up'}"));
    Dataset wide = prepared.wide();
    assertArrayEquals(new double[] {8, 6, 0}, wide.numbers("gp@t0"));
    assertArrayEquals(new double[] {1, MISSING, 3}, wide.numbers("gp@t1"));
    assertFalse(wide.has("gp@change"), "the windows differ");
    assertTrue(wide.absence("gp@change").orElseThrow().contains("gp.months"));
    assertArrayEquals(new double[] {4, 4, 4}, wide.numbers("gp.months@t0"));
    assertArrayEquals(new double[] {2, 2, 1}, wide.numbers("gp.months@t1"));
    assertArrayEquals(new double[] {1, 1, MISSING}, wide.numbers("groups@t0"));
    assertArrayEquals(new double[] {1, 0, 1}, wide.numbers("groups@t1"));
    assertArrayEquals(new double[] {0, -1, MISSING}, wide.numbers("groups@change"));
    assertEquals("GP visits, at follow-up", wide.label("gp@t1"));
    assertEquals("GP visits, past 4 months, at t0", wide.label("gp@t0"));
    assertEquals("GP visits", prepared.measures().get("gp"));
    assertEquals(List.of("gp", "groups"), prepared.measures().keySet().stream().sorted().toList());

    String equal = BY_WAVE.replace("'t1': 'w_1'", "'t1': 4");
    assertArrayEquals(
        new double[] {-7, MISSING, 3},
        prepare(SIDE_BY_SIDE, equal.formatted("")).wide().numbers("gp@change"));
    Dataset back = prepare(SIDE_BY_SIDE, equal.formatted(", 'waves': ['t1', 't0']")).wide();
    assertArrayEquals(new double[] {7, MISSING, -3}, back.numbers("gp@change"));
  }

  @Test
  void aChangeOfTheFilesOwnStays() {
    Preparation prepared =
        prepare(
            "n,gp@change\n1,2\n3,4\n",
            "{'data': {}, 'keep': ['gp@change'], 'services': [{'name': 'gp', 'count': 'n', 'window':"
                + " 4}]}");
    assertArrayEquals(new double[] {2, 4}, prepared.wide().numbers("gp@change"));
  }

  @Test
  void countsOfDifferentWindowsHaveNoChangeInLongFilesEither() {
    String plan =
        "{'data': {'id': 'id', 'wave': 'w', 'waves': ['0', '1']}, 'services': [{'name': 'gp', 'count':"
            + " 'n', 'window': 'm'}], 'models': []}";
    String file = "id,w,n,m\na,0,8,4\na,1,4,%s\nb,0,2,4\n";
    assertArrayEquals(
        new double[] {-4, MISSING}, prepare(file.formatted("4"), plan).wide().numbers("gp@change"));
    Dataset wide = prepare(file.formatted("2"), plan).wide();
    assertFalse(wide.has("gp@change"));
    assertTrue(wide.has("gp@0") && wide.has("gp@1"));
    String of =
        plan.replace(
                "'models': []",
                "'models': [{'name': 'm', 'x': 'gp@0', 'mediators':"
                    + " ['gp@1'], 'y': 'gp@change'}]")
            .replace('\'', '"');
    Plan read = Plan.read(of);
    Preparation prepared = prepare(file.formatted("2"), of);
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> ColumnsOfPlan.check(read, Places.of(of), prepared.rows(), prepared))
            .getMessage();
    assertTrue(message.contains("gp@change: the windows asked about differ"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2-3     | in the place of ranges",
        ">5      | in the place of ranges",
        "5+      | in the place of ranges",
        "many    | in the place of ranges",
        "-99     | if it means no value",
        "`\"1,5\"` | \"decimal\""
      })
  void aCountThatIsNoNumberNamesTheRemedy(String cell, String remedy) {
    String message =
        assertThrows(
                InvalidInputException.class,
                () ->
                    prepare(
                        "id,n\na," + cell + "\nb,1\n",
                        "{'data': {}, 'services': [{'name': 'gp', 'count': 'n', 'window': 4}]}"))
            .getMessage();
    assertTrue(message.contains(remedy), message);
    assertTrue(message.contains("must be a whole number from 0"), message);
  }

  @Test
  void aMeasureByWaveHasALabelOfThePlan() {
    String plan =
        BY_WAVE
            .replace("'t1': 'w_1'", "'t1': 4")
            .formatted("")
            .replaceFirst("\\}\\s*$", ", 'labels': {'gp': 'Visits'}}");
    Preparation prepared = prepare(SIDE_BY_SIDE, plan);
    assertEquals("Visits, at t0", prepared.wide().label("gp@t0"));
    assertEquals("change in Visits", prepared.wide().label("gp@change"));
    assertEquals("Visits", prepared.measures().get("gp"));
  }

  /** Totals under a table are no persons, and notes are told. */
  @Test
  void rowsUnderTheTableAreRefusedOrTold() {
    String plan = "{'data': {'id': 'id'}, 'keep': ['age'], 'services': []}";
    for (String total : List.of("Total", "MEAN", "Gesamt:", " Moyenne ")) {
      InvalidInputException e =
          assertThrows(
              InvalidInputException.class,
              () -> prepare("id,age\na,30\nb,40\n" + total + ",35\n", plan));
      assertEquals("line 4, column id", e.problems().get(0).where());
      assertEquals(false, e.getMessage().contains(total.strip()), e.getMessage());
    }
    // Only the last rows can be totals.
    assertEquals(3, prepare("id,age\na,30\nSum,40\nb,35\n", plan).wide().rows());

    List<String> notes = prepare("id,age\na,30\nb,40\nSecret note,\n", plan).data().notes();
    assertEquals(1, notes.size(), notes::toString);
    assertEquals(true, notes.get(0).contains("1 holds nothing but the identifier"), notes.get(0));
    assertEquals(false, notes.get(0).contains("Secret"), notes.get(0));
    assertEquals(List.of(), prepare("id,age\na,30\nb,40\n", plan).data().notes());
  }

  @Test
  void identifiersWithAnExponentAreTold() {
    String plan = "{'data': {'id': 'id'}, 'keep': ['age'], 'services': []}";
    Dataset read =
        Dataset.readCsv(
            new StringReader("id,age\n1.23E+15,30\n1240,40\n"),
            CsvOptions.defaults().withText("id"));
    List<String> notes =
        Preparation.of(Plan.read(plan.replace('\'', '"')), List.of(), "answers.csv", read)
            .data()
            .notes();
    assertEquals(1, notes.size(), notes::toString);
    assertEquals(true, notes.get(0).contains("written with an exponent"), notes.get(0));
  }

  /** Numbers that files use for missing values, undeclared. */
  @Test
  void numbersLikeCodesOfMissingValuesAreTold() {
    String plan = "{'data': {}, 'services': [{'name': 'n', 'count': 'visits', 'window': 4}]}";
    for (String code : List.of("99", "999")) {
      String file = "visits\n1\n2\n0\n" + code + "\n" + code + "\n";
      List<String> notes = prepare(file, plan).data().notes();
      assertEquals(1, notes.size(), notes::toString);
      assertEquals(true, notes.get(0).contains("2 cells hold a number far from"), notes.get(0));
    }
    for (String values : List.of("1 2 99 80", "99 99 99", "1 99", "5 6 7 8")) {
      assertEquals(
          List.of(), prepare("visits\n" + values.replace(' ', '\n') + "\n", plan).data().notes());
    }
    String model =
        "{'data': {}, 'models': [{'name': 'a', 'x': 'x', 'mediators': ['m'], 'y': 'y'}]}";
    List<String> notes =
        prepare("x,m,y\n1,-99,20\n0,500,30\n1,20,40\n0,-5,-99\n", model).data().notes();
    assertEquals(1, notes.size(), notes::toString);
    assertEquals(true, notes.get(0).startsWith("column y: 1 cell holds"), notes.get(0));
  }
}
