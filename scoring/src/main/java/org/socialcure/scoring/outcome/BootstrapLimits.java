package org.socialcure.scoring.outcome;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How the limits of an interval are taken from resamples of persons.
 *
 * @since 0.1
 */
@MapperForm
public enum BootstrapLimits {
  /** The quantiles of the resamples. */
  PERCENTILE("percentile bootstrap over persons"),
  /** Bias-corrected and accelerated (Efron 1987); the usual one. */
  BCA("BCa bootstrap over persons");

  private final String label;

  BootstrapLimits(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
