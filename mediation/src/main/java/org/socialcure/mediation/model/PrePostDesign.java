package org.socialcure.mediation.model;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What can be asked of measures taken before and after. The designs look alike and answer different
 * questions.
 *
 * @since 0.1
 */
@MapperForm
public enum PrePostDesign {
  /** The exposure, the change of the mediators, the change of the outcome. */
  CHANGE_SCORE,
  /**
   * The exposure, the mediators afterwards and the outcome afterwards, at equal baselines: analysis
   * of covariance.
   */
  RESIDUALISED_CHANGE,
  /**
   * The occasion, or the condition under which everyone was measured, is itself the exposure (Judd,
   * Kenny and McClelland 2001; Montoya and Hayes 2017).
   */
  WITHIN_SUBJECT,
  /**
   * From the exposure to later mediators, and from earlier mediators to the later outcome (Cole and
   * Maxwell 2003).
   */
  HALF_LONGITUDINAL;
}
