/** Intervals, tests and sizes from replicates and covariances: the arithmetic of inference. */
@NullMarked
package org.socialcure.mediation.internal.inference;

import org.jspecify.annotations.NullMarked;
