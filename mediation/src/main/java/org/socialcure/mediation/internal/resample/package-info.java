/**
 * Drawing replicates and refitting a model on each: the only place that may look like numerical
 * code.
 */
@NullMarked
package org.socialcure.mediation.internal.resample;

import org.jspecify.annotations.NullMarked;
