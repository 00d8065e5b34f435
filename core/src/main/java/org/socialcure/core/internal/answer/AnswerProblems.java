package org.socialcure.core.internal.answer;

import java.util.Map;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;

/** What is wrong with an answer to an item, wherever the answer comes from. */
public final class AnswerProblems {
  private AnswerProblems() {}

  /**
   * An answer that is none of the item's options.
   *
   * @param where the place; not null
   * @param instrument the instrument; not null
   * @param item the item; not null
   * @param message the same in English; not null
   * @return the problem
   */
  public static Problem notPermitted(
      String where, Instrument instrument, Item item, String message) {
    String permitted = String.join(", ", item.options().stream().map(AnswerOption::code).toList());
    return Problem.coded(
        where,
        ProblemCode.ANSWER_NOT_PERMITTED,
        Map.of("instrument", instrument.id(), "item", item.id(), "permitted", permitted),
        message);
  }
}
