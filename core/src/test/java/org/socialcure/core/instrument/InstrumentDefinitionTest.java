package org.socialcure.core.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.json.Json;

/** Definitions as people write them by hand, right and wrong. */
class InstrumentDefinitionTest {
  private static final String FORM =
      """
      {
        "id": "own", "version": "1", "name": "Own four", "construct": "mood",
        "options": { "from": 0, "to": 3, "labels": { "0": "never", "3": "always" } },
        "items": [
          { "id": "sad", "label": "sad" },
          { "id": "glad", "label": "glad", "keying": "reversed" },
          { "id": "tired", "label": "tired" },
          { "id": "lost", "label": "lost", "options": [{ "label": "No", "value": 0 }, { "label": "Yes", "value": 1 }] }
        ],
        "scales": [
          {
            "id": "low-mood", "items": [1, 2, "tired"], "direction": "higher-is-worse",
            "scoring": { "kind": "linear", "of": "sum", "times": 2 },
            "missing": { "kind": "prorate", "atLeast": 2 },
            "bandSchemes": [
              { "id": "ours", "source": "our service", "bands": [{ "label": "fine" }, { "label": "poor", "above": 9 }] }
            ]
          },
          { "id": "lost", "items": ["lost"], "direction": "neutral", "scoring": "single" }
        ]
      }
      """;

  private static Instrument read(String text) {
    return Json.read(text, Instrument.class);
  }

  private static List<Problem> refused(String text) {
    return assertThrows(InvalidInputException.class, () -> read(text)).problems();
  }

  @Test
  void whatIsLeftOutHasADefault() {
    Instrument own = read(FORM);
    assertEquals(List.of(1, 2, 3, 4), own.items().stream().map(Item::number).toList());
    assertEquals(
        List.of("never", "1", "2", "always"),
        own.item("sad").options().stream().map(AnswerOption::label).toList());
    assertEquals("point-2", own.item("sad").options().get(2).id());
    assertEquals(
        List.of("no", "yes"), own.item("lost").options().stream().map(AnswerOption::id).toList());
    Scale mood = own.scale("low-mood");
    assertEquals(List.of("sad", "glad", "tired"), mood.items());
    assertEquals("Low mood", mood.label());
    assertEquals("Own four", own.label());
    assertEquals("Low mood (Own four)", own.label(mood, Optional.empty()));
    assertEquals("worse", mood.higherMeans());
    assertEquals(new ScoringRule.Linear(new ScoringRule.Sum(), 2, 0), mood.scoring());
    assertEquals(new MissingRule.Prorate(2), mood.missing());
    assertEquals(new MissingRule.AllRequired(), own.scale("lost").missing());
    assertEquals(new Range(0, 18), own.range(mood));
    assertEquals("poor", mood.defaultBands().orElseThrow().band(9.5).label());
    assertEquals("fine", mood.defaultBands().orElseThrow().band(9).label());
    assertEquals(Evidence.NOT_STATED, mood.defaultBands().orElseThrow().evidence());
    assertEquals(Evidence.NOT_STATED, own.evidence(Fact.ITEMS));
    assertEquals(Licence.Status.LABELS, own.licence().status());
    assertEquals(Targeting.NONE, own.targeting());
    assertTrue(own.mainScale().isEmpty());
    assertEquals(own, read(Json.write(own)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"construct\": \"mood\", | | construct",
        "\"version\": \"1\" | \"version\": 1 | version",
        "\"version\": \"1\" | \"version\": \"\" | version",
        "\"id\": \"own\" | \"id\": \"Own\" | id",
        "\"id\": \"own\" | \"id\": \"own\", \"author\": \"me\" | author",
        "\"id\": \"own\" | \"id\": \"own\", \"id\": \"own\" | $",
        "\"id\": \"own\" | \"id\": \"own\", \"main\": \"total\" | main",
        "\"id\": \"own\" | \"id\": \"own\", \"evidence\": { \"scoring\": \"one\" } | evidence.scoring",
        "\"id\": \"own\" | \"id\": \"own\", \"evidence\": { \"items\": 2 } | evidence.items",
        "\"label\": \"sad\" | \"label\": \" \" | items[0].label",
        "\"id\": \"glad\" | \"id\": \"sad\" | items[1].id",
        "\"keying\": \"reversed\" | \"keying\": \"REVERSED\" | items[1].keying",
        "\"keying\": \"reversed\" | \"keying\": 1 | items[1].keying",
        "\"keying\": \"reversed\" | \"number\": 1 | items[1].number",
        "\"keying\": \"reversed\" | \"number\": 1.5 | items[1].number",
        "\"keying\": \"reversed\" | \"wording\": \" \" | items[1].wording",
        "\"keying\": \"reversed\" | \"counted\": [\"yes\"] | items[1].counted[0]",
        "\"to\": 3 | \"to\": 0 | options",
        "\"to\": 3 | \"to\": 2 | options",
        "\"label\": \"No\", \"value\": 0 | \"label\": \"No\" | items[3].options",
        "\"label\": \"No\", \"value\": 0 | \"label\": \"No\", \"value\": 1 | items[3].options[1].value",
        "\"label\": \"No\", \"value\": 0 | \"label\": \"Yes\", \"value\": 0 | items[3].options[1].id",
        "\"label\": \"No\", \"value\": 0 | \"label\": \"??\", \"value\": 0 | items[3].options[0]",
        "\"label\": \"No\", \"value\": 0 | \"label\": \"No\", \"value\": \"0\" | items[3].options[0].value",
        "[1, 2, \"tired\"] | [1, 2, \"bored\"] | scales[0].items[2]",
        "[1, 2, \"tired\"] | [1, 2, 5] | scales[0].items[2]",
        "[1, 2, \"tired\"] | [1, 2, 1] | scales[0].items",
        "[1, 2, \"tired\"] | [] | scales[0].items",
        "\"times\": 2 | \"times\": 0 | scales[0].scoring.times",
        "\"times\": 2 | \"times\": 2, \"divided\": 3 | scales[0].scoring.divided",
        "\"times\": 2 | \"plus\": 2 | scales[0].scoring.times",
        "\"of\": \"sum\" | \"of\": \"total\" | scales[0].scoring.of",
        "\"of\": \"sum\" | \"of\": \"count\" | scales[0].scoring",
        "\"of\": \"sum\" | \"of\": \"single\" | scales[0].items",
        "\"atLeast\": 2 | \"atLeast\": 4 | scales[0].missing.atLeast",
        "\"atLeast\": 2 | \"atLeast\": 2.5 | scales[0].missing.atLeast",
        "\"atLeast\": 2 | \"missing\": 2 | scales[0].missing.atLeast",
        "\"prorate\", \"atLeast\" | \"at-most\", \"missing\" | scales[0].missing",
        "\"prorate\", \"atLeast\": 2 | \"never\" | scales[0].missing.kind",
        "\"direction\": \"neutral\" | \"direction\": \"up\" | scales[1].direction",
        "\"direction\": \"neutral\", | | scales[1].direction",
        "\"id\": \"lost\", \"items\" | \"id\": \"low-mood\", \"items\" | scales[1].id",
        "\"source\": \"our service\", | | scales[0].bandSchemes[0].source",
        "\"source\": \"our service\" | \"source\": \"s\", \"evidence\": \"memory-only\" | scales[0].bandSchemes[0].use",
        "\"above\": 9 | \"above\": 19 | scales[0].bandSchemes[0].bands[1]",
        "\"above\": 9 | \"above\": 9, \"from\": 9 | scales[0].bandSchemes[0].bands[1].above",
        ", \"above\": 9 | | scales[0].bandSchemes[0].bands[1]"
      })
  void namesThePathOfWhatIsWrong(String right, String wrong, String path) {
    assertTrue(FORM.contains(right), "the form does not hold " + right);
    List<Problem> problems =
        refused(
            FORM.replaceFirst(
                Pattern.quote(right), Matcher.quoteReplacement(wrong == null ? "" : wrong)));
    assertTrue(problems.stream().anyMatch(p -> p.where().equals(path)), problems.toString());
  }

  /** The example in the documentation of the package. */
  @Test
  void aSmallDefinitionNeedsFewWords() {
    Instrument tea =
        read(
            """
            {
              "id": "tea-room", "version": "2026", "name": "Tea room questions", "construct": "feeling at home",
              "options": { "from": 1, "to": 5, "labels": { "1": "never", "5": "always" } },
              "items": [
                { "id": "welcome", "label": "feels welcome" },
                { "id": "stranger", "label": "feels like a stranger", "keying": "reversed" }
              ],
              "scales": [
                { "id": "total", "scoring": "mean", "direction": "higher-is-better", "higherMeans": "more at home" }
              ]
            }
            """);
    Scale total = tea.mainScale().orElseThrow();
    assertEquals(new Range(1, 5), tea.range(total));
    assertEquals(List.of("welcome", "stranger"), total.items());
    assertEquals("more at home", total.higherMeans());
  }

  @Test
  void namesAllProblemsAtOnce() {
    List<Problem> problems =
        refused(
            FORM.replace("\"version\": \"1\"", "\"version\": 1, \"colour\": \"blue\"")
                .replace("\"label\": \"sad\"", "\"label\": \"\"")
                .replace("\"atLeast\": 2", "\"atLeast\": 9")
                .replace("\"direction\": \"neutral\"", "\"direction\": \"up\""));
    assertEquals(
        List.of(
            "version",
            "items[0].label",
            "scales[0].missing.atLeast",
            "scales[1].direction",
            "colour"),
        problems.stream().map(Problem::where).toList());
    assertTrue(
        problems.get(3).message().contains("higher-is-better, higher-is-worse or neutral"),
        problems.toString());
    assertEquals(
        List.of(2, 5, 14, 19, 2),
        problems.stream().map(p -> p.position().orElseThrow().line()).toList(),
        problems.toString());
  }

  @Test
  void problemsOfPartsDoNotHideThoseBetweenThem() {
    String definition =
        """
        {
          "id": "tea", "version": "1", "name": "Tea", "construct": "tea",
          "options": [{ "value": 0, "label": "No" }, { "value": 1, "label": "Yes" }],
          "items": [
            { "id": "hot", "label": "hot" },
            { "id": "hot", "label": "hot again" },
            { "id": "sweet", "label": "sweet", "keying": "reversed",
              "options": [{ "id": "a", "label": "a" }, { "id": "b", "label": "b" }] },
            { "id": "milk", "label": "with milk" }],
          "scales": [
            { "id": "all", "items": ["hot", "sweet", "cold", 9], "scoring": "sum", "direction": "neutral" },
            { "id": "table", "items": ["hot", "milk"], "direction": "neutral",
              "scoring": { "kind": "table", "of": "sum", "table": { "0": 0, "2": 9 } } },
            { "id": "bands", "items": ["hot", "milk"], "scoring": "sum", "direction": "neutral",
              "bandSchemes": [{ "id": "b", "source": "us",
                "bands": [{ "label": "x" }, { "label": "y", "from": 2 }, { "label": "z", "from": 1 }] }] }]
        }
        """;
    assertEquals(
        List.of(
            "items[2].keying",
            "items[1].id",
            "scales[2].bandSchemes[0].bands[2]",
            "scales[0].items[2]",
            "scales[1].scoring.table"),
        refused(definition).stream().map(Problem::where).toList());
  }

  @Test
  void aTableHoldsOneEntryForEveryResult() {
    String table =
        FORM.replace(
                "{ \"kind\": \"linear\", \"of\": \"sum\", \"times\": 2 }",
                "{ \"kind\": \"table\", \"of\": \"sum\", \"table\": { \"0\": 0, \"1\": 1.5, \"10\": 3 } }")
            .replace("{ \"kind\": \"prorate\", \"atLeast\": 2 }", "\"all-required\"");
    List<String> where = refused(table).stream().map(Problem::where).toList();
    // Sums run from 0 to 9; 2 to 9 have no entry and 10 cannot occur.
    assertEquals(9, where.size(), where.toString());
    assertTrue(where.contains("scales[0].scoring.table.10"), where.toString());
  }

  @Test
  void aTableGoesWithCompleteFormsOnly() {
    String table =
        FORM.replace(
            "{ \"kind\": \"linear\", \"of\": \"sum\", \"times\": 2 }",
            "{ \"kind\": \"table\", \"of\": \"sum\", \"table\": { \"0\": 0 } }");
    assertEquals(
        List.of("scales[0].missing"), refused(table).stream().map(Problem::where).toList());
  }

  @Test
  void itemsWithoutValuesCanBeCountedOnly() {
    String words =
        """
        { "id": "w", "version": "1", "name": "Words", "construct": "c",
          "options": [{ "label": "Yes" }, { "label": "No" }],
          "items": [{ "id": "a", "label": "a", "counted": ["yes"] }, { "id": "b", "label": "b" }],
          "scales": [{ "id": "t", "items": ["a"], "scoring": "count", "direction": "neutral" }] }
        """;
    assertEquals(new Range(0, 1), read(words).range(read(words).scale("t")));
    assertEquals(
        List.of("scales[0].scoring"),
        refused(words.replace("\"count\"", "\"sum\"")).stream().map(Problem::where).toList());
    assertEquals(
        List.of("scales[0].scoring"),
        refused(words.replace("[\"a\"]", "[\"a\", \"b\"]")).stream().map(Problem::where).toList());
    assertEquals(
        List.of("items[1].keying"),
        refused(words.replace("\"label\": \"b\"", "\"label\": \"b\", \"keying\": \"reversed\""))
            .stream()
            .map(Problem::where)
            .toList());
  }
}
