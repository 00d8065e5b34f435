package org.socialcure.mediation.internal.effect;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.socialcure.mediation.internal.DirectedPaths;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Pathways;

/**
 * The effects of one variable on another along all paths, by the ways of a design.
 *
 * <p>Mediators that all point at the next ones double the number of paths with each. Their effects
 * are added up by recursion instead: what a variable passes on is the sum of what its causes pass
 * on to it, times the steps between them.
 */
public final class PathEffects {
  private final PathModel model;
  private final Pathways pathways;
  private final String from;
  private final String to;
  private final DirectedPaths indirect;
  private final Set<String> mediators;

  private PathEffects(PathModel model, Pathways pathways, String from, String to) {
    this.model = model;
    this.pathways = pathways;
    this.from = from;
    this.to = to;
    Map<String, List<String>> arrows = pathways.earlierOf().isEmpty() ? model.arrows() : lagged();
    List<String> firsts = new ArrayList<>();
    for (String first : starts()) {
      if (!first.equals(to) && isFirst(first)) {
        firsts.add(first);
      }
    }
    this.indirect = new DirectedPaths(model.outcomes(), arrows, firsts, to);
    this.mediators = indirect.passed(model.outcomes());
  }

  /**
   * The effects of one variable on another.
   *
   * @param model the model
   * @param pathways how effects run
   * @param from where the paths start
   * @param to where they end, an outcome of the model
   * @return the effects
   */
  public static PathEffects between(PathModel model, Pathways pathways, String from, String to) {
    return new PathEffects(model, pathways, from, to);
  }

  private Collection<String> starts() {
    return pathways.earlierOf().isEmpty() ? model.outcomes() : pathways.earlierOf().keySet();
  }

  /** A condition under which everyone was measured acts on every change by its intercept. */
  private boolean isFirst(String outcome) {
    return isCondition() || model.equation(outcome).orElseThrow().dependsOn(from);
  }

  private boolean isCondition() {
    return pathways.condition().filter(from::equals).isPresent();
  }

  /** Each later mediator passes the effect on to the outcome alone, by its earlier measure. */
  private Map<String, List<String>> lagged() {
    Equation last = model.equation(to).orElseThrow();
    Map<String, List<String>> arrows = new HashMap<>();
    pathways
        .earlierOf()
        .forEach(
            (later, earlier) -> {
              if (last.dependsOn(earlier)) {
                arrows.put(later, List.of(to));
              }
            });
    return arrows;
  }

  /**
   * How many indirect effects there are.
   *
   * @return the number of paths through mediators
   */
  public BigInteger indirectCount() {
    return indirect.count();
  }

  /**
   * The mediators.
   *
   * @return the variables that some path passes, in causal order
   */
  Set<String> mediators() {
    return mediators;
  }

  /**
   * The effect that passes no mediator.
   *
   * @return the direct effect, where the outcome depends on the variable
   */
  Optional<PathEffect> direct() {
    return isFirst(to)
        ? Optional.of(PathEffect.of(model, List.of(from, to), pathways))
        : Optional.empty();
  }

  /**
   * The first indirect effects.
   *
   * @param most how many at most
   * @return the effects, shortest path first
   */
  List<PathEffect> indirect(int most) {
    List<PathEffect> effects = new ArrayList<>();
    for (List<String> rest : indirect.shortest(most)) {
      List<String> path = new ArrayList<>(List.of(from));
      path.addAll(rest);
      effects.add(PathEffect.of(model, List.copyOf(path), pathways));
    }
    return effects;
  }

  /**
   * Whether an indirect effect goes along a path.
   *
   * @param path variables
   * @return whether it is one of those that are counted
   */
  public boolean has(List<String> path) {
    if (path.size() < 3
        || !path.get(0).equals(from)
        || !path.get(path.size() - 1).equals(to)
        || !mediators.containsAll(path.subList(1, path.size() - 1))
        || !isFirst(path.get(1))) {
      return false;
    }
    if (!pathways.earlierOf().isEmpty()) {
      return path.size() == 3;
    }
    for (int i = 2; i < path.size(); i++) {
      if (!model.equation(path.get(i)).orElseThrow().dependsOn(path.get(i - 1))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The sum of all indirect effects.
   *
   * @return the sum, in which what several paths share stands once
   */
  public Expression totalIndirect() {
    Map<String, Expression> passedOn = new HashMap<>();
    for (String mediator : mediators) {
      List<Expression> ways = new ArrayList<>();
      if (isFirst(mediator)) {
        ways.add(step(from, mediator));
      }
      if (pathways.earlierOf().isEmpty()) {
        through(mediator, passedOn, ways);
      }
      Expression sum = Expression.sum(ways);
      passedOn.put(
          mediator,
          sum.parts().isEmpty() ? sum : new Expression.Reference(from + " → " + mediator, sum));
    }
    List<Expression> ways = new ArrayList<>();
    through(to, passedOn, ways);
    return Expression.sum(ways);
  }

  /**
   * The variables on whose values some effect depends.
   *
   * @return the moderators of the direct and of all indirect effects
   */
  public Set<String> moderators() {
    Set<String> all = new TreeSet<>(totalIndirect().moderators());
    direct().ifPresent(effect -> all.addAll(effect.moderators()));
    return all;
  }

  /** Adds what the causes of an outcome pass on to it. */
  private void through(String outcome, Map<String, Expression> passedOn, List<Expression> ways) {
    Interruption.check();
    for (String cause : mediators) {
      Expression passed = passedOn.get(cause);
      if (passed != null && acts(cause, outcome)) {
        ways.add(Expression.product(List.of(passed, step(cause, outcome))));
      }
    }
  }

  private boolean acts(String cause, String outcome) {
    return model.equation(outcome).orElseThrow().dependsOn(pathways.predictor(cause));
  }

  private Expression step(String cause, String outcome) {
    return PathEffect.written(
        PathEffect.factor(model.equation(outcome).orElseThrow(), cause, pathways));
  }
}
