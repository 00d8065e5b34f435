package org.socialcure.mediation.internal.effect;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.effect.EffectKey;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.ListedPaths;
import org.socialcure.mediation.effect.Scale;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.model.NamedEffect;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Pathways;

/**
 * All effects that a model gives rise to: for each focal variable the total, direct and specific
 * indirect effects, their contrasts and the indices of moderated mediation, then the named effects.
 */
public final class EffectCatalogue {
  /** More combinations of moderator values than this are not shown for sums and contrasts. */
  private static final int MAX_GRID = 27;

  /** More specific indirect effects than this are not contrasted pair by pair. */
  private static final int MAX_CONTRASTED = 15;

  /** Sums of more effects than this are not written out one by one. */
  private static final int MAX_WRITTEN = 50;

  private final PathModel model;
  private final Pathways pathways;
  private final Function<String, String> baseOf;
  private final Function<String, List<Probe>> probesOf;
  private final ValuesOfModerators values;
  private final int most;
  private final List<EffectSpec> specs = new ArrayList<>();
  private final List<ListedPaths> listed = new ArrayList<>();
  private final List<String> unprobed = new ArrayList<>();
  private final Map<String, List<Probe>> probes = new HashMap<>();

  /**
   * The effects of a model.
   *
   * @param specs those that are listed, by kind
   * @param paths for each focal variable how many indirect effects there are, and how many of them
   *     are listed
   * @param unprobed the names of effects that depend on so many moderators that they are shown at
   *     no values of theirs
   */
  public record Listing(List<EffectSpec> specs, List<ListedPaths> paths, List<String> unprobed) {
    /** Copies the lists. */
    public Listing {
      specs = List.copyOf(specs);
      paths = List.copyOf(paths);
      unprobed = List.copyOf(unprobed);
    }
  }

  private EffectCatalogue(
      PathModel model,
      Pathways pathways,
      Function<String, String> baseOf,
      Function<String, List<Probe>> probesOf,
      ValuesOfModerators values,
      int most) {
    this.most = most;
    this.model = model;
    this.pathways = pathways;
    this.baseOf = baseOf;
    this.probesOf = probesOf;
    this.values = values;
  }

  /**
   * Lists the effects.
   *
   * @param model the model with categorical variables coded
   * @param focals the exposure, or its code columns; empty for named effects only
   * @param y the outcome; ignored without focal variables
   * @param pathways how effects run from the one to the other
   * @param baseOf the variable that a code column belongs to, else the variable itself
   * @param probesOf the values at which a moderator is probed
   * @param values how values of moderators become those of predictors
   * @param most how many indirect effects of a focal variable to list at most, and at how many
   *     combinations of moderator values to show any effect
   * @return the effects by kind
   */
  public static Listing of(
      PathModel model,
      List<String> focals,
      String y,
      Pathways pathways,
      Function<String, String> baseOf,
      Function<String, List<Probe>> probesOf,
      ValuesOfModerators values,
      int most) {
    EffectCatalogue catalogue =
        new EffectCatalogue(model, pathways, baseOf, probesOf, values, most);
    for (String focal : focals) {
      catalogue.effectsOf(focal, y, focals.size() > 1 ? " of " + focal : "");
    }
    model.namedEffects().forEach(catalogue::named);
    List<EffectSpec> sorted = new ArrayList<>(catalogue.specs);
    sorted.sort(java.util.Comparator.comparing(EffectSpec::kind));
    return new Listing(sorted, catalogue.listed, catalogue.unprobed);
  }

  /**
   * The indirect effect along a path, whether it is listed or not.
   *
   * @param model the model with categorical variables coded
   * @param path the variables from the exposure to the outcome
   * @param several whether there are several exposures, being the codes of one
   * @param pathways how effects run
   * @param baseOf the variable that a code column belongs to, else the variable itself
   * @param probesOf the values at which a moderator is probed
   * @param values how values of moderators become those of predictors
   * @return the effect at all values of its moderators
   */
  public static List<EffectSpec> along(
      PathModel model,
      List<String> path,
      boolean several,
      Pathways pathways,
      Function<String, String> baseOf,
      Function<String, List<Probe>> probesOf,
      ValuesOfModerators values) {
    EffectCatalogue catalogue =
        new EffectCatalogue(model, pathways, baseOf, probesOf, values, PathModel.MOST_PATHS);
    PathEffect effect = PathEffect.of(model, path, pathways);
    catalogue.indirect(effect, several ? " of " + path.get(0) : "");
    return catalogue.specs;
  }

  private void effectsOf(String focal, String y, String suffix) {
    PathEffects ways = PathEffects.between(model, pathways, focal, y);
    Optional<PathEffect> direct = ways.direct();
    direct.ifPresent(
        effect -> {
          direct(effect, suffix);
          interactions(effect, focal);
        });
    List<PathEffect> indirect = new ArrayList<>();
    int room = most;
    for (PathEffect effect : ways.indirect(most)) {
      int shown = (int) Math.max(1, gridSize(effect.moderators()));
      if (shown <= room) {
        room -= shown;
        indirect.add(effect);
        indirect(effect, suffix);
        indices(effect, suffix);
      }
    }
    BigInteger paths = ways.indirectCount();
    boolean complete = paths.equals(BigInteger.valueOf(indirect.size()));
    listed.add(new ListedPaths(focal, y, paths, indirect.size()));
    List<PathEffect> all = new ArrayList<>(direct.stream().toList());
    all.addAll(indirect);
    boolean additive = pathways.additive() && Scales.additive(model, ways.mediators(), y);
    Expression through = ways.totalIndirect();
    if (additive && direct.filter(this::dependsOnMediators).isEmpty() && paths.signum() > 0) {
      List<Expression> both = new ArrayList<>();
      direct.map(PathEffect::expression).ifPresent(both::add);
      both.add(through);
      sum(EffectKind.TOTAL, "total" + suffix, all, complete, Expression.sum(both), focal, y);
    }
    if (Scales.same(model, ways.mediators()) && paths.compareTo(BigInteger.ONE) > 0) {
      sum(
          EffectKind.TOTAL_INDIRECT,
          "total indirect" + suffix,
          indirect,
          complete,
          through,
          focal,
          y);
    }
    if (complete) {
      contrasts(indirect, Scales.same(model, ways.mediators()), suffix);
    }
    for (PathEffect effect : indirect) {
      betweenProbes(effect, suffix);
    }
  }

  private static String via(PathEffect effect) {
    return "via " + String.join(", ", effect.path().subList(1, effect.path().size() - 1));
  }

  /** Whether the direct step depends on the value of a variable that the model explains. */
  private boolean dependsOnMediators(PathEffect effect) {
    return effect.path().size() == 2
        && effect.moderators().stream().anyMatch(m -> model.equation(m).isPresent());
  }

  /**
   * A direct effect that depends on a mediator is shown where that mediator is zero as a predictor.
   */
  private void direct(PathEffect effect, String suffix) {
    Map<String, Double> zeros = new LinkedHashMap<>();
    effect.moderators().stream()
        .filter(m -> model.equation(m).isPresent())
        .forEach(m -> zeros.put(m, values.origin(m)));
    for (Probe probe : probed("direct" + suffix, effect.moderators(), zeros.keySet())) {
      Map<String, Double> at = new LinkedHashMap<>(probe.values());
      at.putAll(zeros);
      add(
          new EffectKey.Along(EffectKind.DIRECT, effect.path(), at),
          "direct" + suffix + at(probe),
          effect.expression(),
          Scales.of(model, effect.path()));
    }
  }

  /** Where two moderators of the exposure interact: its product with one at values of the other. */
  private void interactions(PathEffect effect, String focal) {
    for (List<String> product : effect.polynomial().parts().keySet()) {
      if (product.size() == 2 && !product.get(0).equals(product.get(1))) {
        for (String moderator : product) {
          for (Derivative derivative : derivatives(effect.polynomial(), moderator)) {
            add(
                new EffectKey.Slope(
                    EffectKind.CONDITIONAL_INTERACTION,
                    effect.path(),
                    List.of(moderator),
                    derivative.at().values()),
                "product " + focal + ":" + moderator + at(derivative.at()),
                derivative.expression(),
                Scales.of(model, effect.path()).byUnitOfModerator());
          }
        }
      }
    }
  }

  private void indirect(PathEffect effect, String suffix) {
    String name = "indirect " + via(effect) + suffix;
    for (Probe probe : grid(effect.moderators(), Set.of())) {
      add(
          new EffectKey.Along(EffectKind.INDIRECT, effect.path(), probe.values()),
          name + at(probe),
          effect.expression(),
          Scales.of(model, effect.path()));
    }
  }

  /**
   * A sum of effects. Few are written out one by one; of many, what they share stands once, as they
   * are computed.
   */
  private void sum(
      EffectKind kind,
      String name,
      List<PathEffect> effects,
      boolean complete,
      Expression sum,
      String focal,
      String y) {
    Set<String> moderators = new LinkedHashSet<>();
    effects.forEach(e -> moderators.addAll(e.moderators()));
    moderators.addAll(sum.moderators());
    if (gridSize(moderators) > MAX_GRID) {
      return;
    }
    Expression written =
        complete && effects.size() <= MAX_WRITTEN
            ? Expression.sum(effects.stream().map(PathEffect::expression).toList())
            : sum;
    Scale scale = Scale.of(model.equation(y).orElseThrow());
    for (Probe probe : grid(moderators, Set.of())) {
      EffectKey key = new EffectKey.Sum(kind, focal, y, probe.values());
      specs.add(
          new EffectSpec(
              key,
              name + at(probe),
              written,
              values.at(sum, key.at()),
              scale,
              NullHypothesis.ZERO));
    }
  }

  private void contrasts(List<PathEffect> indirect, boolean sameScale, String suffix) {
    Set<String> moderators = new LinkedHashSet<>();
    indirect.forEach(e -> moderators.addAll(e.moderators()));
    if (indirect.size() > MAX_CONTRASTED || gridSize(moderators) > MAX_GRID || !sameScale) {
      return;
    }
    List<Probe> grid = grid(moderators, Set.of());
    for (int i = 0; i < indirect.size(); i++) {
      for (int j = i + 1; j < indirect.size(); j++) {
        for (Probe probe : grid) {
          contrasts(indirect.get(i), indirect.get(j), suffix, probe);
        }
      }
    }
  }

  /** Differences of one conditional indirect effect between the values of its only moderator. */
  private void betweenProbes(PathEffect effect, String suffix) {
    if (bases(effect.moderators()).size() != 1 || gridSize(effect.moderators()) > MAX_GRID) {
      return;
    }
    List<Probe> grid = grid(effect.moderators(), Set.of());
    for (int i = 0; i < grid.size(); i++) {
      for (int j = i + 1; j < grid.size(); j++) {
        Expression difference =
            Expression.difference(
                values.at(effect.expression(), grid.get(j).values()),
                values.at(effect.expression(), grid.get(i).values()));
        add(
            new EffectKey.Difference(
                EffectKind.CONTRAST,
                new EffectKey.Along(EffectKind.INDIRECT, effect.path(), grid.get(j).values()),
                new EffectKey.Along(EffectKind.INDIRECT, effect.path(), grid.get(i).values())),
            "indirect "
                + via(effect)
                + suffix
                + ": "
                + grid.get(j).label()
                + " − "
                + grid.get(i).label(),
            difference,
            Scales.of(model, effect.path()));
      }
    }
  }

  /** The difference of two indirect effects, and of their sizes. */
  private void contrasts(PathEffect one, PathEffect other, String suffix, Probe probe) {
    EffectKey first = new EffectKey.Along(EffectKind.INDIRECT, one.path(), probe.values());
    EffectKey second = new EffectKey.Along(EffectKind.INDIRECT, other.path(), probe.values());
    add(
        new EffectKey.Difference(EffectKind.CONTRAST, first, second),
        via(one) + " − " + via(other) + suffix + at(probe),
        Expression.difference(one.expression(), other.expression()),
        Scale.of(Scale.Form.DIFFERENCE_OF_INDIRECT_EFFECTS));
    add(
        new EffectKey.Difference(EffectKind.ABSOLUTE_CONTRAST, first, second),
        "|" + via(one) + "| − |" + via(other) + "|" + suffix + at(probe),
        Expression.difference(
            new Expression.Call(Expression.Function.ABS, one.expression()),
            new Expression.Call(Expression.Function.ABS, other.expression())),
        Scale.of(Scale.Form.DIFFERENCE_OF_SIZES));
  }

  /**
   * How much the effect changes by unit of a moderator: where it is linear in it, at values of the
   * moderators that this depends on. Of several moderators at once, only the largest products have
   * a change that depends on nothing else.
   */
  private void indices(PathEffect effect, String suffix) {
    if (!effect.isExpandable()) {
      return;
    }
    ModeratedEffect polynomial = effect.polynomial();
    Set<String> linear = new LinkedHashSet<>(polynomial.moderators());
    linear.removeIf(m -> !isLinear(polynomial, m));
    boolean single = bases(polynomial.moderators()).size() == 1;
    for (String moderator : linear) {
      for (Derivative derivative : derivatives(polynomial, moderator)) {
        EffectKind kind =
            derivative.conditional()
                ? EffectKind.INDEX_OF_CONDITIONAL_MODERATED_MEDIATION
                : single
                    ? EffectKind.INDEX_OF_MODERATED_MEDIATION
                    : EffectKind.INDEX_OF_PARTIAL_MODERATED_MEDIATION;
        index(
            new EffectKey.Slope(kind, effect.path(), List.of(moderator), derivative.at().values()),
            via(effect) + suffix + " by " + moderator + at(derivative.at()),
            derivative.expression());
      }
    }
    polynomial
        .parts()
        .forEach(
            (product, expression) -> {
              if (product.size() > 1
                  && linear.containsAll(product)
                  && polynomial.parts().keySet().stream()
                      .noneMatch(k -> k.size() > product.size() && k.containsAll(product))) {
                index(
                    new EffectKey.Slope(
                        EffectKind.INDEX_OF_MODERATED_MODERATED_MEDIATION,
                        effect.path(),
                        product,
                        Map.of()),
                    via(effect) + suffix + " by " + String.join(" and ", product),
                    expression);
              }
            });
  }

  /**
   * Whether the effect changes by the same amount with every unit of a moderator. It does not where
   * it holds its square, or the product of two codes of one categorical variable, of which only one
   * can change at a time; contrasts between probes tell it then.
   */
  private boolean isLinear(ModeratedEffect polynomial, String moderator) {
    String base = baseOf.apply(moderator);
    return polynomial.parts().keySet().stream()
        .filter(product -> product.contains(moderator))
        .allMatch(
            product -> product.stream().filter(m -> baseOf.apply(m).equals(base)).count() == 1);
  }

  /** A derivative with respect to one moderator, at values of those it interacts with. */
  private record Derivative(Expression expression, Probe at, boolean conditional) {}

  private List<Derivative> derivatives(ModeratedEffect polynomial, String moderator) {
    List<Expression> terms = new ArrayList<>();
    Set<String> others = new LinkedHashSet<>();
    polynomial
        .parts()
        .forEach(
            (product, expression) -> {
              if (product.contains(moderator)) {
                List<Expression> factors = new ArrayList<>(List.of(expression));
                for (String other : product) {
                  if (!other.equals(moderator)) {
                    others.add(other);
                    factors.add(new Expression.Moderator(other));
                  }
                }
                terms.add(Expression.product(factors));
              }
            });
    if (gridSize(others) > most) {
      return List.of();
    }
    return grid(others, Set.of()).stream()
        .map(probe -> new Derivative(Expression.sum(terms), probe, !others.isEmpty()))
        .toList();
  }

  private void index(EffectKey key, String name, Expression expression) {
    String kind = Words.of(key.kind()).replace("-", " ");
    add(key, kind + ", " + name, expression, Scales.of(model, key.path()).byUnitOfModerator());
  }

  private void named(NamedEffect effect) {
    for (Probe probe : probed(effect.name(), effect.expression().moderators(), Set.of())) {
      specs.add(
          new EffectSpec(
              new EffectKey.Named(effect.name(), probe.values()),
              effect.name() + at(probe),
              effect.expression(),
              values.at(effect.expression(), probe.values()),
              Scale.of(Scale.Form.AS_DEFINED),
              NullHypothesis.of(effect.expression(), effect.nullValue())));
    }
  }

  private void add(EffectKey key, String name, Expression written, Scale scale) {
    specs.add(new EffectSpec(key, name, written, scale, values));
  }

  private Set<String> bases(Set<String> moderators) {
    Set<String> bases = new LinkedHashSet<>();
    moderators.forEach(m -> bases.add(baseOf.apply(m)));
    return bases;
  }

  /** The grid of an effect that is named as not shown where it would be too large. */
  private List<Probe> probed(String name, Set<String> moderators, Set<String> without) {
    Set<String> free = new LinkedHashSet<>(moderators);
    free.removeAll(without);
    if (gridSize(free) > most) {
      unprobed.add(name);
      return List.of();
    }
    return grid(free, Set.of());
  }

  /** How many combinations of values some moderators have. */
  private double gridSize(Set<String> moderators) {
    double size = 1;
    for (String base : bases(moderators)) {
      size *= probes(base).size();
    }
    return size;
  }

  private List<Probe> grid(Set<String> moderators, Set<String> without) {
    Set<String> free = new LinkedHashSet<>(moderators);
    free.removeAll(without);
    return Probe.grid(bases(free).stream().map(this::probes).toList());
  }

  private List<Probe> probes(String base) {
    return probes.computeIfAbsent(base, probesOf);
  }

  private static String at(Probe probe) {
    return probe.label().isEmpty() ? "" : " at " + probe.label();
  }
}
