/**
 * Numerical code that scoring and mediation both need. Exported to them only, and free of
 * commons-math3, which each of them calls itself for what it does to full accuracy: gamma and beta
 * functions, the chi-square distribution, roots (Brent's method), decompositions outside the
 * bootstrap.
 *
 * <p>Own code stays here only where commons-math3 3.6.1 is measurably worse. The largest errors of
 * both against mpmath at 40 digits, relative to the value:
 *
 * <table>
 * <caption>Largest relative errors</caption>
 * <tr><th>function</th><th>where</th><th>own</th><th>commons-math3</th><th>decision</th></tr>
 * <tr><td>normal tail</td><td>|x| up to 8</td><td>6e-16</td><td>1e-14</td>
 *     <td rowspan="2">own: Mills' ratio is wanted by probit equations anyway</td></tr>
 * <tr><td></td><td>x 8 to 37, p to 1e-300</td><td>5e-16</td><td>2e-13</td></tr>
 * <tr><td>normal quantile</td><td>p from 1e-6</td><td>5e-16</td><td>1e-12</td>
 *     <td rowspan="2">own: random numbers and ranks of limits are made of it</td></tr>
 * <tr><td></td><td>p 1e-15 to 1e-6; below</td><td>5e-16</td><td>2e-4; infinite</td></tr>
 * <tr><td>t, both tails</td><td>df to 1000</td><td>8e-14</td><td>8e-9</td>
 *     <td rowspan="2">own: every coefficient's p-value</td></tr>
 * <tr><td></td><td>df 1e4 to 1e8</td><td>2e-13</td><td>4e-6</td></tr>
 * <tr><td>t quantile</td><td>df 1 to 1000, p 0.001 to 0.25</td><td>5e-15</td><td>3e-10</td>
 *     <td rowspan="2">own: every coefficient's interval; Newton's method, no root finder</td></tr>
 * <tr><td></td><td>p to 1e-20 and to 0.499999, df to 1e8</td><td>5e-15</td><td>2e-3 or more, some no digit</td></tr>
 * <tr><td>F, upper tail</td><td>df to 30 and 30 000</td><td>6e-14</td>
 *     <td>3e-11 ({@code Beta}); none below 1e-16 ({@code FDistribution})</td>
 *     <td>own: the same integral as t</td></tr>
 * <tr><td>chi-square, upper tail</td><td>df to 100; 1e5</td><td>6e-14; 3e-13</td>
 *     <td>5e-14; 4e-11</td><td>commons-math3</td></tr>
 * <tr><td>log x!</td><td>x to 1e12, relative to at least 1</td><td>1e-15</td><td>4e-16</td>
 *     <td>commons-math3</td></tr>
 * <tr><td>log-gamma differences</td><td>shape to 1e10, relative to the count</td><td>3e-16</td>
 *     <td>1e-7</td><td>own: {@link org.socialcure.core.internal.numeric.Stirling}</td></tr>
 * </table>
 *
 * <p>Quadrature: of 100 integrals of the product of two normal variables, the adaptive rule here
 * takes 525 evaluations each for a relative error of 2e-15. The rules of commons-math3 do not adapt
 * to the function: iterated Legendre–Gauss takes 1 200 for 8e-14 or 2 100 for 3e-15, Romberg 22 000
 * for 5e-14, Simpson 270 000 for 2e-13, and fixed rules of 32 to 128 points miss by 7e-6 to 9e-9
 * where the integrand changes over many orders of magnitude (28 of 20 000 integrals for 64 points).
 *
 * <p>All functions are made of {@code StrictMath} and exact operations, so that the same seed gives
 * the same limits on every Java and processor; {@code FastMath} of commons-math3 has that property
 * too, the intrinsics behind {@code Math} have not.
 */
@NullMarked
package org.socialcure.core.internal.numeric;

import org.jspecify.annotations.NullMarked;
