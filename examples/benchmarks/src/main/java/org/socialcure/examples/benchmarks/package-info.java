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
 *
 * <p>{@link org.socialcure.examples.benchmarks.ManyMediators} printed this on two cores that had
 * other work to do, with OpenJDK 17; times are milliseconds, the least of five:
 *
 * <pre>
 * mediators      | paths     | fit ms | listed ms | 1,000 replicates ms | MB
 *   2 series     |         3 |     19 |        38 |                  79 |   6
 *   4 series     |        15 |     64 |        13 |                 182 |   7
 *   6 series     |        63 |     14 |        34 |                 396 |   7
 *   8 series     |       255 |     28 |        20 |                 284 |   8
 *  10 series     |      1023 |     12 |        83 |                 401 |  10
 *  12 series     |      4095 |     14 |       181 |                 288 |  10
 *  14 series     |     16383 |     55 |       185 |                 357 |  12
 *  16 series     |     65535 |     71 |       107 |                 443 |  13
 *  18 series     |    262143 |     49 |       116 |                 696 |  14
 *  20 series     |   1048575 |    191 |       176 |                 363 |  15
 * 200 parallel   |       200 |    279 |       943 |               36320 |  39
 * </pre>
 */
@NullMarked
package org.socialcure.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
