package org.socialcure.examples.study.plan;

import java.util.Optional;
import java.util.OptionalInt;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.inference.QuantileRule;

/**
 * How a model is resampled: {@code bootstrap} of a model in the plan.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind what is resampled; absent for clusters where the model has them, else rows
 * @param replicates how many replicates; absent for as many as {@code indices} has
 * @param interval how the interval comes about
 * @param rule how quantiles of the replicates are taken; absent for the rule of the compatibility
 * @param compatibility the tool whose intervals are to be reproduced
 * @param strata the column of strata of a stratified bootstrap
 * @param indices a CSV file of row numbers, one resample a line, counted from 1; relative to the
 *     plan
 */
public record BootstrapSection(
    Optional<BootstrapKind> kind,
    OptionalInt replicates,
    IntervalMethod interval,
    Optional<QuantileRule> rule,
    Compatibility compatibility,
    Optional<String> strata,
    Optional<String> indices) {}
