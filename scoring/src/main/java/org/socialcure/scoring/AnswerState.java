package org.socialcure.scoring;

import org.socialcure.core.answer.Answer;
import org.socialcure.core.instrument.Item;

/**
 * An answer as a small number: the place of the chosen option among those of its item, from 0, or a
 * negative number for each way in which an item can be unanswered.
 */
final class AnswerState {
  /** Below every other state: a code that the item does not permit. */
  static final short INVALID = (short) (-1 - Answer.Missing.values().length);

  static final short SKIPPED = of(Answer.Missing.SKIPPED);

  private static final Answer.Missing[] MISSING = Answer.Missing.values();

  private AnswerState() {}

  static short of(Answer.Missing missing) {
    return (short) (-1 - missing.ordinal());
  }

  static int of(Item item, Answer answer) {
    return answer instanceof Answer.Given given
        ? item.options().indexOf(given.option())
        : of((Answer.Missing) answer);
  }

  static Answer.Missing missing(int state) {
    return MISSING[-1 - state];
  }

  /** Where a state stands in a table over all states of an item. */
  static int index(int state) {
    return state - INVALID;
  }
}
