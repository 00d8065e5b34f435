package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.OutcomesDocument;
import org.socialcure.examples.study.document.StudyDocument;

/** Walks the table of the plans' README: fields of outcomes with each other and with the data. */
class OutcomesWithOptionsTest {
  private static final Map<String, String> FIELDS = fields();

  /** What a field cannot be without. */
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          "directions", List.of("scales"),
          "references", List.of("scales"),
          "important", List.of("scales"),
          "cases", List.of("scales"),
          "entry", List.of("scales"),
          "reference", List.of("groups"),
          "adjust", List.of("groups"),
          "family", List.of("percent"),
          "intervals", List.of("percent"),
          "utilities", List.of("times"));

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("scales", "[\"mood\"]");
    fields.put("directions", "{\"mood\": \"higher-is-better\"}");
    fields.put("services", "[\"gp\"]");
    fields.put("groups", "[\"sex\"]");
    fields.put("reference", "{\"sex\": \"woman\"}");
    fields.put("pairs", "[[\"t0\", \"t2\"]]");
    fields.put("adjust", "[\"age\"]");
    fields.put("per", "\"year\"");
    fields.put("percent", "[\"totals\", \"model\"]");
    fields.put("family", "\"negbin\"");
    fields.put("intervals", "[\"percentile\"]");
    fields.put(
        "costs",
        "{\"gp\": {\"unit\": 40, \"currency\": \"GBP\", \"year\": 2024, \"source\": \"made up\"}}");
    fields.put("rose", "\"clubs\"");
    fields.put("referral", "{\"column\": \"referred\", \"assessed\": \"day\"}");
    fields.put(
        "areas",
        "{\"columns\": [\"home\", \"work\"], \"direction\": \"higher-is-better\", \"cut\": 2}");
    fields.put(
        "profiles", "{\"columns\": [\"home\", \"work\"], \"direction\": \"higher-is-better\"}");
    fields.put("utilities", "\"u\"");
    fields.put("times", "{\"t0\": 0, \"t1\": 6, \"t2\": 12}");
    fields.put(
        "references",
        "{\"mood\": {\"sd\": 2, \"sdOf\": \"x\", \"reliability\": 0.8, \"source\": \"made up\"}}");
    fields.put("important", "{\"mood\": {\"points\": 1, \"source\": \"made up\"}}");
    fields.put("cases", "{\"mood\": {\"atMost\": 4, \"source\": \"made up\"}}");
    fields.put("comparison", "{\"column\": \"arm\", \"control\": \"usual\"}");
    fields.put(
        "entry",
        "{\"mood\": {\"atMost\": 6, \"mean\": 6, \"sd\": 2, \"retest\": 0.6, \"source\": \"x\"}}");
    return fields;
  }

  private static String outcomes(Set<String> names) {
    return FIELDS.entrySet().stream()
        .filter(field -> names.contains(field.getKey()))
        .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String plan(String data, String outcomes, String models) {
    return """
        { "data": { "id": "id", "wave": "wave", "waves": ["t0", "t1", "t2"]%s },
          "groups": [ { "name": "clubs", "kinds": ["c1", "c2"] } ],
          "services": [
            { "name": "gp", "count": "gp", "window": "months", "service": "gp-visit" } ],
          "outcomes": %s, "models": [%s] }
        """
        .formatted(data, outcomes, models);
  }

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "wave",
          "sex",
          "arm",
          "age",
          "referred",
          "day",
          "gp",
          "months",
          "mood",
          "home",
          "work",
          "u",
          "c1",
          "c2",
          "weight");

  /** Fourteen people at three waves; some cells are empty. */
  private static String answers(String separator, String missing, String more) {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder(String.join(separator, COLUMNS) + "\n");
    for (int person = 0; person < 14; person++) {
      int age = 30 + random.nextInt(40);
      for (int wave = 0; wave < 3; wave++) {
        List<String> row =
            List.of(
                "p" + person,
                "t" + wave,
                person % 2 == 0 ? "woman" : "man",
                person % 3 == 0 ? "usual" : "new",
                Integer.toString(age),
                "2019-01-10",
                List.of("2019-01-09", "2019-07-15", "2020-01-12").get(wave),
                random.nextInt(12) == 0 ? missing : Integer.toString(random.nextInt(6)),
                wave == 0 ? "6" : "3",
                random.nextInt(12) == 0 ? missing : Integer.toString(random.nextInt(10)),
                Integer.toString(1 + random.nextInt(5)),
                Integer.toString(1 + random.nextInt(5)),
                Double.toString(random.nextInt(10) / 10.0),
                "hobby",
                random.nextBoolean() ? "sport" : "",
                Integer.toString(1 + person % 3));
        text.append(String.join(separator, row)).append("\n");
      }
    }
    return text + more;
  }

  private static Outcome run(String plan, String answers) throws IOException {
    Path folder = Files.createTempDirectory("outcomes");
    Path data = folder.resolve("data.csv");
    Path file = folder.resolve("plan.json");
    try {
      Files.writeString(data, answers);
      Files.writeString(file, plan);
      return Job.of(Optional.of(data), file).run();
    } finally {
      Files.deleteIfExists(data);
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static OutcomesDocument told(Outcome outcome) {
    return outcome.document().outcomes().orElseThrow();
  }

  @Provide
  Arbitrary<Set<String>> someFields() {
    return Arbitraries.of(FIELDS.keySet()).set().ofMinSize(1).ofMaxSize(6);
  }

  /** Every field goes with every other: what each adds is there, and what is written is read. */
  @Property(tries = 25, seed = "8")
  void fieldsGoWithEachOther(@ForAll("someFields") Set<String> chosen) throws IOException {
    Set<String> names = new TreeSet<>(chosen);
    chosen.forEach(name -> names.addAll(NEEDS.getOrDefault(name, List.of())));
    Outcome outcome = run(plan("", outcomes(names), ""), answers(",", "", ""));
    OutcomesDocument found = told(outcome);
    assertEquals(names.contains("scales"), !found.batteries().isEmpty(), names.toString());
    assertEquals(names.contains("costs"), !found.costs().isEmpty(), names.toString());
    assertEquals(names.contains("referral"), !found.referrals().isEmpty(), names.toString());
    assertEquals(names.contains("areas"), !found.areas().isEmpty(), names.toString());
    assertEquals(names.contains("profiles"), !found.profiles().isEmpty(), names.toString());
    assertEquals(names.contains("utilities"), !found.qalys().isEmpty(), names.toString());
    assertEquals(names.contains("cases"), !found.cases().isEmpty(), names.toString());
    assertEquals(names.contains("entry"), !found.regression().isEmpty(), names.toString());
    assertEquals(names.contains("groups"), !found.contacts().isEmpty(), names.toString());
    assertEquals(
        names.contains("scales") && names.contains("comparison"),
        !found.controlled().isEmpty(),
        names.toString());
    assertEquals(
        (names.contains("pairs") ? 1 : 2) * (names.contains("rose") ? 2 : 1),
        outcome.document().contacts().size(),
        names.toString());
    String json = Json.write(outcome.document());
    assertEquals(List.of(), ResultSchema.errors(json), names.toString());
    assertEquals(outcome.document(), Json.read(json, StudyDocument.class), names.toString());
    assertTrue(StudyReport.page(outcome).html().contains("Outcomes"));
  }

  /** How a file is written, filters and codes, and what models ask for, change no outcome. */
  @Test
  void optionsOfTheDataAndOfModelsChangeNoOutcome() throws IOException {
    String all = outcomes(FIELDS.keySet());
    OutcomesDocument expected = told(run(plan("", all, ""), answers(",", "", "")));
    String pilot = answers(",", "", "").split("\n")[1].replace("p0,", "pilot,") + "\n";
    Map<String, Outcome> same = new LinkedHashMap<>();
    same.put("separator", run(plan(", \"separator\": \";\"", all, ""), answers(";", "", "")));
    same.put("missing", run(plan(", \"missing\": [-99]", all, ""), answers(",", "-99", "")));
    same.put(
        "where",
        run(plan(", \"where\": {\"id\": {\"not\": \"pilot\"}}", all, ""), answers(",", "", pilot)));
    same.put("invalid", run(plan(", \"invalid\": \"missing\"", all, ""), answers(",", "", "")));
    OutcomesDocument labelled =
        told(run(plan(", \"waveLabels\": {\"t0\": \"then\"}", all, ""), answers(",", "", "")));
    assertEquals(expected.batteries(), labelled.batteries());
    assertEquals(expected.cases(), labelled.cases());
    assertTrue(
        labelled.regression().get(0).contains("from then"), labelled.regression().toString());
    String model =
        "{\"name\": \"m\", \"path\": \"mood@t2 ~ mood@t0 + age\", \"bootstrap\": {\"replicates\":"
            + " 200}%s}";
    for (String option : List.of("weights", "cluster", "center")) {
      String value = option.equals("center") ? "products" : "weight";
      same.put(
          option,
          run(
              plan("", all, model.formatted(", \"" + option + "\": \"" + value + "\"")),
              answers(",", "", "")));
    }
    same.forEach((name, outcome) -> assertEquals(expected, told(outcome), name));
  }
}
