package org.socialcure.mediation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;

class PathSyntaxTest {
  @Test
  void readsEquationsLabelsProductsFamiliesOffsetsAndEffects() {
    PathModel model =
        PathModel.parse(
            """
            # the chain of the study
            belonging  ~ a*groups + age
            loneliness ~ d*belonging + groups + w +
                         d3*belonging:w
            poisson(gp-visits@t1) ~ b*loneliness + c*groups + offset(`log months`)
            serial := a*(d + d3*w)*b
            ratio := exp(serial) / (1 - -2e-1)^2
            """);
    assertEquals(
        List.of("belonging", "loneliness", "gp-visits@t1"),
        model.equations().stream().map(Equation::outcome).toList());
    Equation visits = model.equation("gp-visits@t1").orElseThrow();
    assertEquals(Family.POISSON, visits.family());
    assertEquals("log months", visits.offset().orElseThrow());
    assertEquals(
        Term.of("belonging", "w").labelled("d3"),
        model.equation("loneliness").orElseThrow().terms().get(3));
    assertEquals(Set.of("w"), model.namedEffects().get(0).expression().moderators());
    assertEquals(Set.of("groups", "age", "w"), model.exogenous());
    assertEquals(model, PathModel.parse(model.syntax()));
  }

  @Test
  void interceptsAreCoefficientsAndAnEquationMayHaveNothingElse() {
    PathModel model = PathModel.parse("`m2 - m1` ~ a*1\ny ~ b*`m2 - m1` + c*1 + w");
    Equation change = model.equation("m2 - m1").orElseThrow();
    assertEquals(List.of(), change.terms());
    assertEquals("a", change.interceptName());
    assertEquals("`m2 - m1` ~ a*1\ny ~ c*1 + b*`m2 - m1` + w", model.syntax());
    assertEquals(model, PathModel.parse(model.syntax()));
    assertEquals(Set.of("a", "b"), model.expression("a*b").coefficients());
    assertEquals(
        Set.of("m2 - m1~1", "y~1"), model.expression("`m2 - m1~1` - `y~1`").coefficients());
    assertEquals("y ~ 1", PathModel.parse("y ~ 1").syntax());
    assertEquals("y ~ offset(t)", PathModel.parse("y ~ 1 + offset(t)").syntax());
    assertEquals(PathModel.parse("y ~ 1 + offset(t)"), PathModel.parse("y ~ offset(t)"));
    for (String wrong : List.of("y ~ a*1 + b*1", "y ~ a*2 + x", "y ~ a*1 + a*x")) {
      assertThrows(InvalidInputException.class, () -> PathModel.parse(wrong), wrong);
    }
    assertTrue(model.dot().contains("one -> v"), model.dot());
    assertTrue(model.mermaid().contains("one -->|\"a\"| v"), model.mermaid());
    assertTrue(model.equationsText().startsWith("m2 - m1 = a + e_"), model.equationsText());
  }

  @Test
  void ordersEquationsByCause() {
    PathModel model = PathModel.parse("y ~ m2 + x; m2 ~ m1; m1 ~ x");
    assertEquals(
        List.of("m1", "m2", "y"), model.equations().stream().map(Equation::outcome).toList());
    assertEquals(List.of(List.of("x", "y"), List.of("x", "m1", "m2", "y")), model.paths("x", "y"));
    assertEquals(List.of(), model.paths("y", "x"));
  }

  @Test
  void evaluatesByThePrecedenceOfArithmetic() {
    PathModel model = PathModel.parse("m ~ a*x + d*z\ny ~ b*m");
    assertEquals(2 - 3 * 5.0, value(model, "a - d*b"));
    assertEquals((2 - 3) * 5.0, value(model, "(a - d)*b"));
    assertEquals(-Math.pow(2, 2), value(model, "-a^2"));
    assertEquals(2.0 / 3 / 5, value(model, "a/d/b"));
    assertEquals(2 - (3 - 5.0), value(model, "a - (d - b)"));
    assertEquals(Math.pow(2, -1), value(model, "a^(-1)"));
    assertEquals(Math.sqrt(Math.abs(2 - 3 * 5)), value(model, "sqrt(abs(a-d*b))"));
    assertEquals(Math.log(Math.exp(2)), value(model, "log(exp(a))"));
    assertEquals(2 * 5.0, value(model, "`m~x`*`y~m`"));
  }

  private static double value(PathModel model, String expression) {
    Expression parsed = model.expression(expression);
    assertEquals(parsed, model.expression(parsed.toString()), "printing loses " + expression);
    return parsed.evaluate(
        name ->
            switch (name) {
              case "a", "m~x" -> 2;
              case "d" -> 3;
              case "b", "y~m" -> 5;
              default -> throw new AssertionError(name);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "y ~ x +                 | line 1, column 8",
        "y ~ 0.5*x               | line 1, column 5",
        "y x                     | line 1, column 3",
        "y ~ x - z               | line 1, column 7",
        "cauchy(y) ~ x           | line 1, column 1",
        "y ~ x ? z               | line 1, column 7",
        "y ~ x; e := q*2         | line 1, column 13",
        "y ~ a*x; a := 2         | line 1, column 10",
        "y ~ a*x; e := a*(2      | line 1, column 19",
        "y ~ a*x; e := a^x       | line 1, column 17",
        "m ~ x; y ~ m; m ~ z     | equation m",
        "m ~ y; y ~ m            | path model",
        "y ~ y                   | equation y",
        "y ~ x + z + x           | equation y",
        "y ~ x:z + z:x           | equation y",
        "m ~ a*x; y ~ a*m        | equation y",
        "e := 1                  | path syntax"
      })
  void refusesWithThePlace(String syntax, String where) {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> PathModel.parse(syntax));
    assertEquals(where, refused.problems().get(0).where(), refused.getMessage());
  }

  /** An expression without end is refused before the stack is. */
  @Test
  void refusesExpressionsThatNestWithoutEnd() {
    PathModel model = PathModel.parse("y ~ a*x");
    for (String deep :
        List.of(
            "(".repeat(5000) + "a" + ")".repeat(5000),
            "-".repeat(5000) + "a",
            "exp(".repeat(5000) + "a" + ")".repeat(5000),
            "a" + "/a".repeat(20000))) {
      InvalidInputException refused =
          assertThrows(InvalidInputException.class, () -> model.expression(deep));
      assertTrue(refused.getMessage().contains("deep"), refused.getMessage());
    }
    assertThrows(InvalidInputException.class, () -> model.expression("1e400*a"));
  }

  @Test
  void reportsEveryBrokenLineAtOnce() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> PathModel.parse("y ~ + x\nm ~ x\nz ~ ) x\ne := nothing"));
    assertEquals(
        List.of("line 1, column 5", "line 3, column 5", "line 4, column 6"),
        refused.problems().stream().map(p -> p.where()).toList());
  }

  @Test
  void drawsEveryVariableAndPath() {
    PathModel model = PathModel.parse("m ~ a*x + w + a3*x:w\ny ~ b*m + c*x");
    for (String diagram : List.of(model.dot(), model.mermaid())) {
      for (String name : List.of("x", "w", "m", "y", "x:w", "a3")) {
        assertTrue(diagram.contains("\"" + name + "\""), name + " is not in " + diagram);
      }
    }
    assertEquals(
        "m = i_m + a*x + m~w*w + a3*x*w + e_m\ny = i_y + b*m + c*x + e_y", model.equationsText());
  }

  /** A model as lavaan and R users write it; each line that means nothing here says so. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m ~~ y | assumed 0 and cannot be freed",
        "m1 ~~ m2 | unrestricted anyway",
        "m ~~ m | residual variance",
        "m ~~ 0*y | assumed 0 and cannot be freed",
        "f =~ i1 + i2 | score of the items",
        "a == b | cannot be constrained",
        "a > 0 | cannot be constrained",
        "m ~ a*x*w | write x + w + x:w",
        "m ~ c(a, b)*x | no groups",
        "m ~ start(0.5)*x | starting values",
        "m ~ equal(a)*x | equal coefficients",
        "m ~ 0*w | cannot be fixed",
      })
  void whatOtherProgramsReadIsRefusedWithItsReason(String line, String reason) {
    String model = "y ~ b*m + c*x # fine\n" + line + "\nind := 2*b ! fine too";
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> PathModel.parse(model));
    assertEquals(1, refused.problems().size(), refused::getMessage);
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    assertTrue(refused.problems().get(0).where().contains("line 2"), refused.getMessage());
  }

  @Test
  void aPastedModelIsToldAllItsForeignLinesAtOnce() {
    String pasted =
        """
        # lavaan
        f =~ i1 + i2
        m1 ~ a1*x
        m2 ~ a2*x
        y ~ b1*m1 + b2*m2 + c*x
        m1 ~~ m2
        ab := a1*b1 + a2*b2
        a1 == a2
        """;
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> PathModel.parse(pasted));
    assertEquals(
        List.of("line 2", "line 6", "line 8"),
        refused.problems().stream().map(p -> p.where().split(",")[0]).toList());
  }

  /** What was refused is told once, and not again wherever its names are used. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m ~~ a*x; y ~ b*m + x; ab := a*b; t := ab + 1 | line 1, column 3",
        "m ~ a*x + (x; y ~ b*m + x; ab := a*b | line 1, column 11",
        "m ~ a*x; y ~ b*m + x; ab := a**b; t := ab + b | line 1, column 31",
        "m ~ a*x + ?; y ~ b*m + x; ab := a*b; t := exp(ab) | line 1, column 11",
      })
  void whatFollowsFromARefusedStatementIsNotRefusedAsWell(String syntax, String where) {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> PathModel.parse(syntax.replace("; ", "\n")));
    assertEquals(1, refused.problems().size(), refused::getMessage);
    String line = where.startsWith("line 1, column 31") ? "line 3, column 9" : where;
    assertEquals(line, refused.problems().get(0).where(), refused::getMessage);
  }

  /** Faults that have nothing to do with the refused statement are still told with it. */
  @Test
  void otherFaultsAreToldBesideARefusedStatement() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> PathModel.parse("m ~~ a*x\ny ~ b*m + x\nab := exp(a)*b\nq := exp(nothing)"));
    assertEquals(
        List.of("line 1, column 3", "line 4, column 10"),
        refused.problems().stream().map(p -> p.where()).toList());
  }

  @ParameterizedTest
  @CsvSource({"y ~ b*m + x +, ab := b*2, 13", "y ~ b*m + x +, z ~ x, 13", "m ~ x; e :=, y ~ m, 10"})
  void aLineThatEndsWithAnOperatorIsToldWhereItSwallowsTheNext(
      String first, String second, int column) {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> PathModel.parse(first + "\n" + second + "\n"));
    assertEquals(1, refused.problems().size(), refused::getMessage);
    assertEquals("line 1, column " + column, refused.problems().get(0).where());
    assertTrue(refused.getMessage().contains("the next one belongs to it"), refused.getMessage());
  }

  @Test
  void aProductWrittenWithAnAsteriskBesideItsTermsIsTold() {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> PathModel.parse("m ~ x + w + x*w\ny ~ m"));
    assertTrue(refused.getMessage().contains("their product is x:w"), refused.getMessage());
  }
}
