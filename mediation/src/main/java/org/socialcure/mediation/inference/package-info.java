/**
 * How sure: intervals, p-values, tests, regions and effect sizes as pure functions of estimates,
 * covariances and replicates.
 *
 * <p>Nothing here draws a sample of rows or fits a model. The bootstrap and the Monte Carlo method
 * hand their replicates over as {@link org.socialcure.mediation.inference.Replicates}; everything
 * else takes plain numbers. All types are immutable and thread-safe; the same input gives the same
 * output on every machine.
 */
@NullMarked
package org.socialcure.mediation.inference;

import org.jspecify.annotations.NullMarked;
