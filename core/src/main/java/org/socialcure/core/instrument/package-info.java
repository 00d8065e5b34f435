/**
 * Instruments as data: items, answer options, scales, scoring and missing rules, bands, norms,
 * licence, and the evidence for each fact.
 *
 * <p>{@link org.socialcure.core.instrument.Instruments} is the front door. An instrument of one's
 * own is a JSON text that {@code Json.read(text, Instrument.class)} reads; {@link
 * org.socialcure.core.instrument.Instruments#definitionSchema()} describes its form. What is left
 * out has a default: items are numbered in order, a scale takes all items and needs all answers.
 *
 * <pre>{@code
 * {
 *   "id": "tea-room", "version": "2026", "name": "Tea room questions", "construct": "feeling at home",
 *   "options": { "from": 1, "to": 5, "labels": { "1": "never", "5": "always" } },
 *   "items": [
 *     { "id": "welcome", "label": "feels welcome" },
 *     { "id": "stranger", "label": "feels like a stranger", "keying": "reversed" }
 *   ],
 *   "scales": [
 *     { "id": "total", "scoring": "mean", "direction": "higher-is-better", "higherMeans": "more at home" }
 *   ]
 * }
 * }</pre>
 */
@NullMarked
package org.socialcure.core.instrument;

import org.jspecify.annotations.NullMarked;
