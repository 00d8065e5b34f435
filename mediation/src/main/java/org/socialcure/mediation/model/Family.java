package org.socialcure.mediation.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The distribution of an outcome given its predictors, with its link.
 *
 * @since 0.1
 */
@MapperForm
public enum Family {
  /** A continuous outcome, identity link, estimated by least squares. */
  GAUSSIAN("units of the outcome"),
  /** An outcome of 0 or 1, logit link. */
  LOGIT("log odds"),
  /** An outcome of 0 or 1, probit link. */
  PROBIT("probit"),
  /** A count whose variance equals its mean, log link. */
  POISSON("log rate"),
  /** A count whose variance is proportional to its mean, log link; it has no likelihood. */
  @JsonProperty("quasipoisson")
  QUASI_POISSON("log rate"),
  /** A count with variance {@code mu + mu²/theta} (NB2), log link, theta by maximum likelihood. */
  @JsonProperty("negbin")
  NEGATIVE_BINOMIAL("log rate");

  private final String scale;

  Family(String scale) {
    this.scale = scale;
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
   * Whether the linear predictor is the logarithm of the mean.
   *
   * @return true for the Poisson, quasi-Poisson and negative binomial families
   */
  public boolean hasLogLink() {
    return isCount();
  }

  /**
   * Whether the outcome is a count.
   *
   * @return true for the Poisson, quasi-Poisson and negative binomial families
   */
  public boolean isCount() {
    return this == POISSON || this == QUASI_POISSON || this == NEGATIVE_BINOMIAL;
  }
}
