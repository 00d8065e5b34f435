/**
 * The plan file: what is to be scored and analysed, for someone who does not write Java.
 *
 * <p>{@link org.socialcure.examples.study.plan.Plan#read} is the front door; {@code
 * plan.schema.json} beside this package describes the same file for editors and other programs.
 */
@NullMarked
package org.socialcure.examples.study.plan;

import org.jspecify.annotations.NullMarked;
