/** Numerical estimation of generalised linear models by Fisher scoring. */
@NullMarked
package org.socialcure.mediation.internal.glm;

import org.jspecify.annotations.NullMarked;
