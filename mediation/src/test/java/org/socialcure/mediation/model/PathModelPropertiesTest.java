package org.socialcure.mediation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.socialcure.mediation.internal.effect.EffectFunction;
import org.socialcure.mediation.internal.effect.PathEffect;
import org.socialcure.mediation.internal.effect.PathEffects;

class PathModelPropertiesTest {
  private static final List<String> NAMES =
      List.of("x", "w", "m.1", "m-2", "ucla-3.total@before", "naïve", "2nd", "a`b", "y");

  /** A random acyclic model: every variable may depend on earlier ones and their products. */
  static PathModel random(Random random) {
    List<Equation> equations = new ArrayList<>();
    int label = 0;
    for (int v = 2; v < NAMES.size(); v++) {
      List<Term> terms = new ArrayList<>();
      for (int u = 0; u < v; u++) {
        if (random.nextInt(3) > 0) {
          terms.add(
              random.nextBoolean()
                  ? Term.of(NAMES.get(u)).labelled("k" + ++label)
                  : Term.of(NAMES.get(u)));
        }
      }
      if (random.nextInt(3) == 0) {
        terms.add(Term.of(NAMES.get(random.nextInt(v)), NAMES.get(0)).labelled("k" + ++label));
      }
      if (!terms.isEmpty() || random.nextInt(4) == 0) {
        Family family = Family.values()[random.nextInt(Family.values().length)];
        Optional<String> offset =
            random.nextInt(5) == 0 ? Optional.of("log time") : Optional.empty();
        Equation equation = new Equation(NAMES.get(v), family, terms, offset);
        equations.add(
            random.nextInt(4) == 0 ? equation.withInterceptLabel("k" + ++label) : equation);
      }
    }
    java.util.Collections.shuffle(equations, random);
    PathModel model =
        PathModel.of(equations.isEmpty() ? List.of(Equation.linear("y", Term.of("x"))) : equations);
    for (int e = 0; e < random.nextInt(4) && label > 0; e++) {
      model = model.withEffect("effect" + e, expression(random, label, 3));
    }
    return model;
  }

  private static String expression(Random random, int labels, int depth) {
    String name = "k" + (1 + random.nextInt(labels));
    if (depth == 0) {
      return name;
    }
    String left = expression(random, labels, depth - 1);
    String right = expression(random, labels, depth - 1);
    return switch (random.nextInt(8)) {
      case 0 -> "(" + left + ") + (" + right + ")";
      case 1 -> "(" + left + ") - (" + right + ")";
      case 2 -> "(" + left + ")*(" + right + ")";
      case 3 -> "(" + left + ")/(" + right + ")";
      case 4 -> "-(" + left + ")";
      case 5 -> "(" + left + ")^2";
      case 6 -> "exp(" + left + ")";
      default -> name + "*1.5";
    };
  }

  @Property
  void syntaxToModelToSyntax(@ForAll Random random) {
    PathModel model = random(random);
    PathModel again = PathModel.parse(model.syntax());
    assertEquals(model, again);
    assertEquals(model.syntax(), again.syntax());
  }

  @Property
  void derivativesAgreeWithDifferences(@ForAll Random random) {
    Expression effect =
        PathModel.parse("m ~ k1*x + k2*z\ny ~ k3*m + k4*x").expression(expression(random, 4, 3));
    double[] at = random.doubles(4, 0.5, 1.5).toArray();
    EffectFunction function = EffectFunction.of(effect, name -> name.charAt(1) - '1');
    assertEquals(effect.evaluate(n -> at[n.charAt(1) - '1']), function.at(at));
    double[] gradient = function.gradient(at);
    for (int i = 0; i < at.length; i++) {
      double slope = slope(effect, at, i, 1e-5);
      double finer = slope(effect, at, i, 5e-6);
      double exact = gradient[i];
      // Beside a pole differences tell nothing: they change with the step.
      boolean smooth = Math.abs(slope - finer) < 2e-5 * (1 + Math.abs(slope));
      if (smooth && Math.abs(slope) < 1e6 && Double.isFinite(exact)) {
        assertEquals(exact, slope, 1e-4 * (1 + Math.abs(exact)), effect.toString());
      }
    }
  }

  private static double slope(Expression effect, double[] at, int changed, double step) {
    return (value(effect, at, changed, step) - value(effect, at, changed, -step)) / (2 * step);
  }

  private static double value(Expression effect, double[] at, int changed, double step) {
    return effect.evaluate(
        n -> {
          int i = n.charAt(1) - '1';
          return at[i] + (i == changed ? step : 0);
        });
  }

  /** What is counted, passed and listed first is what a search of all paths finds. */
  @Property(tries = 200)
  void pathsAreCountedAndListedAsASearchFindsThem(@ForAll Random random) {
    PathModel model = random(random);
    List<String> variables = List.copyOf(model.variables());
    for (String from : variables) {
      for (String to : variables) {
        List<List<String>> all = new ArrayList<>();
        search(model, new ArrayList<>(List.of(from)), to, all);
        all.sort(Comparator.comparing(List::size));
        assertEquals(all, model.paths(from, to));
        assertEquals(BigInteger.valueOf(all.size()), model.pathCount(from, to));
        assertEquals(all.subList(0, Math.min(2, all.size())), model.paths(from, to, 2));
        Set<String> passed = new HashSet<>();
        all.forEach(path -> passed.addAll(path.subList(1, path.size() - 1)));
        assertEquals(passed, model.between(from, to));
      }
    }
  }

  private static void search(
      PathModel model, List<String> path, String to, List<List<String>> found) {
    for (Equation equation : model.equations()) {
      if (equation.dependsOn(path.get(path.size() - 1))) {
        List<String> longer = new ArrayList<>(path);
        longer.add(equation.outcome());
        if (equation.outcome().equals(to)) {
          found.add(longer);
        } else {
          search(model, longer, to, found);
        }
      }
    }
  }

  /** The recursion over the graph is the sum over all paths. */
  @Property(tries = 200)
  void totalIndirectEffectIsTheSumOverPaths(@ForAll Random random) {
    PathModel model = random(random);
    if (model.equation("y").isEmpty()) {
      return;
    }
    for (Pathways pathways :
        List.of(Pathways.DIRECTED, new Pathways(Optional.of("x"), java.util.Map.of()))) {
      PathEffects ways = PathEffects.between(model, pathways, "x", "y");
      java.util.Map<String, Double> values = new java.util.HashMap<>();
      model.variables().forEach(v -> values.put(v, random.nextGaussian()));
      java.util.Map<String, Double> drawn = new java.util.HashMap<>();
      java.util.function.ToDoubleFunction<String> coefficients =
          name -> drawn.computeIfAbsent(name, n -> random.nextGaussian());
      double sum = 0;
      for (Equation first : model.equations()) {
        boolean starts = pathways.condition().isPresent() || first.dependsOn("x");
        if (!starts || first.outcome().equals("y")) {
          continue;
        }
        for (List<String> rest : model.paths(first.outcome(), "y")) {
          List<String> path = new ArrayList<>(List.of("x"));
          path.addAll(rest);
          assertTrue(ways.has(path));
          Expression product = PathEffect.of(model, path, pathways).expression();
          sum += product.at(values).evaluate(coefficients);
        }
      }
      double recursion = ways.totalIndirect().at(values).evaluate(coefficients);
      assertEquals(sum, recursion, 1e-9 * (1 + Math.abs(sum)));
    }
  }

  /** The polynomial of a path, evaluated at moderator values, is the effect as written. */
  @Property
  void polynomialAndWrittenEffectAgree(@ForAll Random random) {
    PathModel model = random(random);
    for (List<String> path : model.paths("x", "y")) {
      PathEffect effect = PathEffect.of(model, path, Pathways.DIRECTED);
      java.util.Map<String, Double> values = new java.util.HashMap<>();
      effect.polynomial().moderators().forEach(m -> values.put(m, random.nextGaussian()));
      java.util.Map<String, Double> coefficients = new java.util.HashMap<>();
      effect.expression().coefficients().forEach(c -> coefficients.put(c, random.nextGaussian()));
      double written = effect.expression().at(values).evaluate(coefficients::get);
      double sum = 0;
      for (var part : effect.polynomial().parts().entrySet()) {
        double product = part.getValue().evaluate(coefficients::get);
        for (String moderator : part.getKey()) {
          product *= values.get(moderator);
        }
        sum += product;
      }
      assertEquals(written, sum, 1e-9 * (1 + Math.abs(written)));
    }
  }
}
