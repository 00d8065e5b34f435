package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.mediation.internal.EquationSize;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Expression;
import org.socialcure.mediation.model.NamedEffect;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Term;

/** Replaces each categorical variable of a model by its code columns. */
final class CodedModel {
  private CodedModel() {}

  /**
   * The model in code columns.
   *
   * @param model the model
   * @param columnsOf for each categorical variable its code columns
   * @return the coded model
   */
  static PathModel of(PathModel model, Map<String, List<String>> columnsOf) {
    checkSizes(model, columnsOf);
    if (columnsOf.isEmpty()) {
      return model;
    }
    List<Problem> problems = new ArrayList<>();
    Set<String> gone = new LinkedHashSet<>();
    List<Equation> equations = new ArrayList<>();
    for (Equation equation : model.equations()) {
      if (columnsOf.containsKey(equation.outcome())) {
        problems.add(
            new Problem(
                "coding of " + equation.outcome(),
                "an outcome of the model cannot be coded; where it has two values, say which counts"
                    + " as 1 with withEvent(…), in a plan \"event\""));
      }
      List<Term> terms = new ArrayList<>();
      for (Term term : equation.terms()) {
        List<Term> coded = terms(term, columnsOf);
        if (coded.size() > 1 || !coded.get(0).equals(term)) {
          gone.add(equation.coefficientName(term));
        }
        terms.addAll(coded);
      }
      equations.add(equation.withTerms(terms));
    }
    for (NamedEffect effect : model.namedEffects()) {
      check(effect, gone, columnsOf.keySet(), problems);
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    PathModel coded = PathModel.of(equations);
    for (NamedEffect effect : model.namedEffects()) {
      coded = coded.with(effect);
    }
    return coded;
  }

  /**
   * Refuses equations of more coefficients than are estimated, before their columns are made.
   *
   * @param model the model as it was asked
   * @param columnsOf for each categorical variable its code columns, as far as they are known
   */
  static void checkSizes(PathModel model, Map<String, List<String>> columnsOf) {
    Problems problems = new Problems();
    for (Equation equation : model.equations()) {
      double coefficients = equation.hasIntercept() ? 1 : 0;
      for (Term term : equation.terms()) {
        double columns = 1;
        for (String variable : term.variables()) {
          List<String> codes = columnsOf.get(variable);
          columns *= codes == null ? 1 : codes.size();
        }
        coefficients += columns;
      }
      EquationSize.problem((long) coefficients)
          .ifPresent(reason -> problems.add("equation " + equation.outcome(), reason));
    }
    problems.throwIfAny();
  }

  private static List<Term> terms(Term term, Map<String, List<String>> columnsOf) {
    Map<List<String>, String> products = new LinkedHashMap<>();
    products.put(List.of(), "");
    for (String variable : term.variables()) {
      Map<List<String>, String> longer = new LinkedHashMap<>();
      List<String> columns = columnsOf.get(variable);
      products.forEach(
          (factors, contrast) -> {
            for (String column : columns == null ? List.of(variable) : columns) {
              List<String> more = new ArrayList<>(factors);
              more.add(column);
              longer.put(
                  more, contrast + (columns == null ? "" : column.substring(variable.length())));
            }
          });
      products.clear();
      products.putAll(longer);
    }
    List<Term> terms = new ArrayList<>();
    products.forEach(
        (factors, contrast) -> terms.add(new Term(factors, term.label().map(l -> l + contrast))));
    return terms;
  }

  private static void check(
      NamedEffect effect, Set<String> gone, Set<String> coded, List<Problem> problems) {
    Expression expression = effect.expression();
    for (String coefficient : expression.coefficients()) {
      if (gone.contains(coefficient)) {
        problems.add(
            new Problem(
                "effect " + effect.name(),
                "the coefficient '"
                    + coefficient
                    + "' belongs to a categorical variable and becomes several; leave the effect"
                    + " out, or code the variable by hand in columns of its own"));
      }
    }
    for (String moderator : expression.moderators()) {
      if (coded.contains(moderator)) {
        problems.add(
            new Problem(
                "effect " + effect.name(),
                "the categorical variable '" + moderator + "' has no single value"));
      }
    }
  }

  /**
   * The variable a name belongs to.
   *
   * @param columnsOf for each categorical variable its code columns
   * @param name a variable or code column
   * @return the categorical variable of a code column, else the name itself
   */
  static String base(Map<String, List<String>> columnsOf, String name) {
    Optional<String> base =
        columnsOf.entrySet().stream()
            .filter(e -> e.getValue().contains(name))
            .map(Map.Entry::getKey)
            .findFirst();
    return base.orElse(name);
  }
}
