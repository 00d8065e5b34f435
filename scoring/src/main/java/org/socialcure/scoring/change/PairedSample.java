package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Which rows a paired comparison rests on: pairwise complete cases, and how many others were left
 * out and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param pairs rows with both values; these are used
 * @param onlyBefore rows left out because the later value is missing
 * @param onlyAfter rows left out because the earlier value is missing
 * @param neither rows left out because both are missing
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record PairedSample(int pairs, int onlyBefore, int onlyAfter, int neither) {
  /**
   * Refuses negative counts.
   *
   * @throws InvalidInputException if a count is negative
   */
  public PairedSample {
    if (pairs < 0 || onlyBefore < 0 || onlyAfter < 0 || neither < 0) {
      throw new InvalidInputException("rows", "counts must not be negative");
    }
  }

  /**
   * All rows looked at.
   *
   * @return used and left-out rows together
   */
  public int rows() {
    return pairs + leftOut();
  }

  /**
   * All rows left out.
   *
   * @return the rows that lack one or both values
   */
  public int leftOut() {
    return onlyBefore + onlyAfter + neither;
  }

  @Override
  public String toString() {
    return pairs
        + " pairs of "
        + rows()
        + " rows (left out: "
        + onlyBefore
        + " without after, "
        + onlyAfter
        + " without before, "
        + neither
        + " without both)";
  }
}
