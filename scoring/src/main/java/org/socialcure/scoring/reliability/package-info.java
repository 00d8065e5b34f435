/**
 * How well the items of a scale measure one thing, and how far a score can be trusted: alpha,
 * omega, Guttman's coefficients, halves, what each item adds, whether one of them is keyed the
 * wrong way, and agreement between raters or occasions.
 *
 * <p>The front door is {@link org.socialcure.scoring.reliability.ScaleItems}:
 *
 * <pre>{@code
 * ScaleItems items = ScaleItems.of(raw, Instruments.UCLA_3, "ucla3_{n}");
 * items.alpha();                       // with Feldt's interval
 * items.keying();                      // "is item 6 reversed?", where it probably is
 * items.reliability().section("ucla"); // all of it, as a part of a document
 * }</pre>
 *
 * <p>Alpha and its kin say how items hang together in one sample; they say nothing of stability
 * over time, and none of them shows that a scale measures one thing only. What cannot be had is no
 * {@code NaN} but a {@link org.socialcure.scoring.reliability.ReliabilityEstimate} with its reason.
 */
@NullMarked
package org.socialcure.scoring.reliability;

import org.jspecify.annotations.NullMarked;
