package org.socialcure.mediation.effect;

import java.util.OptionalDouble;
import org.socialcure.core.Interval;

/**
 * A point of an effect's curve over a moderator.
 *
 * @param at the moderator value
 * @param estimate the effect there
 * @param se its standard error
 * @param p two-sided p-value
 * @param interval pointwise interval
 * @since 0.1
 */
public record CurvePoint(
    double at, double estimate, OptionalDouble se, OptionalDouble p, Interval interval) {}
