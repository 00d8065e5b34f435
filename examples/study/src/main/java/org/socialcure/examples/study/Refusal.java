package org.socialcure.examples.study;

import java.util.function.Supplier;
import org.socialcure.core.InvalidInputException;

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

  /** Checks an input and names it where it cannot be used. */
  static void naming(String input, Runnable check) {
    naming(
        input,
        () -> {
          check.run();
          return input;
        });
  }

  /** Does something with an input and names the input where it cannot be used. */
  static <T> T naming(String input, Supplier<T> work) {
    try {
      return work.get();
    } catch (InvalidInputException e) {
      throw new Refusal(input, e);
    }
  }
}
