/** The main job: plan file in, scores, result and report out. */
@NullMarked
package org.socialcure.examples.study;

import org.jspecify.annotations.NullMarked;
