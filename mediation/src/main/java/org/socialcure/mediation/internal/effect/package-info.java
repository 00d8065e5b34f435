/** Effects derived from the paths of a model. */
@NullMarked
package org.socialcure.mediation.internal.effect;

import org.jspecify.annotations.NullMarked;
