/** From a model and data to a fitted document. */
@NullMarked
package org.socialcure.mediation.internal.fit;

import org.jspecify.annotations.NullMarked;
