/**
 * Instruments as data: items, answer options, scales, scoring and missing rules, bands, norms,
 * licence, and the evidence for each fact.
 *
 * <p>{@link org.socialcure.core.instrument.Instruments} is the front door.
 */
@NullMarked
package org.socialcure.core.instrument;

import org.jspecify.annotations.NullMarked;
