package org.socialcure.scoring.contact;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How the interval of a change in contacts is formed. Which goes with which definition is told by
 * {@link #goesWith}.
 *
 * <table>
 * <caption>Intervals by definition: + works, − refused, · has no meaning</caption>
 * <tr><th></th><th>totals</th><th>mean rates</th><th>all available</th><th>individual</th>
 *     <th>used less</th></tr>
 * <tr><td>delta</td><td>+ (default)</td><td>+ (default)</td><td>+ (default)</td><td>−</td><td>·</td></tr>
 * <tr><td>t</td><td>−</td><td>−</td><td>−</td><td>+ (default)</td><td>·</td></tr>
 * <tr><td>percentile, BCa</td><td>+</td><td>+</td><td>+</td><td>+</td><td>−</td></tr>
 * <tr><td>exact conditional</td><td>+</td><td>−</td><td>−</td><td>·</td><td>·</td></tr>
 * <tr><td>quasi-Poisson</td><td>+</td><td>−</td><td>−</td><td>·</td><td>·</td></tr>
 * <tr><td>Wilson</td><td>·</td><td>·</td><td>·</td><td>·</td><td>+ (default)</td></tr>
 * </table>
 *
 * @since 0.1
 */
@MapperForm
public enum ContactInterval {
  /**
   * The delta method over persons, with the windows as part of the data. For the ratio of totals
   * the residual of a person is e = (y − R1·w)/Σy − (x − R0·v)/Σx, the variance of the logarithm
   * n/(n − 1)·Σe², the limits ratio·exp(±z·SE). Over all available, a person's residual has the
   * parts of the waves at which the person was seen, and n is everybody.
   */
  DELTA("delta method over persons", "people are independent of each other; n is not tiny"),
  /**
   * The t interval of the mean of individual changes. With few people who changed very differently
   * its lower limit may lie below −100 %; {@link ContactEstimate#caution()} then says so.
   */
  T("t interval over persons", "the mean of individual changes is about normal"),
  /** The percentile interval of a bootstrap over persons. */
  PERCENTILE("percentile bootstrap over persons", "people are independent of each other"),
  /** The bias-corrected and accelerated interval of a bootstrap over persons. */
  BCA("BCa bootstrap over persons", "people are independent of each other"),
  /**
   * Clopper and Pearson's interval of the share of contacts that fall after, given their total
   * (Przyborowski and Wilenski 1940), turned into a ratio.
   */
  EXACT_CONDITIONAL(
      "exact conditional",
      "contacts of a person come at random at a constant rate (Poisson), and one ratio holds for"
          + " everybody; too narrow where people differ"),
  /**
   * The Poisson interval of two totals, its standard error multiplied by √φ, φ being Pearson's
   * chi-square of the counts by their degrees of freedom 2n − 2.
   */
  QUASI_POISSON(
      "quasi-Poisson",
      "counts before and after are taken as unrelated, although they are of the same people; most"
          + " often too wide"),
  /** Wilson's interval of a share (1927). */
  WILSON("Wilson", "people are independent of each other"),
  /** The interval that came with a model-based ratio. */
  OF_MODEL("of the model", "those of the model");

  private final String label;
  private final String assumption;

  ContactInterval(String label, String assumption) {
    this.label = label;
    this.assumption = assumption;
  }

  /**
   * A short name for people.
   *
   * @return {@code "delta method over persons"}
   */
  public String label() {
    return label;
  }

  /**
   * What has to hold for the interval to hold the truth as often as it says.
   *
   * @return the assumption
   */
  public String assumption() {
    return assumption;
  }

  /**
   * The interval that is formed unasked.
   *
   * @param definition what the percentage is of
   * @return its default
   */
  public static ContactInterval of(PercentDefinition definition) {
    return switch (definition) {
      case TOTALS, MEAN_RATES, ALL_AVAILABLE -> DELTA;
      case INDIVIDUAL -> T;
      case USED_LESS -> WILSON;
      case MODEL -> OF_MODEL;
    };
  }

  /**
   * Whether a ratio of the ratios of two groups can have this interval.
   *
   * @return whether {@link ContactChange#comparedWith} takes it
   */
  public boolean comparesGroups() {
    return this == DELTA || this == PERCENTILE || this == BCA;
  }

  /**
   * Whether such an interval can be formed.
   *
   * @param definition what the percentage is of
   * @return whether the two go together
   */
  public boolean goesWith(PercentDefinition definition) {
    boolean ratio =
        definition != PercentDefinition.USED_LESS && definition != PercentDefinition.MODEL;
    return switch (this) {
      case DELTA -> ratio && definition != PercentDefinition.INDIVIDUAL;
      case T -> definition == PercentDefinition.INDIVIDUAL;
      case PERCENTILE, BCA -> ratio;
      case EXACT_CONDITIONAL, QUASI_POISSON -> definition == PercentDefinition.TOTALS;
      case WILSON -> definition == PercentDefinition.USED_LESS;
      case OF_MODEL -> definition == PercentDefinition.MODEL;
    };
  }
}
