/**
 * The numbered templates of conditional process analysis, as a way to write a path model: a
 * template and the roles that variables play in it give its equations.
 */
@NullMarked
package org.socialcure.mediation.process;

import org.jspecify.annotations.NullMarked;
