package org.socialcure.scoring.contact;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What "25 % fewer contacts" is the percentage of. The same people can give −34 % by one definition
 * and −42 % by another, so none of them is simply called the change.
 *
 * <p>In the formulas x and y are a person's contacts before and after, v and w the lengths of the
 * two windows; sums run over persons.
 *
 * @since 0.1
 */
@MapperForm
public enum PercentDefinition {
  /**
   * The ratio of totals, (Σy/Σw) / (Σx/Σv), over people with both counts. A Poisson model without
   * covariates estimates the same ratio.
   */
  TOTALS(
      "ratio of totals",
      "all contacts after against all contacts before, each for the time observed, in people with"
          + " both counts"),
  /**
   * The ratio of mean personal rates, mean(y/w) / mean(x/v), over people with both counts. It
   * differs from the ratio of totals where windows differ between people.
   */
  MEAN_RATES(
      "ratio of mean personal rates",
      "the mean of people's own rates after against that before, in people with both counts"),
  /**
   * The ratio of totals with everybody who has a count at the wave: Σy/Σw over those seen after,
   * Σx/Σv over those seen before. Change and the loss of people are mixed.
   */
  ALL_AVAILABLE(
      "ratio of totals, all available",
      "everybody with a count at either wave, so that the loss of people is part of the change"),
  /**
   * The mean over people of their own change, mean((y/w) / (x/v)) − 1. Not defined for people
   * without a contact before, who are counted and left out; small numbers before make it large.
   */
  INDIVIDUAL(
      "mean of individual changes",
      "the mean of people's own percent changes, in those with a contact before"),
  /** The share of people whose rate fell, {@code y/w < x/v}, among those with both counts. */
  USED_LESS("share who used less", "people whose own rate fell, among those with both counts"),
  /** A ratio from a regression model that was fitted elsewhere. */
  MODEL("model-based ratio", "a ratio of rates from a regression model");

  private final String label;
  private final String meaning;

  PercentDefinition(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /**
   * A short name for people.
   *
   * @return {@code "ratio of totals"}
   */
  public String label() {
    return label;
  }

  /**
   * What is divided by what, and in whom.
   *
   * @return the meaning, the end of a sentence
   */
  public String meaning() {
    return meaning;
  }
}
