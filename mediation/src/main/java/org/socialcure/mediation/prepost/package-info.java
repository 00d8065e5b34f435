/**
 * Measures taken before and after: change scores, residualised change, two occasions within the
 * same persons and half-longitudinal models, each a way to ask for a mediation model that says what
 * its effects are effects of.
 */
@NullMarked
package org.socialcure.mediation.prepost;

import org.jspecify.annotations.NullMarked;
