/**
 * How long the library takes, measured with JMH, and how long until its first answer.
 *
 * <p>All benchmarks, or those whose name matches, with whatever else JMH is to be told:
 *
 * <pre>
 * mvn -q -Pbenchmarks compile exec:exec -pl examples/benchmarks -am
 * mvn -q -Pbenchmarks compile exec:exec -pl examples/benchmarks -am -Djmh="FitPerformance -f 1 -wi 3 -i 5"
 * </pre>
 *
 * <p>{@link org.socialcure.examples.benchmarks.ColdStart} is a process of its own and says how it
 * is timed.
 */
@NullMarked
package org.socialcure.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
