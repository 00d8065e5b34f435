package org.socialcure.scoring.reliability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A correlation and what it would be between the true scores (Spearman 1904): {@code r / √(rxx
 * ryy)}.
 *
 * <p>The correction inherits the faults of the reliabilities: too low a reliability corrects too
 * much. A corrected value beyond 1 says that the three numbers do not belong together; it is told,
 * not cut off.
 *
 * <p>Immutable and thread-safe.
 *
 * @param observed the correlation of the two scores, from −1 to 1
 * @param firstReliability the reliability of the one, strictly between 0 and 1
 * @param secondReliability the reliability of the other, strictly between 0 and 1
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record Attenuation(double observed, double firstReliability, double secondReliability) {
  /**
   * Refuses what is no correlation and no reliability.
   *
   * @throws InvalidInputException if the correlation is not from −1 to 1 or a reliability is not
   *     strictly between 0 and 1
   */
  public Attenuation {
    if (!(Math.abs(observed) <= 1)) {
      throw new InvalidInputException("observed", "must be from -1 to 1; it is " + observed);
    }
    SpearmanBrown.requireReliability("firstReliability", firstReliability);
    SpearmanBrown.requireReliability("secondReliability", secondReliability);
  }

  /**
   * The corrected correlation.
   *
   * @return {@code r / √(rxx ryy)}, which may lie beyond 1
   */
  public double corrected() {
    return observed / Math.sqrt(firstReliability * secondReliability);
  }

  /**
   * Whether the corrected correlation lies beyond 1, so that the three numbers do not belong
   * together.
   *
   * @return whether it does
   */
  public boolean isBeyondOne() {
    return Math.abs(corrected()) > 1;
  }

  /**
   * Both correlations.
   *
   * @return {@code "r 0.40, corrected for attenuation 0.50"}
   */
  @Override
  public String toString() {
    return "r "
        + Numbers.fixed(observed, 2)
        + ", corrected for attenuation "
        + Numbers.fixed(corrected(), 2)
        + " (reliabilities "
        + Numbers.value(firstReliability)
        + " and "
        + Numbers.value(secondReliability)
        + ")"
        + (isBeyondOne() ? "; beyond 1: the three do not belong together" : "");
  }
}
