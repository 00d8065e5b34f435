/**
 * How sure: which bootstrap is drawn, how intervals and p-values are made of its replicates, and by
 * whose rules.
 *
 * <p>All types are immutable and thread-safe; the same input gives the same output on every
 * machine.
 */
@NullMarked
package org.socialcure.mediation.inference;

import org.jspecify.annotations.NullMarked;
