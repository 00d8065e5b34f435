package org.socialcure.examples.study.simulation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The effects that the simulated cohort was made with, on the scales of the scored columns.
 *
 * <p>They are exact, not estimates from a large simulation. In {@link CohortSimulator} the expected
 * change of each score is a straight line in the variables before it; whole-number scores come
 * about by rounding at random, which keeps the expectation; the noise is bounded, so that no score
 * ever meets an end of its range; and the item answers are drawn <em>after</em> the score, so that
 * scoring them gives the score back. Hence the coefficients below are those that least squares
 * estimates without bias.
 *
 * <p>Units: groups are counted, belonging is the mean of four items (1 to 7), loneliness the sum of
 * eight (8 to 32), visits are counted over 120 days.
 */
public final class TrueEffects {
  /** Change of belonging for one more group. */
  public static final double BELONGING_ON_GROUPS = 0.2;

  /** Change of loneliness for one more group, at the same change of belonging. */
  public static final double LONELINESS_ON_GROUPS = -0.4;

  /** Change of loneliness for one more point of belonging, at the same change of groups. */
  public static final double LONELINESS_ON_BELONGING = -1.2;

  /** Visits for one more group, at the same changes of belonging and loneliness. */
  public static final double VISITS_ON_GROUPS = -0.1;

  /** Visits for one more point of belonging, other things equal. */
  public static final double VISITS_ON_BELONGING = -0.4;

  /** Visits for one more point of loneliness, other things equal. */
  public static final double VISITS_ON_LONELINESS = 0.25;

  /** Visits at T1 for one more visit at T0, other things equal. */
  public static final double VISITS_ON_EARLIER_VISITS = 0.5;

  /** Visits for one more year of age, other things equal. */
  public static final double VISITS_ON_AGE = 0.01;

  private TrueEffects() {}

  /**
   * The total, direct and indirect effects of one more group on visits.
   *
   * @return the effects by name: {@code total}, {@code direct}, {@code total indirect} and the path
   *     of each indirect effect as {@code groups -> … -> visits}
   */
  public static Map<String, Double> onVisits() {
    double belonging = BELONGING_ON_GROUPS * VISITS_ON_BELONGING;
    double loneliness = LONELINESS_ON_GROUPS * VISITS_ON_LONELINESS;
    double serial = BELONGING_ON_GROUPS * LONELINESS_ON_BELONGING * VISITS_ON_LONELINESS;
    Map<String, Double> effects = new LinkedHashMap<>();
    effects.put("total", VISITS_ON_GROUPS + belonging + loneliness + serial);
    effects.put("direct", VISITS_ON_GROUPS);
    effects.put("total indirect", belonging + loneliness + serial);
    effects.put("groups -> belonging -> visits", belonging);
    effects.put("groups -> loneliness -> visits", loneliness);
    effects.put("groups -> belonging -> loneliness -> visits", serial);
    return Collections.unmodifiableMap(effects);
  }
}
