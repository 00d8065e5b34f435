package org.socialcure.scoring;

import java.util.List;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.answer.TypedAnswers;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.person.Cohort;
import org.socialcure.core.person.GroupCount;
import org.socialcure.core.person.SocialIdentityIndex;

/**
 * Scoring: from what a person answered to scores, for one form, a cohort or a whole file.
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
   * Scores all questionnaires of a cohort.
   *
   * <p>The rows are those of {@link Cohort#toDataset}: one per participant and wave. So are the
   * columns, with the scores of an instrument, at the end, in the place of the answers to it:
   * {@code ucla-3.total}, or {@code group-identification[community].total} where a group was asked
   * about. A scale that was not asked or could not be scored is missing in its row. {@link
   * Dataset#widen(String, String, java.util.List)} makes one row per participant of it.
   *
   * <pre>{@code
   * Assessment before = Assessment.at("T0").with(new Ucla3(2, 3, 1).toResponses());
   * Participant one = Participant.of("p-1").with(before);
   * Cohort cohort = new Cohort(List.of("T0", "T1"), List.of(one));
   * Dataset data = Scorer.score(cohort).widen("id", "wave", cohort.waves());
   * }</pre>
   *
   * @param cohort the people
   * @param rules how groups are counted; {@link GroupCount#all()} if none is given
   * @return the scores, the counts of groups and the contacts with services
   * @throws InvalidInputException as {@link Cohort#toDataset} does, or if two different instruments
   *     have one id
   */
  public static Dataset score(Cohort cohort, GroupCount... rules) {
    return CohortScoring.score(cohort, cohort.toDataset(rules));
  }

  /**
   * The same with the indices of social identity maps that are asked for.
   *
   * @param cohort the people
   * @param rules how groups are counted; {@link GroupCount#all()} if there is none
   * @param indices what is read off each map
   * @return the scores, the counts of groups, the indices and the contacts with services
   * @throws InvalidInputException as {@link #score(Cohort, GroupCount...)} does, or if an index
   *     stands twice
   */
  public static Dataset score(
      Cohort cohort, List<GroupCount> rules, List<SocialIdentityIndex> indices) {
    return CohortScoring.score(cohort, cohort.toDataset(rules, indices));
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
