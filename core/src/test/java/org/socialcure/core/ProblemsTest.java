package org.socialcure.core;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private static InvalidInputException refusal() {
    return new InvalidInputException(
        List.of(new Problem("name", "blank"), new Problem("$", "too old")));
  }

  private static String refuse() {
    throw refusal();
  }

  @Test
  void allAreThrownAtOnceInTheirOrder() {
    Problems problems = new Problems();
    assertDoesNotThrow(problems::throwIfAny);
    problems.add("a", "is wrong");
    problems.require(true, "b", "never seen");
    problems.require(false, "c", "is missing");
    problems.requireDistinct("list", "id", List.of("x", "y", "x"), id -> id);
    InvalidInputException thrown = assertThrows(InvalidInputException.class, problems::throwIfAny);
    assertEquals(problems.list(), thrown.problems());
    assertEquals(
        "a: is wrong\nc: is missing\nlist[2].id: is the same as that of another entry of the list",
        thrown.getMessage());
    assertEquals(thrown.getMessage(), problems.toString());
  }

  @Test
  void refusalsAreCollectedAtThePlaceOfTheirPart() {
    Problems problems = new Problems();
    assertEquals(Optional.of("made"), problems.attempt("x", () -> "made"));
    assertTrue(problems.isEmpty());
    assertEquals(Optional.empty(), problems.attempt("models[0]", ProblemsTest::refuse));
    assertEquals(Optional.empty(), problems.attempt(p -> p.in("a.json"), ProblemsTest::refuse));
    problems.attempt((Runnable) ProblemsTest::refuse);
    assertEquals(
        List.of("models[0].name", "models[0]", "a.json, name", "a.json, $", "name", "$"),
        problems.list().stream().map(Problem::where).toList());
    assertThrows(
        IllegalStateException.class,
        () ->
            problems.attempt(
                "x",
                () -> {
                  throw new IllegalStateException("a fault is no problem of the input");
                }));
  }

  @Test
  void pathsAreJoined() {
    assertEquals("a", Problem.path("", "a"));
    assertEquals("a.b", Problem.path("a", "b"));
    assertEquals("a[0]", Problem.path("a", "[0]"));
    assertEquals("a (line 7, column b)", Problem.path("a", "line 7, column b"));
    assertEquals(
        List.of("f, name", "f, $"),
        refusal().in("f").problems().stream().map(Problem::where).toList());
  }
}
