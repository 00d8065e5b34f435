package org.socialcure.core.instrument;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The words of one item in one language.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text the question or statement; empty where it may not be shipped; not null
 * @param instruction what is said to this item alone; empty if nothing is; not null
 * @param options the words of its options by option id; those left out have the words that all
 *     items share, or the option's label; not null
 * @since 0.1
 */
@MapperForm
public record ItemWording(
    Optional<String> text, Optional<String> instruction, Map<String, String> options) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if a text is blank
   */
  public ItemWording {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(instruction, "instruction");
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    Problems problems = new Problems();
    problems.require(text.filter(String::isBlank).isEmpty(), "text", "must not be blank");
    problems.require(
        instruction.filter(String::isBlank).isEmpty(), "instruction", "must not be blank");
    options.forEach(
        (id, words) -> problems.require(!words.isBlank(), "options." + id, "must not be blank"));
    problems.throwIfAny();
  }

  /**
   * The wording of an item without words of its own for instruction and options.
   *
   * @param text the question or statement; not null
   * @return the wording
   * @throws InvalidInputException if the text is blank
   */
  public static ItemWording of(String text) {
    return new ItemWording(Optional.of(text), Optional.empty(), Map.of());
  }

  /**
   * How much is worded, never the words.
   *
   * @return {@code "words for an item and 2 options"}
   */
  @Override
  public String toString() {
    return "words for an item" + (options.isEmpty() ? "" : " and " + options.size() + " options");
  }
}
