package org.socialcure.examples.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.socialcure.core.InvalidInputException;

/** What is expected of every reader. */
final class Readers {
  private Readers() {}

  /** A text of arbitrary bytes, as a file that is no text has it. */
  static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  /**
   * Reads a text; nothing but a refusal may come in the place of the value.
   *
   * @param <T> the type of the value
   * @param text the text
   * @param reader the reader
   * @return the value; empty if the text was refused
   */
  static <T> Optional<T> read(String text, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (InvalidInputException refused) {
      if (refused.problems().isEmpty() || refused.toString().isBlank()) {
        throw new AssertionError("A refusal that says nothing.");
      }
      return Optional.empty();
    }
  }

  /**
   * Reads a text and, where that succeeds, writes the value and reads it again.
   *
   * @param <T> the type of the value
   * @param text the text
   * @param reader the reader
   * @param writer writes a value so that the reader reads it
   */
  static <T> void readTwice(String text, Function<String, T> reader, Function<T, String> writer) {
    read(text, reader)
        .ifPresent(
            value -> {
              String written = writer.apply(value);
              if (!reader.apply(written).equals(value)) {
                throw new AssertionError("Read differently once it was written.");
              }
            });
  }
}
