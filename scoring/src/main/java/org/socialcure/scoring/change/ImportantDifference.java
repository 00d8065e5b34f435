package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How many points a difference has to have to matter to the person, and who says so.
 *
 * <p>It is another question than whether a difference exceeds measurement error ({@link
 * ChangeReference#minimalDetectableChange()}); neither answers the other.
 *
 * <p>Immutable and thread-safe.
 *
 * @param points the size of the difference in points of the scale; above zero
 * @param basis what it rests on
 * @param source where it comes from, as it is to be printed beside the result; not blank
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImportantDifference(double points, Basis basis, String source) {

  /**
   * What the size of an important difference rests on.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Basis {
    /** Published for the instrument. */
    PUBLISHED("published"),
    /** Half a standard deviation of the scores before (Norman, Sloan and Wyrwich 2003). */
    HALF_SD("half a standard deviation"),
    /** One standard error of measurement (Wyrwich, Tierney and Wolinsky 1999). */
    ONE_STANDARD_ERROR("one standard error of measurement");

    private final String words;

    Basis(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the points are not a finite number above zero or the source is
   *     blank
   */
  public ImportantDifference {
    Objects.requireNonNull(basis, "basis");
    Names.requireText("source", source);
    if (!(points > 0 && Double.isFinite(points))) {
      throw new InvalidInputException("points", "must be a finite number above 0");
    }
  }

  /**
   * A published difference.
   *
   * @param points its size
   * @param source the publication
   * @return the difference
   * @throws InvalidInputException if the points are not a finite number above zero or the source is
   *     blank
   */
  public static ImportantDifference published(double points, String source) {
    return new ImportantDifference(points, Basis.PUBLISHED, source);
  }

  /**
   * Half a standard deviation.
   *
   * @param reference the standard deviation and its source
   * @return the difference
   */
  public static ImportantDifference halfSd(ChangeReference reference) {
    return new ImportantDifference(reference.sd() / 2, Basis.HALF_SD, reference.source());
  }

  /**
   * One standard error of measurement.
   *
   * @param reference the standard deviation, the reliability and their source
   * @return the difference
   */
  public static ImportantDifference oneStandardError(ChangeReference reference) {
    return new ImportantDifference(
        reference.standardErrorOfMeasurement(), Basis.ONE_STANDARD_ERROR, reference.source());
  }

  /**
   * The points, their basis and source.
   *
   * @return {@code "10 points (published; …)"}
   */
  @Override
  public String toString() {
    return Numbers.score(points) + " points (" + basis + "; " + source + ")";
  }
}
