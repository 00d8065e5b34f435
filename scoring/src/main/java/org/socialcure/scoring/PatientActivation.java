package org.socialcure.scoring;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Range;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A result of the Patient Activation Measure (Hibbard et al. 2005, doi
 * 10.1111/j.1475-6773.2005.00438.x): how much knowledge, skill and confidence a person has for
 * managing their own health. A score from 0 to 100 and a level from 1 to 4, as the owner's software
 * computed them.
 *
 * <p>The measure, its table and the cuts between levels belong to its owner; an organisation needs
 * a licence. Nothing of them is shipped: answers are not scored here, and a level is not worked out
 * of a score, for the cuts differ by version. Scores should not necessarily be shared with
 * patients, says a page for organisations.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no result.
 *
 * @param version the edition of the measure and of its table, {@code "13 items"}; not null, not
 *     blank
 * @param score the score; 0 to 100
 * @param level the level; 1 to 4
 * @since 0.1
 */
@MapperForm
public record PatientActivation(String version, double score, int level) {
  private static final Range SCORES = new Range(0, 100);
  private static final Range LEVELS = new Range(1, 4);

  /**
   * Checks the numbers.
   *
   * @throws InvalidInputException with all problems: a blank version, a score outside of 0 to 100,
   *     a level other than 1, 2, 3 or 4
   */
  public PatientActivation {
    Objects.requireNonNull(version, "version");
    Problems problems = new Problems();
    problems.attempt("", () -> Names.requireText("version", version));
    problems.require(SCORES.contains(score), "pam, score", "must be a number from 0 to 100");
    problems.require(LEVELS.contains(level), "pam, level", "must be 1, 2, 3 or 4");
    problems.throwIfAny();
  }

  /**
   * The result as a sheet, for trajectories and changes, with the scales {@code score} and {@code
   * level}.
   *
   * @return the sheet, whose two values were computed elsewhere
   */
  public ScoreSheet sheet() {
    return new ScoreSheet(
        "pam",
        version,
        Optional.empty(),
        Optional.of("score"),
        List.of(
            result("score", "Patient activation (PAM)", score, SCORES),
            result("level", "Level of patient activation (PAM)", level, LEVELS)),
        List.of());
  }

  private Score result(String scale, String label, double value, Range range) {
    return new Score(
        "pam",
        version,
        Optional.empty(),
        scale,
        label,
        value,
        range,
        Direction.HIGHER_IS_BETTER,
        "more activated",
        1,
        1,
        new MissingRule.AllRequired(),
        Completeness.COMPLETE,
        Optional.empty(),
        Optional.empty(),
        Evidence.NOT_STATED);
  }

  /**
   * That there is a result, and none of it.
   *
   * @return {@code "PAM (13 items)"}
   */
  @Override
  public String toString() {
    return "PAM (" + version + ")";
  }
}
