package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The smallest change of a score that people themselves would call important, and who says so.
 *
 * <p>It is another question than whether a change exceeds measurement error ({@link
 * org.socialcure.scoring.change.ChangeReference}); neither answers the other.
 *
 * <p>Immutable and thread-safe.
 *
 * @param points the size of the change in points of the scale; above zero
 * @param source where it comes from, as it is to be printed beside the result; not blank
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImportantChange(double points, String source) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the points are not a finite number above zero or the source is
   *     blank
   */
  public ImportantChange {
    Names.requireText("source", source);
    if (!(points > 0 && Double.isFinite(points))) {
      throw new InvalidInputException("points", "must be a finite number above 0");
    }
  }

  /**
   * The points and their source.
   *
   * @return {@code "3 points (…)"}
   */
  @Override
  public String toString() {
    return Numbers.value(points) + " points (" + source + ")";
  }
}
