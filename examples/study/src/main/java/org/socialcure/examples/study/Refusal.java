package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;

/** An input that cannot be used, together with the file or part of it that is meant. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String input, InvalidInputException cause) {
    super(input + " cannot be used:\n" + cause.getMessage(), cause);
  }

  /** An option of the command line that cannot be used as it is. */
  static Refusal ofCommandLine(String option, String message) {
    return new Refusal("The command line", new InvalidInputException(option, message));
  }

  /** Does something with an input and names the input where it cannot be used. */
  static <T> T naming(String input, Supplier<T> work) {
    try {
      return work.get();
    } catch (InvalidInputException e) {
      throw new Refusal(input, e);
    }
  }

  /**
   * Gathers the problems of steps that do not depend on each other, so that all are shown at once.
   */
  static final class Gathering {
    private final List<Problem> problems = new ArrayList<>();

    /** Does a step and remembers its problems. */
    void attempt(Runnable step) {
      attempt("", step);
    }

    /** Does a step and remembers its problems, with a word on where before each place. */
    void attempt(String prefix, Runnable step) {
      try {
        step.run();
      } catch (InvalidInputException e) {
        e.problems().forEach(p -> problems.add(new Problem(prefix + p.where(), p.message())));
      }
    }

    void add(Problem problem) {
      problems.add(problem);
    }

    /** Refuses the input if there was any problem. */
    void finish() {
      if (!problems.isEmpty()) {
        throw new InvalidInputException(problems);
      }
    }
  }
}
