package org.socialcure.scoring;

import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.TypedAnswers;

/**
 * Scoring: from what a person answered to scores, for one form or for a whole file.
 *
 * <p>How an instrument is scored is part of its definition; this class only carries it out. Each
 * item enters with its value, turned around if the item is reverse-keyed, or counts if it was
 * answered by a counted option; the values are added up, averaged or counted; a linear transform or
 * a conversion table may follow. When answers are missing, the scale's missing rule says whether
 * there is a score and how the missing answers are made up for. A form and a file go through the
 * same arithmetic and give the same doubles.
 *
 * <pre>{@code
 * ScoreSheet sheet = Scorer.score(new Ucla3(2, 3, 1));
 * Score total = sheet.total();
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 *
 * @since 0.1
 */
public final class Scorer {
  private Scorer() {}

  /**
   * Scores a filled-in form of a built-in instrument.
   *
   * @param answers the answers; {@code null} components were skipped
   * @return one result for each scale of the instrument
   * @throws InvalidInputException if an answer is not among those permitted; the message names the
   *     items, never the answers
   */
  public static ScoreSheet score(TypedAnswers answers) {
    return score(answers.toResponses());
  }

  /**
   * Scores the responses to any instrument.
   *
   * @param responses the responses
   * @return one result for each scale of the instrument
   */
  public static ScoreSheet score(Responses responses) {
    return SheetScoring.score(responses);
  }

  /**
   * Starts to describe the scoring of a whole file.
   *
   * @return a batch scorer without instruments
   */
  public static BatchScorer batch() {
    return BatchScorer.EMPTY;
  }
}
