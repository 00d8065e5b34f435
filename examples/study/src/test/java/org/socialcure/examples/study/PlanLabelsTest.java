package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.examples.study.plan.Places;
import org.socialcure.examples.study.plan.Plan;

/** What people call the columns of the data as prepared, and columns that are not there. */
class PlanLabelsTest {
  private static final String FILE =
      """
      id,wave,age,g1,visits,window
      1,T0,30,sport,3,4
      1,T1,31,none,0,4
      2,T0,40,hobby,1,4
      """;

  private static final String PLAN =
      """
      { 'data': { 'id': 'id', 'wave': 'wave', 'waves': ['T0', 'T1'],
                  'waveLabels': { 'T1': 'follow-up' } },
        'groups': [ { 'name': 'groups', 'kinds': ['g1'] } ],
        'services': [ { 'name': 'gp', 'service': 'gp-visit', 'count': 'visits', 'window': %s } ],
        'keep': ['age'],
        'labels': { 'age': 'Age in years', 'age@T1': 'Age at the end' %s } }
      """;

  private static Dataset read(String file) {
    return Dataset.readCsv(new StringReader(file), CsvOptions.defaults().withText("id"));
  }

  private static Dataset wide(String plan) {
    String json = plan.replace('\'', '"');
    Plan read = Plan.read(json);
    Dataset raw = read(FILE);
    Preparation prepared = Preparation.of(read, List.of(), "answers.csv", raw);
    ColumnsOfPlan.check(read, Places.of(json), raw, prepared);
    return prepared.wide();
  }

  @Test
  void countsSayTheirWindowAndWavesAreCalledAsThePlanDoes() {
    Dataset wide = wide(String.format(PLAN, "'window'", ""));

    assertEquals("GP visits, past 4 months, at T0", wide.label("gp@T0"));
    assertEquals("GP visits, past 4 months, at follow-up", wide.label("gp@T1"));
    assertEquals("change in GP visits, past 4 months", wide.label("gp@change"));
    assertEquals("GP visits, months asked about, at T0", wide.label("gp.months@T0"));
    assertEquals("Groups, at follow-up", wide.label("groups@T1"));
  }

  @Test
  void thePlansLabelsHoldForAMeasureAtAllWavesOrForOneColumn() {
    Dataset wide = wide(String.format(PLAN, "3", ", 'gp': 'Visits', 'gp@change': 'More visits'"));

    assertEquals("Age in years, at T0", wide.label("age@T0"));
    assertEquals("Age at the end", wide.label("age@T1"));
    assertEquals("Visits, at follow-up", wide.label("gp@T1"));
    assertEquals("More visits", wide.label("gp@change"));
  }

  @Test
  void windowsThatDifferAreNotInTheLabel() {
    Dataset raw = read(FILE.replace("3,4", "3,6"));
    Plan plan = Plan.read(String.format(PLAN, "'window'", "").replace('\'', '"'));

    assertEquals(
        "GP visits, at T0",
        Preparation.of(plan, List.of(), "answers.csv", raw).wide().label("gp@T0"));
  }

  @Test
  void namesThatAreNotThereAreRefusedWhereTheyStandInThePlan() {
    String plan =
        """
        { 'data': { 'id': 'id', 'wave': 'wave', 'waves': ['T0', 'T1'] },
          'services': [ { 'name': 'gp-visits', 'count': 'visits', 'window': 4 } ],
          'labels': { 'gp-vists@T1': 'Visits', 'mood': 'Mood' },
          'models': [
            { 'name': 'm', 'x': 'agee@T0', 'mediators': ['gp-visits@T0'], 'y': 'gp-visits@T1' },
            { 'name': 'n', 'path': 'gp-visits@T1 ~ windw@T0 + age@T2' } ] }
        """;

    InvalidInputException e = assertThrows(InvalidInputException.class, () -> wide(plan));

    List<String> lines = e.getMessage().lines().toList();
    assertEquals(
        "models[0].x (line 5, column 25): there is no column agee@T0 (did you mean age@T0?);"
            + " there are 19 columns",
        lines.get(0));
    assertEquals(
        "models[1].path (line 6, column 28): there is no column windw@T0 (did you mean"
            + " window@T0?); there are 19 columns",
        lines.get(1));
    assertEquals(
        "models[1].path (line 6, column 28): there is no column age@T2 (did you mean"
            + " age@T0 or age@T1?); there are 19 columns",
        lines.get(2));
    assertEquals(
        "labels.gp-vists@T1 (line 3, column 30): there is no column gp-vists@T1 (did you mean"
            + " gp-visits@T1?); there are 23 columns",
        lines.get(3));
    assertEquals(5, lines.size());
  }

  @Test
  void whatIsThePersonsIsAskedForWithoutAWave() {
    String plan =
        """
        { 'data': { 'id': 'id', 'wave': 'wave', 'waves': ['T0', 'T1'] }, 'person': ['window'],
          'models': [ { 'name': 'n', 'path': 'visits@T1 ~ window@T0 + age@T0' } ] }
        """;

    InvalidInputException e = assertThrows(InvalidInputException.class, () -> wide(plan));

    assertEquals(
        "models[0].path (line 2, column 38): there is no column window@T0: it is the participant's"
            + " and has no wave: name it window",
        e.getMessage());
  }
}
