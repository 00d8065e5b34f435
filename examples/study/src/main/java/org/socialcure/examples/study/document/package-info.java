/**
 * What {@code result.json} holds.
 *
 * <p>{@link org.socialcure.examples.study.document.StudyDocument} is the whole file; its models are
 * the {@code ModelDocument} of the mediation module.
 */
@NullMarked
package org.socialcure.examples.study.document;

import org.jspecify.annotations.NullMarked;
