package org.socialcure.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvalidInputExceptionTest {
  @Test
  void whatIsWrongInManyPlacesIsSaidOnceAndCounted() {
    List<Problem> problems = new ArrayList<>();
    for (int line = 2; line <= 61; line++) {
      problems.add(new Problem("line " + line + ", column u2", "not a permitted code"));
      if (line == 2) {
        problems.add(
            new Problem("title", Optional.of(new Problem.Position(1, 12)), "must be a text"));
      }
    }

    InvalidInputException e = new InvalidInputException(problems);

    assertEquals(
        """
        line 2, column u2; line 3, column u2; line 4, column u2 and 57 more: not a permitted code
        title (line 1, column 12): must be a text""",
        e.getMessage());
    assertEquals(problems, e.problems());
  }

  @Test
  void twentyLinesAreShownAndTheRestCounted() {
    List<Problem> problems =
        IntStream.range(0, 50).mapToObj(i -> new Problem("p" + i, "wrong " + i / 2)).toList();

    String message = new InvalidInputException(problems).getMessage();

    assertEquals(21, message.lines().count());
    assertTrue(message.startsWith("p0; p1: wrong 0\n"), message);
    assertTrue(message.endsWith("\n… and 10 more"), message);
  }

  @Test
  void aProblemNeedsAPlaceAndAMessage() {
    assertThrows(IllegalArgumentException.class, () -> new Problem(" ", "m"));
    assertThrows(IllegalArgumentException.class, () -> new Problem("p", ""));
    assertThrows(IllegalArgumentException.class, () -> new InvalidInputException(List.of()));
    Problem there = new Problem("a", Optional.of(new Problem.Position(3, 4)), "m").within("file");
    assertEquals("file.a (line 3, column 4): m", there.toString());
  }

  @Test
  void problemsSurviveSerialisation() throws Exception {
    InvalidInputException thrown =
        new InvalidInputException(
            List.of(
                new Problem("line 2, column u2", "not a permitted code"),
                new Problem("title", Optional.of(new Problem.Position(1, 12)), "must be a text")));

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    }
    Object read;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      read = in.readObject();
    }

    InvalidInputException back = assertInstanceOf(InvalidInputException.class, read);
    assertEquals(thrown.problems(), back.problems());
    assertEquals(thrown.getMessage(), back.getMessage());
    assertEquals(
        "answers.csv, title (line 1, column 12): must be a text",
        back.in("answers.csv").problems().get(1).toString());
  }
}
