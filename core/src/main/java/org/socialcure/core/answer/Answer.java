package org.socialcure.core.answer;

import java.util.Objects;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What became of one question: it was answered, or it was not, for one of four reasons.
 *
 * <p>Immutable and thread-safe. {@code toString} does not print what was answered.
 *
 * @since 0.1
 */
@MapperForm
public sealed interface Answer {

  /**
   * The question was answered.
   *
   * @param option the chosen option; not null
   */
  record Given(AnswerOption option) implements Answer {
    /** Refuses null. */
    public Given {
      Objects.requireNonNull(option, "option");
    }

    /**
     * Says that an answer was given, not which.
     *
     * @return {@code "given"}
     */
    @Override
    public String toString() {
      return "given";
    }
  }

  /** Why there is no answer. */
  @MapperForm
  enum Missing implements Answer {
    /** The person passed over the question. */
    SKIPPED,
    /** The person said that they do not want to answer. */
    DECLINED,
    /** The question does not apply to the person. */
    NOT_APPLICABLE,
    /** The question was not put to the person. */
    NOT_ASKED
  }
}
