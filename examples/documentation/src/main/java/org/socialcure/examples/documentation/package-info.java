/**
 * Tests that run what the documentation shows: the README, the packages' descriptions, the tour.
 */
@NullMarked
package org.socialcure.examples.documentation;

import org.jspecify.annotations.NullMarked;
