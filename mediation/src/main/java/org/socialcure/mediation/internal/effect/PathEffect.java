package org.socialcure.mediation.internal.effect;

import java.util.ArrayList;
import java.util.List;
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
 * @param steps the derivative of each equation with respect to the variable before
 * @param expression the product of the steps, as one would write it
 * @param polynomial the same, ordered by moderators
 */
public record PathEffect(
    List<String> path, List<Expression> steps, Expression expression, ModeratedEffect polynomial) {

  /**
   * Derives the effect of a path.
   *
   * @param model the model
   * @param path variables of which each acts on the next
   * @param pathways how one variable predicts the next
   * @return the effect
   */
  public static PathEffect of(PathModel model, List<String> path, Pathways pathways) {
    List<Expression> steps = new ArrayList<>();
    ModeratedEffect polynomial = ModeratedEffect.ONE;
    for (int i = 1; i < path.size(); i++) {
      Equation equation = model.equation(path.get(i)).orElseThrow();
      String from = path.get(i - 1);
      ModeratedEffect step =
          pathways.condition().filter(from::equals).isPresent()
              ? intercept(equation)
              : step(equation, pathways.predictor(from));
      polynomial = polynomial.times(step);
      steps.add(written(step));
    }
    return new PathEffect(path, List.copyOf(steps), Expression.product(steps), polynomial);
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

  private static Expression written(ModeratedEffect step) {
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
