package org.socialcure.core.instrument;

import java.util.List;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Another way in which answers to the same items are numbered in data, by which a code that the
 * instrument does not permit can be explained. It is never applied by itself: a message that
 * refuses such a code names the variant and the remedy.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the name of the variant, {@code "from-zero"}; not null
 * @param says who numbers the answers so, and how; not null, not blank
 * @param codes the numbers that occur in it; not null, not empty
 * @param remedy what to do with such data; not null, not blank
 * @param evidence how well the variant is supported; not null
 * @since 0.1
 */
@MapperForm
public record CodingVariant(
    String id, String says, List<Double> codes, String remedy, Evidence evidence) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the id is not of the form {@code some-words}, a text is blank,
   *     or the codes are none, not finite or named twice
   */
  public CodingVariant {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(remedy, "remedy");
    Objects.requireNonNull(evidence, "evidence");
    codes = List.copyOf(codes);
    Problems problems = new Problems();
    problems.require(Names.isId(id), "id", Names.idRule());
    problems.require(!says.isBlank(), "says", "must not be blank");
    problems.require(!remedy.isBlank(), "remedy", "must not be blank");
    problems.require(!codes.isEmpty(), "codes", "must hold at least one number");
    problems.require(
        codes.stream().allMatch(Double::isFinite), "codes", "must hold finite numbers");
    problems.requireDistinct("codes", "value", codes, code -> code);
    problems.throwIfAny();
  }

  /**
   * The variant in a sentence.
   *
   * @return {@code "numbered 0 to 3 by …; use coding 0=never, …"}
   */
  @Override
  public String toString() {
    return says + "; " + remedy;
  }
}
