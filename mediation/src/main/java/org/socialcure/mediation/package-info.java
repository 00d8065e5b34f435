/** Mediation analysis: how a change came about, asked of a {@code Dataset}. */
@NullMarked
package org.socialcure.mediation;

import org.jspecify.annotations.NullMarked;
