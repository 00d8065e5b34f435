package org.socialcure.mediation.regression;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;

/**
 * The distribution of an outcome given its predictors, with its link.
 *
 * @since 0.1
 */
public enum Family {
  /** A continuous outcome, identity link, estimated by least squares. */
  GAUSSIAN("gaussian", "units of the outcome"),
  /** An outcome of 0 or 1, logit link. */
  LOGIT("logit", "log odds"),
  /** An outcome of 0 or 1, probit link. */
  PROBIT("probit", "probit"),
  /** A count whose variance equals its mean, log link. */
  POISSON("poisson", "log rate"),
  /** A count whose variance is proportional to its mean, log link; it has no likelihood. */
  QUASI_POISSON("quasipoisson", "log rate"),
  /** A count with variance {@code mu + mu²/theta} (NB2), log link, theta by maximum likelihood. */
  NEGATIVE_BINOMIAL("negbin", "log rate");

  private final String id;
  private final String scale;

  Family(String id, String scale) {
    this.id = id;
    this.scale = scale;
  }

  /**
   * The name of the family in plans and results.
   *
   * @return {@code gaussian}, {@code logit}, {@code probit}, {@code poisson}, {@code quasipoisson}
   *     or {@code negbin}
   */
  public String id() {
    return id;
  }

  /**
   * The scale of the coefficients, in words.
   *
   * @return the units of the linear predictor
   */
  public String scale() {
    return scale;
  }

  /**
   * Whether the outcome is 0 or 1.
   *
   * @return true for the logit and probit families
   */
  public boolean isBinary() {
    return this == LOGIT || this == PROBIT;
  }

  /**
   * Whether the outcome is a count.
   *
   * @return true for the Poisson, quasi-Poisson and negative binomial families
   */
  public boolean isCount() {
    return this == POISSON || this == QUASI_POISSON || this == NEGATIVE_BINOMIAL;
  }

  /**
   * The family with the given name.
   *
   * @param id a name as {@link #id()} gives it
   * @return the family
   * @throws InvalidInputException if there is no such family
   */
  public static Family of(String id) {
    Objects.requireNonNull(id, "id");
    return Arrays.stream(values())
        .filter(family -> family.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "family",
                    "\""
                        + id
                        + "\" is not a family; permitted: "
                        + Arrays.stream(values()).map(Family::id).collect(Collectors.joining(", "))
                        + "."));
  }
}
