/**
 * What resampling is made of in scoring and in mediation alike: the random numbers of a replicate,
 * the drawing of persons or rows, and the ranks at which the limits of an interval are read off.
 * Exported to the two alone, so that one seed means the same resamples in both.
 */
@NullMarked
package org.socialcure.core.internal.resample;

import org.jspecify.annotations.NullMarked;
