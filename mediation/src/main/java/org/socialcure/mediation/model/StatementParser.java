package org.socialcure.mediation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.Words;

/** Recursive descent over the tokens of one statement. */
final class StatementParser {
  /** Expressions that people write do not nest deeper; a stack has an end. */
  private static final int DEEPEST = 200;

  private static final String NO_MINUS =
      "an equation has no minus sign but before 1, which takes the intercept away; terms are joined"
          + " by '+'";

  private final List<Token> tokens;
  private int next;
  private int depth;

  StatementParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  Equation equation() {
    ForeignSyntax.refuse(tokens);
    String left = dashedName("the outcome of an equation");
    Family family = Family.GAUSSIAN;
    if (accept("(")) {
      family = family(left);
      left = dashedName("the outcome");
      expect(")");
    }
    expect("~");
    List<Term> terms = new ArrayList<>();
    Optional<String> offset = Optional.empty();
    Optional<String> interceptLabel = Optional.empty();
    Optional<Intercept> intercept = Optional.empty();
    do {
      if (accept("-")) {
        intercept = Optional.of(without(intercept));
      } else if (peek().kind() == Token.Kind.NUMBER) {
        intercept = Optional.of(constant(intercept));
      } else {
        String name = dashedName("a variable");
        if (name.equals("offset") && accept("(")) {
          offset = Optional.of(dashedName("the offset column"));
          expect(")");
        } else if (accept("*")) {
          if (peek().kind() == Token.Kind.NUMBER) {
            Token number = one();
            if (interceptLabel.isPresent()) {
              throw problem(number, "the intercept has two labels; give it one");
            }
            interceptLabel = Optional.of(name);
            intercept = Optional.of(agreed(intercept, Intercept.ESTIMATED, number));
            continue;
          }
          terms.add(product(dashedName("a variable")).labelled(name));
        } else {
          terms.add(product(name));
        }
      }
    } while (accept("+") || peek().is("-"));
    end("'+' and another term, or the end of the line");
    return new Equation(
        left, family, terms, offset, interceptLabel, intercept.orElse(Intercept.ESTIMATED));
  }

  /** A 1 for the intercept that an equation has anyway, or a 0 for none. */
  private Intercept constant(Optional<Intercept> said) {
    if (peek().text().equals("0") && !tokens.get(next + 1).is("*")) {
      return agreed(said, Intercept.NONE, advance());
    }
    return agreed(said, Intercept.ESTIMATED, one());
  }

  /** What follows a minus sign: only the 1 can be taken away. */
  private Intercept without(Optional<Intercept> said) {
    Token number = advance();
    if (!number.text().equals("1") || number.kind() != Token.Kind.NUMBER) {
      throw problem(number, NO_MINUS);
    }
    return agreed(said, Intercept.NONE, number);
  }

  private static Intercept agreed(Optional<Intercept> said, Intercept now, Token at) {
    if (said.isPresent() && said.get() != now) {
      throw problem(
          at, "the equation is said to have an intercept and to have none; say one of the two");
    }
    return now;
  }

  /** The number 1, which stands for the intercept. */
  private Token one() {
    Token number = advance();
    if (!number.text().equals("1")) {
      throw problem(
          number,
          "a coefficient cannot be fixed at a number; every coefficient is estimated. Remove the"
              + " number, or give the coefficient a label; an equation without intercept is"
              + " y ~ 0 + x");
    }
    return number;
  }

  private Term product(String first) {
    List<String> variables = new ArrayList<>(List.of(first));
    while (accept(":")) {
      variables.add(dashedName("a variable"));
    }
    return new Term(variables, Optional.empty());
  }

  private Family family(String id) {
    return Words.find(Family.class, id)
        .orElseThrow(
            () ->
                problem(
                    tokens.get(0),
                    "unknown family '"
                        + id
                        + "'; permitted are "
                        + String.join(", ", Words.all(Family.class))
                        + Nearest.question(id, Words.all(Family.class))));
  }

  NamedEffect effect(PathSyntax.Names names) {
    String name = name("the name of an effect");
    expect(":=");
    if (names.coefficients().contains(name) || names.effects().containsKey(name)) {
      throw problem(tokens.get(0), "the name '" + name + "' is already taken");
    }
    return new NamedEffect(name, expression(names), OptionalDouble.empty());
  }

  Expression expression(PathSyntax.Names names) {
    Expression whole = sum(names);
    end("an operator or the end of the line");
    return whole;
  }

  private Expression sum(PathSyntax.Names names) {
    List<Expression> terms = new ArrayList<>();
    // A leading minus takes the whole product: -a*b is -(a*b), as it is printed.
    terms.add(accept("-") ? new Expression.Negation(product(names)) : product(names));
    while (true) {
      if (accept("+")) {
        terms.add(product(names));
      } else if (accept("-")) {
        terms.add(new Expression.Negation(product(names)));
      } else {
        return Expression.sum(terms);
      }
    }
  }

  private Expression product(PathSyntax.Names names) {
    Expression left = signed(names);
    int quotients = 0;
    while (true) {
      if (accept("*")) {
        left = Expression.product(List.of(left, signed(names)));
      } else if (accept("/")) {
        if (++quotients > DEEPEST) {
          throw tooDeep();
        }
        left = new Expression.Quotient(left, signed(names));
      } else {
        return left;
      }
    }
  }

  private Expression signed(PathSyntax.Names names) {
    if (++depth > DEEPEST) {
      throw tooDeep();
    }
    Expression signed = accept("-") ? new Expression.Negation(signed(names)) : power(names);
    depth--;
    return signed;
  }

  private InvalidInputException tooDeep() {
    return problem(
        peek(),
        "the expression nests more than "
            + DEEPEST
            + " levels deep; name its parts as effects of their own");
  }

  private Expression power(PathSyntax.Names names) {
    Expression base = atom(names);
    if (!accept("^")) {
      return base;
    }
    boolean parenthesis = accept("(");
    boolean negative = accept("-");
    Token exponent = advance();
    if (exponent.kind() != Token.Kind.NUMBER) {
      throw problem(exponent, "an exponent must be a number");
    }
    if (parenthesis) {
      expect(")");
    }
    double value = number(exponent);
    return new Expression.Power(base, negative ? -value : value);
  }

  private Expression atom(PathSyntax.Names names) {
    Token token = advance();
    if (token.is("(")) {
      Expression inner = sum(names);
      expect(")");
      return inner;
    }
    if (token.kind() == Token.Kind.NUMBER) {
      return new Expression.Constant(number(token));
    }
    if (token.kind() != Token.Kind.NAME) {
      throw problem(token, "expected a label, a variable, a number or '('");
    }
    Optional<Expression.Function> function = function(token.text());
    if (function.isPresent() && accept("(")) {
      Expression argument = sum(names);
      expect(")");
      return new Expression.Call(function.get(), argument);
    }
    return names
        .resolve(token.text())
        .orElseThrow(
            () ->
                problem(
                    token,
                    "'"
                        + token.text()
                        + "' is neither the label of a coefficient, nor an effect defined above,"
                        + " nor a variable of the model"));
  }

  private static double number(Token token) {
    double value = Double.parseDouble(token.text());
    if (Double.isInfinite(value)) {
      throw problem(token, "a number must be below 1.8e308");
    }
    return value;
  }

  static Optional<Expression.Function> function(String name) {
    return Arrays.stream(Expression.Function.values())
        .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** A name in an equation, where a hyphen cannot be a minus sign. */
  private String dashedName(String what) {
    StringBuilder name = new StringBuilder(name(what));
    while (peek().is("-") && !takesInterceptAway()) {
      Token dash = advance();
      Token part = peek();
      boolean joined =
          part.line() == dash.line()
              && part.column() == dash.column() + 1
              && (part.kind() == Token.Kind.NAME || part.kind() == Token.Kind.NUMBER);
      if (!joined) {
        throw problem(dash, NO_MINUS);
      }
      name.append('-').append(advance().text());
    }
    return name.toString();
  }

  /** Whether a minus sign and a 1 follow, apart from the name before: {@code x - 1}. */
  private boolean takesInterceptAway() {
    Token name = tokens.get(next - 1);
    Token dash = peek();
    Token number = tokens.get(next + 1);
    boolean apart =
        dash.line() != name.line() || dash.column() > name.column() + name.text().length();
    return apart && number.kind() == Token.Kind.NUMBER && number.text().equals("1");
  }

  private String name(String what) {
    Token token = advance();
    if (token.kind() != Token.Kind.NAME) {
      throw problem(token, "expected " + what + " but found '" + token.text() + "'");
    }
    return token.text();
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token advance() {
    Token token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  private boolean accept(String symbol) {
    if (peek().is(symbol)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String symbol) {
    if (!accept(symbol)) {
      throw problem(peek(), "expected '" + symbol + "' but found '" + peek().text() + "'");
    }
  }

  private void end(String expected) {
    if (peek().kind() != Token.Kind.END) {
      throw problem(peek(), "expected " + expected + " but found '" + peek().text() + "'");
    }
  }

  private static InvalidInputException problem(Token at, String message) {
    return new InvalidInputException(at.where(), message);
  }
}
