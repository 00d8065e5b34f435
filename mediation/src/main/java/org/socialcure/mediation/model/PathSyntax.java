package org.socialcure.mediation.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Words;

/**
 * The text form of a path model, close to lavaan's.
 *
 * <pre>
 * # a comment; so is what follows an exclamation mark
 * belonging  ~ a*groups + age                    an equation; a is the label of a coefficient
 * loneliness ~ d*belonging + groups + w + d3*belonging:w    a product
 * poisson(visits) ~ b*loneliness + offset(log_months)       a count with exposure
 * serial := a*(d + d3*w)*b                       a named effect, conditional on w
 * </pre>
 *
 * <p>Families: {@code logit}, {@code probit}, {@code poisson}, {@code quasipoisson}, {@code
 * negbin}; none is linear. Names that are not plain words stand in backquotes in effects: {@code
 * `ucla-3.total@before`}, a backquote within them doubled. A line may go on after an operator. In
 * an effect, a name is the label of a coefficient, else an earlier effect, else a variable, at
 * whose values the effect is then evaluated; {@code `y~x`} is the unlabelled coefficient of {@code
 * x} in the equation of {@code y} and {@code `y~1`} its intercept, which {@code y ~ i*1 + x}
 * labels. An equation without predictors is {@code y ~ 1}, one without intercept {@code y ~ 0 + x}
 * or {@code y ~ x - 1}.
 */
final class PathSyntax {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_.][\\p{L}\\p{N}_.@]*");

  private PathSyntax() {}

  /** Prints a name so that it can be read back. */
  static String quote(String name) {
    return PLAIN.matcher(name).matches() ? name : "`" + name.replace("`", "``") + "`";
  }

  static String print(Term term) {
    String product =
        term.variables().stream().map(PathSyntax::quote).collect(Collectors.joining(":"));
    return term.label().map(l -> quote(l) + "*").orElse("") + product;
  }

  static String print(Equation equation) {
    String outcome = quote(equation.outcome());
    String left =
        equation.family() == Family.GAUSSIAN
            ? outcome
            : Words.of(equation.family()) + "(" + outcome + ")";
    List<String> right = new ArrayList<>();
    if (!equation.hasIntercept()) {
      right.add("0");
    }
    equation.interceptLabel().ifPresent(label -> right.add(quote(label) + "*1"));
    equation.terms().forEach(term -> right.add(print(term)));
    equation.offset().ifPresent(o -> right.add("offset(" + quote(o) + ")"));
    return left + " ~ " + (right.isEmpty() ? "1" : String.join(" + ", right));
  }

  static String print(PathModel model) {
    List<String> lines = new ArrayList<>();
    model.equations().forEach(e -> lines.add(print(e)));
    model.namedEffects().forEach(e -> lines.add(e.toString()));
    return String.join("\n", lines);
  }

  static PathModel parse(String text) {
    Problems problems = new Problems();
    List<Equation> equations = new ArrayList<>();
    List<List<Token>> definitions = new ArrayList<>();
    List<List<Token>> statements = Token.statements(text, problems);
    Unread unread = new Unread(!problems.isEmpty(), new HashSet<>());
    for (List<Token> statement : statements) {
      try {
        refuseTwoStatementsInOne(statement);
        if (statement.stream().anyMatch(t -> t.is(":="))) {
          definitions.add(statement);
        } else {
          equations.add(new StatementParser(statement).equation());
        }
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
        unread.add(statement);
      }
    }
    if (equations.isEmpty() && problems.isEmpty()) {
      problems.add("path syntax", "there is no equation; write one such as 'y ~ b*m + c*x'");
    }
    Names names = Names.of(equations);
    List<NamedEffect> effects = new ArrayList<>();
    for (List<Token> definition : definitions) {
      if (unread.explains(definition, names)) {
        unread.add(definition);
        continue;
      }
      try {
        NamedEffect effect = new StatementParser(definition).effect(names);
        effects.add(effect);
        names.effects().put(effect.name(), effect.expression());
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
        unread.add(definition);
      }
    }
    problems.throwIfAny();
    return new PathModel(equations, effects);
  }

  /** A line that ends with an operator swallows the next one. */
  private static void refuseTwoStatementsInOne(List<Token> statement) {
    if (statement.stream().filter(t -> t.is("~") || t.is(":=")).count() < 2) {
      return;
    }
    for (int i = 0; i + 2 < statement.size(); i++) {
      Token operator = statement.get(i);
      boolean swallows =
          operator.kind() == Token.Kind.SYMBOL
              && operator.line() < statement.get(i + 1).line()
              && statement.subList(i + 1, statement.size()).stream()
                  .anyMatch(t -> t.is("~") || t.is(":="));
      if (swallows) {
        throw new InvalidInputException(
            operator.where(),
            "the line ends with '"
                + operator.text()
                + "', so that the next one belongs to it; take it away, or write what is to follow");
      }
    }
  }

  /** The names in statements that were refused, for which no other statement is to blame. */
  private record Unread(boolean lines, Set<String> names) {
    void add(List<Token> statement) {
      statement.stream()
          .filter(token -> token.kind() == Token.Kind.NAME)
          .forEach(token -> names.add(token.text()));
    }

    /** Whether a definition uses a name that only a statement that was refused can have made. */
    boolean explains(List<Token> definition, Names known) {
      return definition.stream()
          .skip(1)
          .filter(token -> token.kind() == Token.Kind.NAME)
          .map(Token::text)
          .filter(name -> StatementParser.function(name).isEmpty())
          .anyMatch(name -> (lines || names.contains(name)) && known.resolve(name).isEmpty());
    }
  }

  /** Reads one effect expression of an existing model. */
  static Expression parseExpression(String text, PathModel model) {
    Problems problems = new Problems();
    List<List<Token>> statements = Token.statements(text, problems);
    problems.throwIfAny();
    if (statements.size() != 1) {
      throw new InvalidInputException("effect", "write one expression such as 'a*b'");
    }
    Names names = Names.of(model.equations());
    model.namedEffects().forEach(e -> names.effects().put(e.name(), e.expression()));
    return new StatementParser(statements.get(0)).expression(names);
  }

  /** What a name in an effect can stand for. */
  record Names(Set<String> coefficients, Map<String, Expression> effects, Set<String> variables) {
    static Names of(List<Equation> equations) {
      Set<String> coefficients = new LinkedHashSet<>();
      Set<String> variables = new LinkedHashSet<>();
      for (Equation equation : equations) {
        variables.add(equation.outcome());
        if (equation.hasIntercept()) {
          coefficients.add(equation.outcome() + "~1");
        }
        equation.interceptLabel().ifPresent(coefficients::add);
        for (Term term : equation.terms()) {
          term.label().ifPresent(coefficients::add);
          coefficients.add(equation.outcome() + "~" + term.name());
          variables.addAll(term.variables());
        }
      }
      return new Names(coefficients, new LinkedHashMap<>(), variables);
    }

    Optional<Expression> resolve(String name) {
      if (coefficients.contains(name)) {
        return Optional.of(new Expression.Coefficient(name));
      }
      if (effects.containsKey(name)) {
        return Optional.of(new Expression.Reference(name, effects.get(name)));
      }
      return variables.contains(name)
          ? Optional.of(new Expression.Moderator(name))
          : Optional.empty();
    }
  }
}
