package org.socialcure.files;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;

/** What is said of an input that cannot be used. */
final class Refused {
  private Refused() {}

  static List<Problem> by(Executable attempt) {
    return assertThrows(InvalidInputException.class, attempt).problems();
  }

  static String only(Executable attempt) {
    List<Problem> problems = by(attempt);
    if (problems.size() != 1) {
      throw new AssertionError("not one problem: " + problems);
    }
    return problems.get(0).toString();
  }
}
