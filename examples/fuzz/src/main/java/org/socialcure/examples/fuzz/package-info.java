/**
 * Readers under inputs that a fuzzer makes up: whatever it is, it is read or refused with an {@link
 * org.socialcure.core.InvalidInputException}, soon and in little memory, and what was read is
 * written and read again as the same.
 *
 * <p>One reader at a time, for as many seconds as wanted; what was found stands under {@code
 * target}, and inputs that led somewhere new are kept there for the next run:
 *
 * <pre>
 * mvn -q -Pfuzz compile exec:exec -pl examples/fuzz -am -Dfuzz.target=PathSyntaxTarget -Dfuzz.seconds=60
 * </pre>
 */
@NullMarked
package org.socialcure.examples.fuzz;

import org.jspecify.annotations.NullMarked;
