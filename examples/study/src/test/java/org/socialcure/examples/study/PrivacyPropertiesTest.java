package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.Ucla3;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.Widening;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.json.Json;
import org.socialcure.core.person.Assessment;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.Participant;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.mediation.Mediation;
import org.socialcure.mediation.MediationModel;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.CategoricalCoding.Scheme;
import org.socialcure.mediation.model.Family;
import org.socialcure.scoring.BatchScorer;
import org.socialcure.scoring.Scorer;

/**
 * Whatever stands in a file and however wrong it is, no refusal gives any of it away: not the
 * cells, not the identifiers, not the names of columns, items and fields that nobody asked for.
 */
class PrivacyPropertiesTest {
  /** Stands in everything that is somebody's own; no message has a reason to hold it. */
  private static final String SECRET = "xqzj";

  private static final List<String> WAVES = List.of("t0", "t1");

  /** What happens in one try; counts refusals, so that a test of none would be seen. */
  private final AtomicInteger refusals = new AtomicInteger();

  private void discreet(Runnable step) {
    try {
      step.run();
    } catch (InvalidInputException refused) {
      refusals.incrementAndGet();
      StringBuilder said = new StringBuilder();
      for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
        said.append(cause).append('\n');
        for (Throwable beside : cause.getSuppressed()) {
          said.append(beside).append('\n');
        }
      }
      refused.problems().forEach(problem -> said.append(problem).append('\n'));
      assertSecret(said.toString());
    }
  }

  private static void assertSecret(String said) {
    assertFalse(said.toLowerCase(Locale.ROOT).contains(SECRET), said);
  }

  /** A file about people in which anything may be somebody's own words. */
  private static final class HostileFile {
    private final SplittableRandom random;
    private final List<String> genders;
    private int number;

    HostileFile(long seed) {
      random = new SplittableRandom(seed);
      genders = List.of(secret(), secret());
    }

    String secret() {
      number++;
      String[] forms = {
        SECRET + number,
        number + SECRET,
        "  " + SECRET.toUpperCase(Locale.ROOT) + number,
        SECRET + "@" + number,
        number + " - " + SECRET,
        "2019-01-0" + number % 9 + SECRET,
        SECRET + "[" + number + "]." + SECRET,
        SECRET + number + "]:[" + SECRET
      };
      return forms[random.nextInt(forms.length)];
    }

    boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    String csv() {
      List<String> lines = new ArrayList<>();
      int damage = random.nextInt(12);
      List<String> header =
          new ArrayList<>(
              List.of("id", "wave", "arm", "bel", "lon", "age", "gender", "u1", "u2", "u3"));
      int own = random.nextInt(3);
      for (int i = 0; i < own; i++) {
        header.add(chance(20) ? header.get(header.size() - 1) : secret());
      }
      boolean headed = !chance(15);
      if (headed) {
        lines.add(String.join(",", header));
      }
      for (int person = 0; person < 16; person++) {
        String id = chance(5) ? "" : secret();
        for (String wave : WAVES) {
          List<String> row = new ArrayList<>(List.of(id, chance(damage) ? secret() : wave));
          for (int column = 2; column < header.size(); column++) {
            row.add(chance(damage) ? secret() : ordinary(header.get(column)));
          }
          if (chance(2)) {
            row.add(secret());
          }
          if (chance(2)) {
            row.set(2, "\"" + secret());
          }
          lines.add(String.join(",", row));
          if (chance(3)) {
            lines.add(String.join(",", row));
          }
        }
      }
      return String.join("\n", lines) + "\n";
    }

    private String ordinary(String column) {
      return switch (column) {
        case "arm" -> Integer.toString(random.nextInt(2));
        case "gender" -> any(genders);
        case "u1", "u2", "u3" -> Integer.toString(1 + random.nextInt(3));
        case "age" -> Integer.toString(20 + random.nextInt(60));
        default -> String.format(Locale.ROOT, "%.2f", random.nextDouble() * 10);
      };
    }

    <T> T any(List<T> choices) {
      return choices.get(random.nextInt(choices.size()));
    }
  }

  @Property(tries = 150)
  void filesAreReadPreparedScoredAndFittedInDiscretion(@ForAll long seed) {
    HostileFile file = new HostileFile(seed);
    String csv = file.csv();
    discreet(() -> Dataset.readCsv(new StringReader(csv), CsvOptions.defaults().withText("idd")));
    discreet(
        () -> {
          Dataset data =
              Dataset.readCsv(
                  new StringReader(csv),
                  file.chance(50)
                      ? CsvOptions.defaults()
                      : CsvOptions.defaults().withText("id").withMissing("", "NA"));
          use(data, file);
        });
  }

  private void use(Dataset data, HostileFile file) {
    for (String name : List.of("age", "bel", "gender", "zz", "agee")) {
      discreet(() -> data.numbers(name));
      discreet(() -> data.number(name, 0));
      discreet(() -> data.filter(name, value -> value > 0));
      discreet(() -> data.select(name, name));
      discreet(() -> data.withRole(ColumnRole.PERSON, name));
      discreet(() -> data.withLabels(Map.of(name, " ")));
      discreet(() -> data.rename(name, "id"));
    }
    discreet(() -> data.append(Dataset.of(Map.of("age", new double[] {1}))));
    discreet(() -> data.append(data.without("age")));
    for (String pattern : List.of("u{n}", "v{n}")) {
      BatchScorer scorer =
          Scorer.batch().instrument(Instruments.UCLA_3, pattern).keep("id", "wave", "age");
      discreet(() -> scorer.score(data));
      discreet(() -> scorer.keep("agee", "age").score(data));
      discreet(
          () ->
              Scorer.batch()
                  .instrument(Instruments.UCLA_3, pattern, Coding.of("1=1", "2=2"))
                  .score(data));
    }
    Widening byWave = Widening.by("id", "wave");
    discreet(() -> data.widen(byWave));
    discreet(() -> data.widen(byWave.waves("T0", "t1").person("age", "gender")));
    discreet(() -> data.widen(byWave.waves(WAVES).person("age").measures("bel", "lon")));
    discreet(() -> data.widen("wave", "id"));
    discreet(() -> data.widen("bel", "gender"));
    discreet(() -> fit(data.filterText("wave", WAVES.get(0)::equals), "", file));
    discreet(() -> fit(data.widen(byWave.waves(WAVES)), "@" + file.any(WAVES), file));
  }

  private void fit(Dataset data, String wave, HostileFile file) {
    for (String covariate : List.of("age", "gender", "id", "zz")) {
      MediationModel model =
          Mediation.from("arm" + wave)
              .through("bel" + wave)
              .to("lon" + wave)
              .adjustingFor(covariate + wave)
              .build();
      CategoricalCoding coding = CategoricalCoding.of(Scheme.INDICATOR);
      discreet(() -> model.fit(data));
      discreet(() -> model.withCoding(covariate + wave, coding.startingWith("zz")).fit(data));
      discreet(() -> model.withCoding(covariate + wave, coding).fit(data));
      discreet(() -> model.withCoding("lon" + wave, coding).fit(data));
      discreet(
          () ->
              model.withEvent("lon" + wave, "zz").withFamily("lon" + wave, Family.LOGIT).fit(data));
      discreet(() -> model.withFamily("lon" + wave, Family.POISSON).fit(data));
      discreet(() -> model.withWeights(covariate + wave).fit(data));
      discreet(() -> model.withClusters("id").fit(data, Bootstrap.percentile(20)));
      discreet(() -> model.fit(data, Bootstrap.percentile(20).withStrata(covariate + wave)));
      discreet(() -> model.fit(data).indirect("zz"));
      discreet(() -> model.fit(data).effect("zz"));
      discreet(() -> model.fit(data).conditional(Map.of("zz", 1.0)));
    }
    assertTrue(file.number >= 0);
  }

  @Property(tries = 60)
  void theStudyCommandIsDiscreet(@ForAll long seed) throws IOException {
    HostileFile file = new HostileFile(seed);
    Path folder = Files.createTempDirectory("discreet");
    Path data = folder.resolve("answers.csv");
    Path plan = folder.resolve("plan.json");
    Files.writeString(data, file.csv());
    Files.writeString(plan, plan(file));
    StringWriter err = new StringWriter();
    Study.run(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err, true),
        "--data",
        data.toString(),
        "--plan",
        plan.toString(),
        "--out",
        folder.resolve("out").toString());
    assertSecret(err.toString());
    assertFalse(err.toString().contains("\tat "), err.toString());
    try (var left = Files.walk(folder)) {
      left.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(it -> it.delete());
    }
  }

  private static String plan(HostileFile file) {
    String data =
        file.any(
            List.of(
                "'id': 'id', 'wave': 'wave', 'waves': ['t0', 't1']",
                "'id': 'id', 'wave': 'wave', 'waves': ['T0', 'T1'], 'invalid': 'missing'",
                "'id': 'id'",
                ""));
    String at = data.contains("t0") ? "@t1" : "";
    String model =
        String.format(
            "'name': 'm', 'x': 'arm%1$s', 'mediators': ['bel%1$s'], 'y': 'lon%1$s',"
                + " 'covariates': ['%2$s'], 'bootstrap': {'replicates': 20} %3$s",
            at,
            file.any(List.of("age", "gender", "age" + at, "agee", "zz", "id")),
            file.any(
                List.of(
                    "",
                    ", 'event': 'zz'",
                    ", 'coding': {'gender': {'scheme': 'indicator', 'first': ['zz']}}",
                    ", 'se': 'cluster', 'cluster': 'id'",
                    ", 'family': 'logit'")));
    return String.format(
            "{'data': {%s}, 'instruments': [{'instrument': 'ucla-3', 'columns': '%s'}], %s"
                + " 'models': [{%s}]}",
            data,
            file.any(List.of("u{n}", "v{n}")),
            file.any(
                List.of(
                    "",
                    "'services': [{'name': 'v', 'count': 'age', 'window': 'bel'}],",
                    "'groups': [{'name': 'g', 'kinds': ['gender', 'bel']}],")),
            model)
        .replace('\'', '"');
  }

  @Property(tries = 300)
  void jsonIsReadInDiscretion(@ForAll long seed) {
    HostileFile file = new HostileFile(seed);
    String form = responses(file);
    String typed =
        "{" + pairs(file, List.of("companionship", "leftOut", "isolated", "isolatd")) + "}";
    String assessment =
        "{'wave': 't0', 'responses': ["
            + form
            + "], "
            + pairs(file, List.of("date", "groups"))
            + "}";
    String person =
        "{'key': '"
            + file.secret()
            + "', 'prescriptions': [], 'assessments': ["
            + assessment
            + "]}";
    List<String> texts = List.of(form, typed, assessment, person, broken(file, form));
    for (String text : texts) {
      String json = text.replace('\'', '"');
      for (Class<?> type :
          List.of(
              Responses.class,
              Ucla3.class,
              Assessment.class,
              Participant.class,
              Cohort.class,
              Optional.class)) {
        if (type != Optional.class) {
          discreet(() -> assertSecret(Json.read(json, type).toString().replace(keyOf(json), "")));
        }
      }
    }
    discreet(
        () ->
            Plan.read(
                "{'data': {'invalid': '%s'}, 'models': [{'name': 'm', 'family': '%1$s'}]}"
                    .replace("%s", file.secret())
                    .replace("%1$s", file.secret())
                    .replace('\'', '"')));
    discreet(() -> Instruments.get(file.secret()));
    discreet(() -> Instruments.UCLA_3.item(file.secret()));
    discreet(() -> Instruments.UCLA_3.scale(file.secret()));
    Map<String, Answer> answers = new LinkedHashMap<>();
    answers.put(file.secret(), Answer.Missing.DECLINED);
    discreet(() -> Responses.of(Instruments.UCLA_3, Optional.empty(), answers));
    String item = file.secret();
    discreet(
        () ->
            Responses.builder(Instruments.UCLA_3)
                .option(item, file.secret())
                .option("left-out", file.secret())
                .value(item, 1)
                .build());
  }

  /** A key is what a participant is called and told by; it is no answer. */
  private static String keyOf(String json) {
    int at = json.indexOf("\"key\": \"");
    return at < 0 ? "\u0000" : json.substring(at + 8, json.indexOf('"', at + 8));
  }

  private static String responses(HostileFile file) {
    return "{'instrument': '"
        + (file.chance(80) ? "ucla-3" : file.secret())
        + "', 'answers': {"
        + pairs(file, List.of("companionship", "left-out", "isolated", "isolatd"))
        + "}"
        + (file.chance(30) ? ", '" + file.secret() + "': {'" + file.secret() + "': 1}" : "")
        + "}";
  }

  private static String pairs(HostileFile file, List<String> names) {
    return names.stream()
        .map(
            name ->
                "'"
                    + (file.chance(20) ? file.secret() : name)
                    + "': "
                    + file.any(
                        Arrays.asList(
                            "1",
                            "2",
                            "null",
                            "'" + file.secret() + "'",
                            "{'missing': '" + file.secret() + "'}",
                            "['" + file.secret() + "']")))
        .collect(Collectors.joining(file.chance(90) ? ", " : ", 'isolated': 1, 'isolated': 2, "));
  }

  private static String broken(HostileFile file, String json) {
    int at = file.random.nextInt(json.length());
    return json.substring(0, at)
        + file.any(List.of(SECRET, "'", "}", ",", "\\" + SECRET, "9" + SECRET))
        + json.substring(at);
  }

  @Property(tries = 1)
  void thisTestSeesRefusals() {
    for (int seed = 1; seed <= 5; seed++) {
      filesAreReadPreparedScoredAndFittedInDiscretion(seed);
      jsonIsReadInDiscretion(seed);
    }
    Assertions.assertTrue(refusals.get() > 250, "refusals: " + refusals);
  }
}
