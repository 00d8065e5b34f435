package org.socialcure.mediation.inference;

/**
 * A confidence interval.
 *
 * <p>Immutable and thread-safe.
 *
 * @param lower the lower limit
 * @param upper the upper limit
 * @param level the confidence level, between 0 and 1
 * @since 0.1
 */
public record Interval(double lower, double upper, double level) {}
