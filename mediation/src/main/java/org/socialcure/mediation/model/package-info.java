/**
 * What is asked: path models as immutable values, and the ways to write them.
 *
 * <p>A {@link org.socialcure.mediation.model.PathModel} is a directed acyclic graph of equations
 * with named coefficients and named effects. It can be built, parsed from text, or made from a
 * numbered template; all three give the same object.
 *
 * <pre>{@code
 * PathModel path = PathModel.parse("""
 *     belonging  ~ a*groups + age
 *     loneliness ~ d*belonging + groups + age
 *     gp_visits  ~ b*loneliness + belonging + c*groups + age
 *     serial    := a*d*b
 *     """);
 * }</pre>
 */
@NullMarked
package org.socialcure.mediation.model;

import org.jspecify.annotations.NullMarked;
