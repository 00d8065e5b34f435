/**
 * What became of a cohort that was asked more than once.
 *
 * <ul>
 *   <li>{@link org.socialcure.scoring.outcome.ScaleOutcome}: one scale between two waves; {@link
 *       org.socialcure.scoring.outcome.OutcomeBattery}: several, every later wave against the
 *       first; {@link org.socialcure.scoring.outcome.CohortTrajectory}: the means by wave.
 *   <li>{@link org.socialcure.scoring.outcome.GroupComparison}: whether one group changed more than
 *       another; {@link org.socialcure.scoring.outcome.ControlledOutcome}: a comparison group.
 *   <li>{@link org.socialcure.scoring.outcome.OrdinalItems}: single items; {@link
 *       org.socialcure.scoring.outcome.CaseChange}: cases; {@link
 *       org.socialcure.scoring.outcome.ProfileChange}: profiles; {@link
 *       org.socialcure.scoring.outcome.QualityAdjustedYears}: utilities.
 *   <li>{@link org.socialcure.scoring.outcome.WhoStayed}: who left; {@link
 *       org.socialcure.scoring.outcome.RegressionToTheMean}: what would have happened anyway.
 * </ul>
 *
 * <p>Every number names its people and its definition. What cannot be estimated says why, by a
 * {@link org.socialcure.scoring.outcome.Gap} or a {@link org.socialcure.scoring.NotEstimable}.
 * Without a comparison group a change includes everything that happened in between.
 */
@NullMarked
package org.socialcure.scoring.outcome;

import org.jspecify.annotations.NullMarked;
