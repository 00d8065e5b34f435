package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The standard deviation and the reliability that a change of one person is held against, and where
 * they come from.
 *
 * <p>A person's two scores cannot say how much of their difference is measurement error; a sample
 * can. The standard deviation is that of the scores before, in the reference sample or in one's
 * own; it must be on the scale of the score (sum, mean, metric) that it is used with.
 *
 * <p>Immutable and thread-safe.
 *
 * @param sd the standard deviation of the scores before (divisor n − 1); above zero
 * @param reliability the reliability of the score in that sample; strictly between 0 and 1
 * @param kind what the reliability rests on
 * @param source the publication or the sample, as it is to be printed beside the result; not blank
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangeReference(double sd, double reliability, ReliabilityKind kind, String source) {
  /**
   * Refuses values with which no reliable change can be said.
   *
   * @throws InvalidInputException if the standard deviation is not above zero, the reliability is
   *     not strictly between 0 and 1 or the source is blank
   */
  public ChangeReference {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    if (!(sd > 0 && Double.isFinite(sd))) {
      throw new InvalidInputException("sd", "must be a finite number above 0; it is " + sd);
    }
    if (!(reliability > 0 && reliability < 1)) {
      throw new InvalidInputException(
          "reliability", "must lie strictly between 0 and 1; it is " + reliability);
    }
    if (source.isBlank()) {
      throw new InvalidInputException(
          "source", "must say where the standard deviation and the reliability come from");
    }
  }

  /**
   * A reference whose reliability is of a kind that the source does not state.
   *
   * @param sd the standard deviation of the scores before
   * @param reliability the reliability of the score
   * @param source the publication or the sample
   * @throws InvalidInputException as the canonical constructor
   */
  public ChangeReference(double sd, double reliability, String source) {
    this(sd, reliability, ReliabilityKind.UNSPECIFIED, source);
  }

  /**
   * A reference of which the standard error of measurement is known in the place of the
   * reliability, which follows: {@code 1 − error²/sd²}.
   *
   * @param standardError the standard error of measurement, above zero and below the standard
   *     deviation
   * @param sd the standard deviation of the scores before, in the sample of the standard error
   * @param kind what the standard error rests on
   * @param source the publication or the sample
   * @return the reference
   * @throws InvalidInputException if the standard error is not above zero and below the standard
   *     deviation, or as the constructor
   */
  public static ChangeReference ofStandardError(
      double standardError, double sd, ReliabilityKind kind, String source) {
    if (!(standardError > 0 && standardError < sd)) {
      throw new InvalidInputException(
          "standardError",
          "must be above 0 and below the standard deviation; it is " + standardError);
    }
    double share = standardError / sd;
    return new ChangeReference(sd, 1 - share * share, kind, source);
  }

  /**
   * The standard error of measurement: sd · √(1 − reliability).
   *
   * @return the standard deviation of one person's scores around the true score
   */
  public double standardErrorOfMeasurement() {
    return sd * Math.sqrt(1 - reliability);
  }

  /**
   * The standard error of a difference of two scores of one person: √2 times the standard error of
   * measurement (Jacobson and Truax 1991).
   *
   * @return the standard deviation of the difference when nothing has changed
   */
  public double standardErrorOfDifference() {
    return Math.sqrt(2) * standardErrorOfMeasurement();
  }

  /**
   * The minimal detectable change: 1.96 · √2 times the standard error of measurement (de Vet and
   * others 2006). A smaller difference of one person may be nothing but measurement error. Whether
   * a difference matters to the person is another question: see {@link ImportantDifference}.
   *
   * @return the points that a difference must exceed to be reliable by {@link
   *     ReliableChangeMethod#JACOBSON_TRUAX}
   */
  public double minimalDetectableChange() {
    return ReliableChangeMethod.CRITICAL * standardErrorOfDifference();
  }

  @Override
  public String toString() {
    return "SD "
        + Numbers.value(sd)
        + ", reliability "
        + Numbers.value(reliability)
        + " ("
        + kind
        + "), "
        + source;
  }
}
