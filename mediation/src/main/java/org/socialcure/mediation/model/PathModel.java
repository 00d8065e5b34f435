package org.socialcure.mediation.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Nearest;
import org.socialcure.mediation.internal.DirectedPaths;

/**
 * A path model: a directed acyclic graph of equations with named coefficients and named effects.
 *
 * <p>It can be written as text ({@link #parse}), equation by equation ({@link #of}), or made from a
 * numbered template; all give the same object. The equations are kept in causal order: every
 * outcome comes after the outcomes that predict it.
 *
 * <p>Immutable, thread-safe, equal by content.
 *
 * @since 0.1
 */
public final class PathModel {
  /** The most paths that are listed at once. */
  public static final int MOST_PATHS = 10_000;

  private final List<Equation> equations;
  private final List<NamedEffect> namedEffects;
  private final Map<String, Equation> byOutcome;

  /**
   * Creates a model.
   *
   * @param equations at least one equation
   * @param namedEffects effects that the author named
   * @throws InvalidInputException if an outcome has two equations or predicts itself through a
   *     cycle, a term stands twice in an equation, or a label is used twice
   */
  PathModel(List<Equation> equations, List<NamedEffect> namedEffects) {
    Problems problems = new Problems();
    this.byOutcome = new LinkedHashMap<>();
    if (equations.isEmpty()) {
      problems.add("path model", "there is no equation");
    }
    Set<String> labels = new LinkedHashSet<>();
    for (Equation equation : equations) {
      String where = "equation " + equation.outcome();
      if (byOutcome.put(equation.outcome(), equation) != null) {
        problems.add(where, "there are two equations for this outcome; join their terms");
      }
      equation.interceptLabel().ifPresent(label -> claim(label, labels, where, problems));
      Set<List<String>> products = new HashSet<>();
      for (Term term : equation.terms()) {
        term.label().ifPresent(label -> claim(label, labels, where, problems));
        if (term.variables().contains(equation.outcome())) {
          problems.add(where, "the outcome cannot predict itself");
        }
        if (!products.add(term.variables().stream().sorted().toList())) {
          problems.add(
              where, "the term '" + term.name() + "' stands twice" + product(equation, term));
        }
      }
    }
    this.equations = problems.isEmpty() ? causalOrder(equations, problems) : List.copyOf(equations);
    this.namedEffects = List.copyOf(namedEffects);
    problems.throwIfAny();
  }

  /** Who writes {@code x + w + x*w} means a product, which is written with a colon here. */
  private static String product(Equation equation, Term twice) {
    return equation.terms().stream()
        .filter(term -> term.variables().equals(twice.variables()))
        .flatMap(term -> term.label().stream())
        .filter(
            label -> equation.terms().stream().anyMatch(term -> term.variables().contains(label)))
        .findFirst()
        .map(
            label ->
                ", for "
                    + label
                    + "*"
                    + twice.name()
                    + " is "
                    + twice.name()
                    + " with the label "
                    + label
                    + "; their product is "
                    + label
                    + ":"
                    + twice.name())
        .orElse("");
  }

  private static void claim(String label, Set<String> labels, String where, Problems problems) {
    if (!labels.add(label)) {
      problems.add(
          where,
          "the label '"
              + label
              + "' is used twice; coefficients cannot be constrained to be equal, so every"
              + " label must be its own");
    }
  }

  /**
   * A model of the given equations.
   *
   * @param equations at least one equation, in any order
   * @return the model
   * @throws InvalidInputException if an outcome has two equations or predicts itself through a
   *     cycle, a term stands twice in an equation, or a label is used twice
   */
  public static PathModel of(Equation... equations) {
    return new PathModel(List.of(equations), List.of());
  }

  /**
   * A model of the given equations.
   *
   * @param equations at least one equation, in any order
   * @return the model
   * @throws InvalidInputException if an outcome has two equations or predicts itself through a
   *     cycle, a term stands twice in an equation, or a label is used twice
   */
  public static PathModel of(List<Equation> equations) {
    return new PathModel(equations, List.of());
  }

  /**
   * Reads a model from path syntax.
   *
   * <p>One equation or effect a line: {@code m ~ a*x}, {@code y ~ b*m + c*x}, {@code ab := a*b}. A
   * colon makes a product ({@code x:w}); {@code y ~ 1} has no predictor and {@code y ~ a*1 + m}
   * names the intercept; {@code y ~ 0 + x} and {@code y ~ x - 1} have none; {@code logit(y)},
   * {@code probit(y)}, {@code poisson(y)}, {@code quasipoisson(y)} and {@code negbin(y)} name the
   * family of an outcome; {@code offset(column)} adds an offset; {@code #} starts a comment. Names
   * that are not plain words stand in backquotes.
   *
   * @param syntax the text
   * @return the model
   * @throws InvalidInputException with line and column of everything that cannot be read
   */
  public static PathModel parse(String syntax) {
    return PathSyntax.parse(syntax);
  }

  /**
   * The equations in causal order.
   *
   * @return at least one equation
   */
  public List<Equation> equations() {
    return equations;
  }

  /**
   * The effects that the author named.
   *
   * @return the effects in order of definition
   */
  public List<NamedEffect> namedEffects() {
    return namedEffects;
  }

  /**
   * The equation of an outcome.
   *
   * @param outcome a variable
   * @return its equation, empty for an exogenous variable
   */
  public Optional<Equation> equation(String outcome) {
    Objects.requireNonNull(outcome, "outcome");
    return Optional.ofNullable(byOutcome.get(outcome));
  }

  /**
   * All variables, exogenous ones first.
   *
   * @return the variables without offsets
   */
  public Set<String> variables() {
    Set<String> all = new LinkedHashSet<>(exogenous());
    equations.forEach(e -> all.add(e.outcome()));
    return all;
  }

  /**
   * The variables that no equation explains.
   *
   * @return the variables in order of appearance
   */
  public Set<String> exogenous() {
    Set<String> all = new LinkedHashSet<>();
    equations.forEach(e -> e.terms().forEach(t -> all.addAll(t.variables())));
    all.removeAll(byOutcome.keySet());
    return all;
  }

  /**
   * All directed paths from one variable to another, shortest first.
   *
   * @param from where the paths start
   * @param to where they end
   * @return each path as its variables, both ends included; empty if there is none
   * @throws InvalidInputException if there are more than {@value #MOST_PATHS}; {@link
   *     #paths(String, String, int)} lists the first of them
   */
  public List<List<String>> paths(String from, String to) {
    List<List<String>> found = paths(from, to, MOST_PATHS);
    if (found.size() == MOST_PATHS) {
      BigInteger count = pathCount(from, to);
      if (count.compareTo(BigInteger.valueOf(MOST_PATHS)) > 0) {
        throw new InvalidInputException(
            "paths from " + from + " to " + to,
            "there are " + count + ", and no more than " + MOST_PATHS + " are listed at once");
      }
    }
    return found;
  }

  /**
   * The shortest directed paths from one variable to another. What it costs depends on how many are
   * listed, not on how many there are.
   *
   * @param from where the paths start
   * @param to where they end
   * @param most how many to list at most, from 1 to {@value #MOST_PATHS}
   * @return each path as its variables, both ends included; the shortest first, and of one length
   *     in the order of the equations
   * @throws InvalidInputException if the number is out of range
   */
  public List<List<String>> paths(String from, String to, int most) {
    requireListable("paths", most);
    return directed(from, to).shortest(most).stream().map(path -> joined(from, path)).toList();
  }

  /**
   * How many directed paths lead from one variable to another. Mediators that all point at the next
   * ones double it with each.
   *
   * @param from where the paths start
   * @param to where they end
   * @return their number
   */
  public BigInteger pathCount(String from, String to) {
    return directed(from, to).count();
  }

  /**
   * The variables that lie between two others.
   *
   * @param from where paths start
   * @param to where they end
   * @return those that a directed path from the one to the other passes, in causal order
   */
  public Set<String> between(String from, String to) {
    Set<String> passed = directed(from, to).passed(outcomes());
    passed.remove(from);
    return Collections.unmodifiableSet(passed);
  }

  /**
   * Refuses a number of paths that nobody could read.
   *
   * @param where what asks for it
   * @param most how many paths
   * @throws InvalidInputException if it is not from 1 to {@value #MOST_PATHS}
   */
  public static void requireListable(String where, int most) {
    if (most < 1 || most > MOST_PATHS) {
      throw new InvalidInputException(where, "from 1 to " + MOST_PATHS + " can be listed");
    }
  }

  private DirectedPaths directed(String from, String to) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Map<String, List<String>> arrows = arrows();
    return new DirectedPaths(outcomes(), arrows, arrows.getOrDefault(from, List.of()), to);
  }

  /**
   * The outcomes that each variable helps to predict.
   *
   * @return outcomes in causal order by predictor
   */
  public Map<String, List<String>> arrows() {
    Map<String, List<String>> arrows = new LinkedHashMap<>();
    for (Equation equation : equations) {
      Set<String> predictors = new LinkedHashSet<>();
      equation.terms().forEach(term -> predictors.addAll(term.variables()));
      predictors.forEach(
          p -> arrows.computeIfAbsent(p, none -> new ArrayList<>()).add(equation.outcome()));
    }
    return arrows;
  }

  /**
   * The variables that have an equation.
   *
   * @return the outcomes in causal order
   */
  public List<String> outcomes() {
    return equations.stream().map(Equation::outcome).toList();
  }

  private static List<String> joined(String first, List<String> rest) {
    List<String> path = new ArrayList<>(rest.size() + 1);
    path.add(first);
    path.addAll(rest);
    return List.copyOf(path);
  }

  /**
   * The same model with one more named effect, tested against 0, or against 1 where its outermost
   * function is {@code exp}.
   *
   * @param name its name
   * @param expression the effect in path syntax, such as {@code a*d*b}
   * @return the model
   * @throws InvalidInputException if the expression cannot be read or the name is taken
   */
  public PathModel withEffect(String name, String expression) {
    return with(new NamedEffect(name, expression(expression), OptionalDouble.empty()));
  }

  /**
   * The same model with one more named effect and the value that its p-value tests.
   *
   * @param name its name
   * @param expression the effect in path syntax, such as {@code a*d*b}
   * @param nullValue the value under the null hypothesis, finite
   * @return the model
   * @throws InvalidInputException if the expression cannot be read, the name is taken or the value
   *     is not finite
   */
  public PathModel withEffect(String name, String expression, double nullValue) {
    if (!Double.isFinite(nullValue)) {
      throw new InvalidInputException("effect " + name, "the null value must be finite");
    }
    return with(new NamedEffect(name, expression(expression), OptionalDouble.of(nullValue)));
  }

  /**
   * The same model with one more named effect.
   *
   * @param effect the effect, in coefficients of this model
   * @return the model
   * @throws InvalidInputException if its name is taken
   */
  public PathModel with(NamedEffect effect) {
    String name = effect.name();
    boolean taken =
        namedEffects.stream().anyMatch(e -> e.name().equals(name))
            || PathSyntax.Names.of(equations).coefficients().contains(name);
    if (taken) {
      throw new InvalidInputException("effect " + name, "the name '" + name + "' is already taken");
    }
    List<NamedEffect> effects = new ArrayList<>(namedEffects);
    effects.add(effect);
    return new PathModel(equations, effects);
  }

  /**
   * Reads an effect expression in the names of this model.
   *
   * @param expression in path syntax, such as {@code a*(b + b3*w)}
   * @return the expression
   * @throws InvalidInputException if it cannot be read, with line and column
   */
  public Expression expression(String expression) {
    return PathSyntax.parseExpression(expression, this);
  }

  /**
   * The same model with another family for one outcome.
   *
   * @param outcome an outcome of the model
   * @param family its family
   * @return the model
   * @throws InvalidInputException if the model has no equation for the outcome
   */
  public PathModel withFamily(String outcome, Family family) {
    return withEquation(outcome, e -> e.withFamily(family));
  }

  /**
   * The same model with an offset in one equation.
   *
   * @param outcome an outcome of the model
   * @param column the column added to its linear predictor
   * @return the model
   * @throws InvalidInputException if the model has no equation for the outcome
   */
  public PathModel withOffset(String outcome, String column) {
    return withEquation(outcome, e -> e.withOffset(column));
  }

  private PathModel withEquation(
      String outcome, java.util.function.UnaryOperator<Equation> change) {
    if (!byOutcome.containsKey(outcome)) {
      throw new InvalidInputException(
          "equation " + outcome,
          "the model has no equation for this outcome"
              + Nearest.listed(outcome, byOutcome.keySet(), "outcomes"));
    }
    return new PathModel(
        equations.stream().map(e -> e.outcome().equals(outcome) ? change.apply(e) : e).toList(),
        namedEffects);
  }

  /**
   * The model as path syntax, which {@link #parse} reads back to an equal model.
   *
   * @return the text
   */
  public String syntax() {
    return PathSyntax.print(this);
  }

  /**
   * The model as equations with their coefficients written out.
   *
   * @return one equation a line
   */
  public String equationsText() {
    return PathDiagram.equations(this);
  }

  /**
   * The path diagram in the DOT language of Graphviz.
   *
   * @return the text
   */
  public String dot() {
    return PathDiagram.dot(this);
  }

  /**
   * The path diagram in the Mermaid language.
   *
   * @return the text
   */
  public String mermaid() {
    return PathDiagram.mermaid(this);
  }

  private static List<Equation> causalOrder(List<Equation> equations, Problems problems) {
    Set<String> waiting = new LinkedHashSet<>();
    equations.forEach(equation -> waiting.add(equation.outcome()));
    Map<String, Set<String>> causes = new LinkedHashMap<>();
    for (Equation equation : equations) {
      Set<String> endogenous = new LinkedHashSet<>();
      equation.terms().forEach(term -> endogenous.addAll(term.variables()));
      endogenous.retainAll(waiting);
      causes.put(equation.outcome(), endogenous);
    }
    List<Equation> ordered = new ArrayList<>();
    List<Equation> left = new ArrayList<>(equations);
    while (!left.isEmpty()) {
      Optional<Equation> ready =
          left.stream()
              .filter(
                  e -> Collections.disjoint(causes.getOrDefault(e.outcome(), Set.of()), waiting))
              .findFirst();
      if (ready.isEmpty()) {
        problems.add(
            "path model",
            "there is a cycle among "
                + String.join(", ", waiting)
                + "; a path model must be acyclic, so remove one of the paths between them");
        return List.copyOf(equations);
      }
      ordered.add(ready.get());
      left.remove(ready.get());
      waiting.remove(ready.get().outcome());
    }
    return List.copyOf(ordered);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathModel that
        && equations.equals(that.equations)
        && namedEffects.equals(that.namedEffects);
  }

  @Override
  public int hashCode() {
    return 31 * equations.hashCode() + namedEffects.hashCode();
  }

  @Override
  public String toString() {
    return syntax();
  }
}
