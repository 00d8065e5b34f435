package org.socialcure.mediation.prepost;

import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.model.Derivation;

/**
 * A measure taken twice: before and after, or under two conditions.
 *
 * <p>Immutable and thread-safe.
 *
 * @param before the column of the first occasion
 * @param after the column of the second
 * @since 0.1
 */
public record BeforeAfter(String before, String after) {
  /**
   * Checks the columns.
   *
   * @throws InvalidInputException if both are the same
   */
  public BeforeAfter {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    if (before.equals(after)) {
      throw new InvalidInputException(
          "measure " + before, "needs two columns, one before and one after, not the same twice");
    }
  }

  /**
   * A measure in two columns.
   *
   * @param before the column of the first occasion
   * @param after the column of the second
   * @return the measure
   * @throws InvalidInputException if both are the same
   */
  public static BeforeAfter of(String before, String after) {
    return new BeforeAfter(before, after);
  }

  /**
   * The change: after minus before.
   *
   * @return the derived column
   */
  public Derivation.Difference change() {
    return new Derivation.Difference(after, before);
  }

  /**
   * The mean of both occasions, centred at its average.
   *
   * @return the derived column
   */
  public Derivation.CentredMean average() {
    return new Derivation.CentredMean(before, after);
  }

  @Override
  public String toString() {
    return before + " and " + after;
  }
}
