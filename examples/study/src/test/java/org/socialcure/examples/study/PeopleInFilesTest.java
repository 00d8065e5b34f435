package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
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
            + " 'window'}, {'name': 'fixed', 'count': 'visits', 'window': 6, 'unit': 'months'}]}";

    // A blank is not a zero, and a count without its window means nothing.
    assertArrayEquals(new double[] {3, 0, MISSING, MISSING, 1}, column(plan, "gp"));
    assertArrayEquals(new double[] {4, 4, 4, MISSING, 2}, column(plan, "gp.months"));
    assertArrayEquals(new double[] {3, 0, MISSING, 12, 1}, column(plan, "fixed"));
    assertArrayEquals(new double[] {6, 6, 6, 6, 6}, column(plan, "fixed.months"));
  }

  @Test
  void everyCellThatIsNotPermittedIsNamed() {
    String bad =
        FILE.replace("sport,faith,,7", "sport,chess,,9")
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
    String bad = FILE.replace("sport,faith", "sport,chess").replace(",12,", ",many,");
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
}
