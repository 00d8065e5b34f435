package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.FittedEquation;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.process.ModeratorLetter;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;
import org.socialcure.mediation.regression.RegressionFit;

/**
 * The effects of every template against brute force: the fitted equations are run without noise at
 * two values of the exposure, whose difference may travel along one path only.
 */
@Tag("ci")
class TemplateEffectsTest {
  private static final double TOLERANCE = 1e-8;
  private static final double STEP = 1e-3;
  private static final int ROWS = 300;
  private static final Dataset DATA = data();

  static List<ProcessTemplate> templates() {
    return ProcessTemplate.all();
  }

  /** Variables that depend on one another a little, all products included. */
  private static Dataset data() {
    Random random = new Random(1976);
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (String name : List.of("w", "z", "v", "q", "x", "m1", "m2", "m3", "m4", "y")) {
      double[] column = new double[ROWS];
      for (int i = 0; i < ROWS; i++) {
        double product = 0;
        double sum = 0;
        for (double[] earlier : columns.values()) {
          sum += 0.2 * earlier[i];
          product = Math.tanh(earlier[i] * (1 - product));
        }
        column[i] = Math.tanh(sum) + product + random.nextGaussian();
      }
      columns.put(name, column);
    }
    return Dataset.of(columns);
  }

  private static MediationResult fit(ProcessTemplate template) {
    Map<ModeratorLetter, String> moderators = new EnumMap<>(ModeratorLetter.class);
    template.letters().forEach(l -> moderators.put(l, l.name().toLowerCase(Locale.ROOT)));
    List<String> mediators =
        !template.hasMediators()
            ? List.of()
            : switch (template.number()) {
              case 6, 80, 81 -> List.of("m1", "m2", "m3");
              case 82 -> List.of("m1", "m2", "m3", "m4");
              // Parallel mediators have the same paths; one of them has effects enough.
              default ->
                  template.number() == 4 || template.number() > 80
                      ? List.of("m1", "m2")
                      : List.of("m1");
            };
    return Mediation.of(template, new Roles("x", List.of(mediators), "y", moderators, List.of()))
        .withProbes(moderators.size() > 3 ? ProbeRule.values(0.6) : ProbeRule.values(-0.8, 1.1))
        .fit(DATA);
  }

  /** The fitted equations, run without noise. */
  private record Machine(MediationResult result) {
    double predict(String outcome, Map<String, Double> values) {
      RegressionFit fit = result.equation(outcome).fit();
      double sum = 0;
      for (int t = 0; t < fit.terms().size(); t++) {
        double product = fit.estimates()[t];
        if (!fit.terms().get(t).equals("(Intercept)")) {
          for (String factor : fit.terms().get(t).split(":")) {
            product *= values.get(factor);
          }
        }
        sum += product;
      }
      return sum;
    }

    /** All variables at given values of the exogenous ones; what is fixed stays. */
    Map<String, Double> run(Map<String, Double> fixed) {
      Map<String, Double> values = new HashMap<>(fixed);
      for (FittedEquation equation : result.equations()) {
        RegressionFit fit = equation.fit();
        if (!fixed.containsKey(fit.outcome())) {
          values.put(fit.outcome(), predict(fit.outcome(), values));
        }
      }
      return values;
    }

    /** What a step of the first variable of a path does to its last, along this path alone. */
    double along(List<String> path, Map<String, Double> fixed) {
      Map<String, Double> baseline = run(fixed);
      double changed = baseline.get(path.get(0)) + STEP;
      for (int i = 1; i < path.size(); i++) {
        Map<String, Double> values = new HashMap<>(baseline);
        values.put(path.get(i - 1), changed);
        changed = predict(path.get(i), values);
      }
      String last = path.get(path.size() - 1);
      return (changed - predict(last, baseline)) / STEP;
    }

    /** What a step of the exposure does by all ways. */
    double total(Map<String, Double> fixed) {
      Map<String, Double> stepped = new HashMap<>(fixed);
      stepped.merge("x", STEP, Double::sum);
      return (run(stepped).get("y") - run(fixed).get("y")) / STEP;
    }

    /** Exogenous variables at arbitrary values unless an effect fixes them. */
    Map<String, Double> at(Effect effect, double elsewhere) {
      Map<String, Double> values = new HashMap<>();
      for (String name : List.of("x", "w", "z", "v", "q")) {
        values.put(name, effect.at().getOrDefault(name, elsewhere));
        elsewhere = -0.7 * elsewhere + 0.1;
      }
      effect.at().forEach(values::putIfAbsent);
      return values;
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void effectsAreDifferencesOfTheFittedSystem(ProcessTemplate template) {
    Machine machine = new Machine(fit(template));
    Map<String, Integer> checked = new HashMap<>();
    for (Effect effect : machine.result().effects()) {
      // The values of variables on which the effect does not depend must not matter.
      for (double elsewhere : new double[] {0.4, -1.3}) {
        Map<String, Double> at = machine.at(effect, elsewhere);
        double expected =
            switch (effect.kind()) {
              case DIRECT, INDIRECT -> machine.along(effect.path(), at);
              case TOTAL -> machine.total(at);
              case TOTAL_INDIRECT ->
                  paths(machine.result()).stream()
                      .filter(path -> path.size() > 2)
                      .mapToDouble(path -> machine.along(path, at))
                      .sum();
              default -> effect.estimate();
            };
        assertEquals(
            expected,
            effect.estimate(),
            TOLERANCE * Math.max(1, Math.abs(expected)),
            effect.name());
      }
      checked.merge(Words.of(effect.kind()), 1, Integer::sum);
    }
    assertTrue(checked.containsKey("direct"), checked.toString());
    assertEquals(template.hasMediators(), checked.containsKey("indirect"), checked.toString());
    everyPathHasItsEffect(machine.result());
    indicesAreDifferencesOfConditionalEffects(machine);
    everyLinearModeratorHasItsIndex(machine);
  }

  private static void everyPathHasItsEffect(MediationResult result) {
    Set<String> shown = new TreeSet<>();
    result.effects().stream()
        .filter(e -> e.kind() == EffectKind.DIRECT || e.kind() == EffectKind.INDIRECT)
        .forEach(e -> shown.add(String.join(" ", e.path())));
    Set<String> all = new TreeSet<>();
    paths(result).forEach(path -> all.add(String.join(" ", path)));
    assertEquals(all, shown);
  }

  /** All ways from exposure to outcome along the terms of the fitted equations. */
  private static List<List<String>> paths(MediationResult result) {
    List<List<String>> all = new ArrayList<>();
    collect(result, List.of("x"), all);
    return all;
  }

  private static void collect(MediationResult result, List<String> path, List<List<String>> all) {
    String last = path.get(path.size() - 1);
    if (last.equals("y")) {
      all.add(path);
      return;
    }
    for (FittedEquation fitted : result.equations()) {
      RegressionFit equation = fitted.fit();
      if (equation.terms().contains(last)) {
        List<String> longer = new ArrayList<>(path);
        longer.add(equation.outcome());
        collect(result, longer, all);
      }
    }
  }

  /** Asking for values again gives the effects that are shown at them. */
  @ParameterizedTest
  @ValueSource(ints = {5, 8, 12, 21, 59, 74, 92})
  void askedValuesGiveTheShownEffects(int number) {
    MediationResult result = fit(ProcessTemplate.of(number));
    int found = 0;
    for (Effect effect : result.effects()) {
      if (effect.kind() == EffectKind.DIRECT || effect.kind() == EffectKind.INDIRECT) {
        List<Effect> again =
            result.conditional(effect.at()).stream()
                .filter(e -> e.kind().equals(effect.kind()) && e.path().equals(effect.path()))
                .filter(e -> e.at().equals(effect.at()))
                .toList();
        assertEquals(1, again.size(), effect.name());
        assertEquals(effect.estimate(), again.get(0).estimate(), effect.name());
        assertEquals(effect.classical(), again.get(0).classical(), effect.name());
        found++;
      }
    }
    assertTrue(found > 1, "effects found: " + found);
  }

  /** An index is the difference of the conditional effect by one unit of its moderators. */
  private static void indicesAreDifferencesOfConditionalEffects(Machine machine) {
    for (Effect effect : machine.result().effects()) {
      if (effect.kind().isIndex()) {
        List<String> by = moderators(effect);
        for (double elsewhere : new double[] {0.4, -1.3}) {
          Map<String, Double> at = machine.at(effect, elsewhere);
          double expected = mixedDifference(machine, effect.path(), at, by);
          assertEquals(
              expected,
              effect.estimate(),
              TOLERANCE * Math.max(1, Math.abs(expected)),
              effect.name());
        }
      }
    }
  }

  /** The moderators named after "by". */
  private static List<String> moderators(Effect index) {
    String name = index.name();
    int at = name.indexOf(" at ");
    return List.of(
        name.substring(name.indexOf(" by ") + 4, at < 0 ? name.length() : at).split(" and "));
  }

  private static double mixedDifference(
      Machine machine, List<String> path, Map<String, Double> at, List<String> by) {
    if (by.isEmpty()) {
      return machine.along(path, at);
    }
    String first = by.get(0);
    List<String> others = by.subList(1, by.size());
    Map<String, Double> up = new HashMap<>(at);
    up.merge(first, 1.0, Double::sum);
    return mixedDifference(machine, path, up, others) - mixedDifference(machine, path, at, others);
  }

  /** A moderator in which the effect is linear, however it depends on the others, has an index. */
  private static void everyLinearModeratorHasItsIndex(Machine machine) {
    List<Effect> effects = machine.result().effects();
    for (Effect effect : effects) {
      for (String moderator : effect.at().keySet()) {
        if (effect.kind() == EffectKind.INDIRECT) {
          Map<String, Double> at = machine.at(effect, 0.4);
          double here = mixedDifference(machine, effect.path(), at, List.of(moderator));
          at.merge(moderator, 1.0, Double::sum);
          double there = mixedDifference(machine, effect.path(), at, List.of(moderator));
          boolean linear = Math.abs(here - there) < TOLERANCE * Math.max(1, Math.abs(here));
          boolean shown =
              effects.stream()
                  .filter(e -> e.kind().isIndex() && e.path().equals(effect.path()))
                  .anyMatch(e -> moderators(e).equals(List.of(moderator)));
          assertEquals(linear, shown, effect.name() + " by " + moderator);
        }
      }
    }
  }
}
