/**
 * Regression equations: estimators, their standard errors, measures of fit and case diagnostics.
 *
 * <p>{@link org.socialcure.mediation.regression.Regression} is one equation with its data; its
 * {@code fit()} gives a {@link org.socialcure.mediation.regression.RegressionFit}.
 */
@NullMarked
package org.socialcure.mediation.regression;

import org.jspecify.annotations.NullMarked;
