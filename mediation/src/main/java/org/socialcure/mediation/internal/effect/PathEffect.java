package org.socialcure.mediation.internal.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Pathways;
import org.socialcure.mediation.model.Term;

/**
 * The effect along one path: the product of what each step adds, on the scale of each equation's
 * linear predictor.
 *
 * <p>The step from {@code u} to {@code v} is the derivative of v's equation with respect to u, so
 * it holds the products of u with its moderators.
 *
 * @param path the variables from first to last
 * @param factors the derivative of each equation with respect to the variable before, ordered by
 *     moderators
 * @param expression the product of the steps, as one would write it
 */
public record PathEffect(List<String> path, List<ModeratedEffect> factors, Expression expression) {
  /** Polynomials of more parts than this tell nobody anything. */
  private static final int MOST_PARTS = 1000;

  /**
   * Derives the effect of a path.
   *
   * @param model the model
   * @param path variables of which each acts on the next
   * @param pathways how one variable predicts the next
   * @return the effect
   */
  public static PathEffect of(PathModel model, List<String> path, Pathways pathways) {
    List<ModeratedEffect> factors = new ArrayList<>();
    Interruption.check();
    for (int i = 1; i < path.size(); i++) {
      factors.add(factor(model.equation(path.get(i)).orElseThrow(), path.get(i - 1), pathways));
    }
    return new PathEffect(
        path,
        List.copyOf(factors),
        Expression.product(factors.stream().map(PathEffect::written).toList()));
  }

  /** What one step adds: the derivative of an equation with respect to the variable before. */
  static ModeratedEffect factor(Equation equation, String from, Pathways pathways) {
    return pathways.condition().filter(from::equals).isPresent()
        ? intercept(equation)
        : step(equation, pathways.predictor(from));
  }

  /**
   * The steps.
   *
   * @return the derivative of each equation with respect to the variable before, as one would write
   *     it
   */
  public List<Expression> steps() {
    return factors.stream().map(PathEffect::written).toList();
  }

  /**
   * The moderators.
   *
   * @return the variables on whose values the effect depends
   */
  public Set<String> moderators() {
    Set<String> all = new TreeSet<>();
    factors.forEach(factor -> all.addAll(factor.moderators()));
    return all;
  }

  /** Whether the effect has few enough products of moderators to be written out by them. */
  boolean isExpandable() {
    double parts = 1;
    for (String moderator : moderators()) {
      parts *= 1 + factors.stream().mapToInt(factor -> factor.degree(moderator)).sum();
    }
    return parts <= MOST_PARTS;
  }

  /**
   * The effect ordered by moderators.
   *
   * @return the product of the factors, multiplied out
   */
  public ModeratedEffect polynomial() {
    return factors.stream().reduce(ModeratedEffect.ONE, ModeratedEffect::times);
  }

  private static ModeratedEffect intercept(Equation equation) {
    return new ModeratedEffect(java.util.Map.of())
        .plus(List.of(), new Expression.Coefficient(equation.interceptName()));
  }

  private static ModeratedEffect step(Equation equation, String from) {
    ModeratedEffect step = new ModeratedEffect(java.util.Map.of());
    for (Term term : equation.terms()) {
      int power = (int) term.variables().stream().filter(from::equals).count();
      if (power > 0) {
        List<String> others = new ArrayList<>(term.variables());
        others.remove(from);
        Expression coefficient = new Expression.Coefficient(equation.coefficientName(term));
        step =
            step.plus(
                others, Expression.product(List.of(new Expression.Constant(power), coefficient)));
      }
    }
    return step;
  }

  static Expression written(ModeratedEffect step) {
    List<Expression> terms = new ArrayList<>();
    step.parts()
        .forEach(
            (moderators, coefficient) -> {
              List<Expression> factors = new ArrayList<>(List.of(coefficient));
              moderators.forEach(m -> factors.add(new Expression.Moderator(m)));
              terms.add(Expression.product(factors));
            });
    return Expression.sum(terms);
  }
}
