package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.internal.Words;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.document.ChangeDocument;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.mediation.report.ModelDocument.Equation;
import org.socialcure.mediation.report.ModelDocument.Term;
import org.socialcure.testsupport.Waves;

/**
 * The two plans of the repository on answers at two waves, against R: {@code lockdown.R} scores the
 * answers by the published rules and fits the equations with {@code lm}; its limits are those of
 * 100,000 resamples of its own.
 */
@Tag("ci")
class WavesTest {
  private static final double EXACT = 1e-10;

  /** Variables of the plans by the names that R has for them. */
  private static final Map<String, String> NAMES =
      Map.of(
          "(Intercept)", "(Intercept)",
          "social.during", "de-jong-gierveld-11.social@during",
          "emotional.during", "de-jong-gierveld-11.emotional@during",
          "ucla.before", "ucla-3.total@before",
          "ucla.during", "ucla-3.total@during",
          "anxiety.during", "dass-21.anxiety@during",
          "depression.before", "dass-21.depression@before",
          "depression.during", "dass-21.depression@during",
          "age", "age");

  @TempDir private Path folder;

  static List<Waves> waves() {
    return Waves.all();
  }

  private Map<String, Double> reference = Map.of();

  private static Map<String, Double> reference(Waves waves) {
    try (var in = WavesTest.class.getResourceAsStream(waves.name() + ".csv")) {
      Map<String, Double> values = new LinkedHashMap<>();
      new String(Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .skip(2)
          .forEach(
              line -> {
                int comma = line.lastIndexOf(',');
                values.put(line.substring(0, comma), Double.valueOf(line.substring(comma + 1)));
              });
      return values;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private StudyDocument run(Waves waves, String plan) throws IOException {
    reference = reference(waves);
    Path data = folder.resolve("answers.csv");
    Files.writeString(data, waves.csv());
    StringWriter err = new StringWriter();
    int code =
        Study.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "--data",
            data.toString(),
            "--plan",
            Path.of("plans", plan).toString(),
            "--out",
            folder.toString());
    assertEquals("", err.toString());
    assertEquals(0, code);
    String json = Files.readString(folder.resolve("result.json"));
    assertEquals(List.of(), ResultSchema.errors(json));
    return Json.read(json, StudyDocument.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waves")
  void planA(Waves waves) throws IOException {
    StudyDocument result = run(waves, "lockdown-a.json");
    ModelDocument model = result.models().get(0);

    checkChange(result);
    assertEquals(reference.get("a.n"), model.sample().rowsUsed());
    checkEquation("a.m", model.equations().get(0));
    checkEquation("a.y", model.equations().get(1));
    checkEffect("a.total", effect(model, "total"));
    checkEffect("a.direct", effect(model, "direct"));
    checkLimits(
        "a.indirect", indirect(model, "social.during", "emotional.during", "depression.during"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waves")
  void planB(Waves waves) throws IOException {
    StudyDocument result = run(waves, "lockdown-b.json");
    ModelDocument model = result.models().get(0);

    checkChange(result);
    assertEquals(reference.get("b.n"), model.sample().rowsUsed());
    checkEquation("b.m1", model.equations().get(0));
    checkEquation("b.m2", model.equations().get(1));
    checkEquation("b.y", model.equations().get(2));
    checkEffect("b.total", effect(model, "total"));
    checkEffect("b.direct", effect(model, "direct"));
    checkLimits("b.indirect1", indirect(model, "ucla.before", "ucla.during", "depression.during"));
    checkLimits(
        "b.indirect2", indirect(model, "ucla.before", "anxiety.during", "depression.during"));
    checkLimits(
        "b.serial",
        indirect(model, "ucla.before", "ucla.during", "anxiety.during", "depression.during"));
  }

  private void checkChange(StudyDocument result) {
    ChangeDocument change =
        result.changes().stream()
            .filter(it -> it.measure().equals("ucla-3.total"))
            .findFirst()
            .orElseThrow();
    near("change.n", change.n());
    near("change.meanFirst", change.meanFirst());
    near("change.sdFirst", change.sdFirst());
    near("change.meanLast", change.meanLast());
    near("change.sdLast", change.sdLast());
    near("change.meanDifference", change.meanDifference());
    near("change.lower", change.interval().orElseThrow().lower());
    near("change.upper", change.interval().orElseThrow().upper());
    near("change.dz", change.dz().orElseThrow());
  }

  private void checkEquation(String name, Equation equation) {
    near(name + "|r2", equation.r2().orElseThrow());
    int checked = 0;
    for (Map.Entry<String, String> variable : NAMES.entrySet()) {
      String row = name + "|" + variable.getKey() + "|";
      if (reference.containsKey(row + "estimate")) {
        Term term =
            equation.terms().stream()
                .filter(it -> it.name().equals(variable.getValue()))
                .findFirst()
                .orElseThrow();
        near(row + "estimate", term.estimate());
        near(row + "se", term.se());
        near(row + "t", term.t().orElseThrow());
        near(row + "p", term.p());
        near(row + "lower", term.interval().lower());
        near(row + "upper", term.interval().upper());
        checked++;
      }
    }
    assertEquals(equation.terms().size(), checked, name);
  }

  private void checkEffect(String name, ModelDocument.Effect effect) {
    near(name, effect.estimate());
  }

  /**
   * Both sides are Monte Carlo; R's spread is that of 10,000 replicates, its mean of ten such runs.
   */
  private void checkLimits(String name, ModelDocument.Effect effect) {
    near(name, effect.estimate());
    for (String side : List.of("lower", "upper")) {
      double own =
          side.equals("lower")
              ? effect.interval().orElseThrow().lower()
              : effect.interval().orElseThrow().upper();
      double spread = reference.get(name + "." + side + ".mcse");
      assertEquals(reference.get(name + "." + side), own, 4 * spread * Math.sqrt(1.1), name + side);
    }
  }

  private void near(String name, double value) {
    double expected = reference.get(name);
    assertEquals(expected, value, EXACT * Math.max(1, Math.abs(expected)), name);
  }

  private static ModelDocument.Effect effect(ModelDocument model, String kind) {
    return model.effects().stream()
        .filter(effect -> Words.of(effect.kind()).equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static ModelDocument.Effect indirect(ModelDocument model, String... path) {
    List<String> names = java.util.Arrays.stream(path).map(NAMES::get).toList();
    return model.effects().stream()
        .filter(effect -> effect.kind() == EffectKind.INDIRECT && effect.path().equals(names))
        .findFirst()
        .orElseThrow();
  }
}
