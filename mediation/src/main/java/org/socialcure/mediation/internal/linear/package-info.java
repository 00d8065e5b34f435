/** Numerical linear algebra of regression: accurate least squares, small symmetric matrices. */
@NullMarked
package org.socialcure.mediation.internal.linear;

import org.jspecify.annotations.NullMarked;
