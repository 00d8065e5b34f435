package org.socialcure.mediation.regression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.socialcure.core.Problem;
import org.socialcure.mediation.internal.linear.CoefficientCovariance;

/**
 * What estimation hands to a fit. The arrays are shared and never changed.
 *
 * @param coefficients the estimates, intercept first
 * @param covariance their covariance matrix of the kind asked for
 * @param combinations the same for linear combinations of them
 * @param classical their classical covariance matrix
 * @param rows the number of rows
 * @param df the degrees of freedom of t statistics; empty for z statistics
 * @param ownDf those of one combination of coefficients or several at once, by their multipliers,
 *     where each has its own
 * @param measures how well the equation describes its outcome
 * @param cases what it says of each row
 * @param standardized the standardised coefficients of a linear equation
 * @param cautions what to be careful about
 */
record Estimates(
    double[] coefficients,
    double[][] covariance,
    CoefficientCovariance combinations,
    double[][] classical,
    int rows,
    OptionalDouble df,
    Optional<ToDoubleFunction<double[][]>> ownDf,
    FitMeasures measures,
    Optional<CaseStatistics> cases,
    Map<String, Double> standardized,
    List<Problem> cautions) {}
