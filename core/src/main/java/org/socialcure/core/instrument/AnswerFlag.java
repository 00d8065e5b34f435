package org.socialcure.core.instrument;

import java.util.List;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * An answer that somebody has to look at whatever the score is, such as any answer but "not at all"
 * to the ninth item of the PHQ-9. It is a prompt to look, no diagnosis and no measure of risk.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the name of the flag, {@code "self-harm"}; not null
 * @param item the id of the item; not null
 * @param options the ids of the options that raise the flag; not null, not empty
 * @param text what the flag means and asks for; not null, not blank
 * @param evidence how well it is supported that these answers are to be flagged; not null
 * @since 0.1
 */
@MapperForm
public record AnswerFlag(
    String id, String item, List<String> options, String text, Evidence evidence) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if an id is not of the form {@code some-words}, the text is blank
   *     or no option is named
   */
  public AnswerFlag {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(evidence, "evidence");
    options = List.copyOf(options);
    Problems problems = new Problems();
    problems.require(Names.isId(id), "id", Names.idRule());
    problems.require(!text.isBlank(), "text", "must not be blank");
    problems.require(!options.isEmpty(), "options", "must name at least one option");
    problems.requireDistinct("options", "id", options, option -> option);
    problems.throwIfAny();
  }

  /**
   * The flag in words, without the answer.
   *
   * @return {@code "item thoughts: …"}
   */
  @Override
  public String toString() {
    return "item " + item + ": " + text;
  }
}
