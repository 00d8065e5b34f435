/** Estimating one equation again and again with other case weights: the bootstrap's inner loop. */
@NullMarked
package org.socialcure.mediation.internal.refit;

import org.jspecify.annotations.NullMarked;
