/** Numerical helpers of this module; not exported, free to change. */
@NullMarked
package org.socialcure.mediation.internal;

import org.jspecify.annotations.NullMarked;
