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
 *
 * <h2>How often the intervals hold the truth</h2>
 *
 * <p>Of 5,000 simulated cohorts of each kind, the share in percent whose 95 % interval held the
 * truth; of intervals from 999 resamples, of 500 of them (Monte Carlo error 0.3 and about 1). The
 * score is the sum of three items: normal / skewed (skewness about 1.25) / whole numbers from 1 to
 * 3 most of which are 1. Feldt's interval of alpha rests on normal items: where they are skewed it
 * holds the truth in 80 to 83 %, and more people do not mend it; take a bootstrap interval.
 *
 * <table>
 * <caption>Coverage of 95 % intervals in percent, normal / skewed / floored scores</caption>
 * <tr><th>interval</th><th>n = 20</th><th>50</th><th>100</th><th>178</th></tr>
 * <tr><td>mean change, t</td><td>95.2 / 95.6 / 95.2</td><td>94.9 / 95.1 / 95.0</td><td>95.2 / 94.8 / 95.2</td><td>95.2 / 95.1 / 95.2</td></tr>
 * <tr><td>d_z, noncentral t</td><td>94.9 / 96.0 / 95.7</td><td>95.0 / 95.0 / 95.3</td><td>95.2 / 95.3 / 95.3</td><td>95.2 / 95.1 / 95.1</td></tr>
 * <tr><td>d_z, noncentral t times Hedges' factor</td><td>94.8 / 95.7 / 95.8</td><td>95.0 / 95.0 / 95.2</td><td>95.1 / 95.3 / 95.3</td><td>95.2 / 95.1 / 95.1</td></tr>
 * <tr><td>d_av (RMS), noncentral t</td><td>95.3 / 95.8 / 95.6</td><td>95.2 / 95.5 / 94.9</td><td>95.5 / 95.3 / 95.2</td><td>95.3 / 95.8 / 95.2</td></tr>
 * <tr><td>d_av (mean SD), BCa</td><td>94.0 / 94.0 / 93.6</td><td>94.8 / 95.2 / 95.2</td><td>96.0 / 94.4 / 95.8</td><td>97.0 / 97.2 / 95.2</td></tr>
 * <tr><td>d_av (mean SD), percentile</td><td>92.8 / 92.0 / 91.6</td><td>94.6 / 94.8 / 94.2</td><td>96.0 / 93.8 / 95.2</td><td>97.0 / 96.2 / 94.8</td></tr>
 * <tr><td>d_rm, BCa</td><td>93.6 / 93.2 / 92.8</td><td>95.0 / 94.4 / 94.4</td><td>95.6 / 94.2 / 95.4</td><td>97.0 / 96.4 / 95.0</td></tr>
 * <tr><td>d_rm, percentile</td><td>92.8 / 92.8 / 91.6</td><td>94.6 / 95.0 / 94.2</td><td>96.0 / 94.0 / 95.0</td><td>97.0 / 96.2 / 94.6</td></tr>
 * <tr><td>d by the SD before, BCa</td><td>94.6 / 94.6 / 94.6</td><td>95.6 / 95.6 / 94.6</td><td>96.4 / 94.4 / 95.4</td><td>96.4 / 96.0 / 95.0</td></tr>
 * <tr><td>d by the SD before, percentile</td><td>91.8 / 92.4 / 91.8</td><td>95.0 / 95.0 / 94.2</td><td>96.4 / 94.2 / 95.0</td><td>96.4 / 96.2 / 94.6</td></tr>
 * <tr><td>share better, Wilson</td><td>96.3 / 96.3 / 96.8</td><td>95.3 / 95.7 / 95.6</td><td>95.4 / 95.9 / 95.8</td><td>94.4 / 94.1 / 94.5</td></tr>
 * <tr><td>probability of superiority, BCa</td><td>91.6 / 92.8 / 93.0</td><td>93.2 / 95.4 / 94.8</td><td>94.2 / 95.0 / 95.8</td><td>94.8 / 96.0 / 95.2</td></tr>
 * <tr><td>probability of superiority, percentile</td><td>92.4 / 93.2 / 93.2</td><td>93.6 / 95.0 / 94.2</td><td>95.4 / 95.6 / 96.2</td><td>94.8 / 95.8 / 95.6</td></tr>
 * <tr><td>difference of cases, Newcombe</td><td>95.4 / 96.1 / 97.1</td><td>95.5 / 95.1 / 95.2</td><td>95.0 / 95.1 / 95.9</td><td>94.9 / 94.9 / 94.7</td></tr>
 * <tr><td>difference of cases, Tango</td><td>95.3 / 95.2 / 95.6</td><td>95.4 / 95.2 / 95.1</td><td>94.8 / 95.0 / 95.2</td><td>95.0 / 94.9 / 94.5</td></tr>
 * <tr><td>difference of groups, Welch</td><td>95.4 / 95.5 / 94.9</td><td>94.6 / 95.2 / 95.1</td><td>95.7 / 95.4 / 95.0</td><td>95.0 / 95.3 / 95.5</td></tr>
 * <tr><td>adjusted difference of groups, least squares</td><td>95.6 / 95.3 / 94.6</td><td>95.0 / 95.2 / 95.0</td><td>95.4 / 95.2 / 95.0</td><td>95.1 / 94.7 / 94.9</td></tr>
 * <tr><td>g of pre-post-control, BCa</td><td>96.0 / 96.4 / 94.2</td><td>95.4 / 96.0 / 95.8</td><td>94.8 / 96.0 / 95.6</td><td>94.8 / 95.8 / 96.0</td></tr>
 * <tr><td>g of pre-post-control, percentile</td><td>91.8 / 93.4 / 90.8</td><td>93.6 / 94.4 / 94.6</td><td>94.4 / 96.0 / 95.2</td><td>93.8 / 94.6 / 96.0</td></tr>
 * <tr><td>share who stayed, Wilson</td><td>95.7 / 96.4 / 96.1</td><td>95.2 / 95.2 / 93.4</td><td>95.8 / 96.0 / 94.5</td><td>95.0 / 95.1 / 94.9</td></tr>
 * <tr><td>standardised difference of those who stayed, Bonett</td><td>96.0 / 95.5 / 95.9</td><td>95.8 / 94.9 / 95.3</td><td>95.1 / 94.9 / 95.3</td><td>94.5 / 95.1 / 94.6</td></tr>
 * <tr><td>alpha, BCa</td><td>91.8 / 89.9 / 92.2</td><td>96.0 / 89.9 / 94.2</td><td>95.4 / 91.2 / 95.2</td><td>94.8 / 93.8 / 96.4</td></tr>
 * <tr><td>alpha, Feldt</td><td>95.2 / 83.3 / 89.1</td><td>95.9 / 81.5 / 90.2</td><td>95.1 / 80.2 / 90.8</td><td>95.3 / 79.9 / 89.9</td></tr>
 * <tr><td>alpha, percentile</td><td>90.0 / 91.4 / 90.8</td><td>95.4 / 92.2 / 93.6</td><td>95.0 / 93.2 / 94.8</td><td>95.0 / 95.4 / 95.8</td></tr>
 * </table>
 */
@NullMarked
package org.socialcure.scoring.outcome;

import org.jspecify.annotations.NullMarked;
