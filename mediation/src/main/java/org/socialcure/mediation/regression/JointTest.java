package org.socialcure.mediation.regression;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A test that several coefficients are all zero.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind how the statistic is formed
 * @param terms the terms whose coefficients are tested
 * @param statistic F or chi-square
 * @param df1 the number of coefficients
 * @param df2 the residual degrees of freedom of F; empty for chi-square
 * @param p the probability of a larger statistic under the null hypothesis
 * @param rSquaredChange how much the coefficient of determination falls when the terms are left
 *     out; empty for other than linear equations
 * @since 0.1
 */
public record JointTest(
    Kind kind,
    List<String> terms,
    double statistic,
    int df1,
    OptionalDouble df2,
    double p,
    OptionalDouble rSquaredChange) {
  /** Copies the list and refuses nulls. */
  public JointTest {
    Objects.requireNonNull(kind, "kind");
    terms = List.copyOf(terms);
    Objects.requireNonNull(df2, "df2");
    Objects.requireNonNull(rSquaredChange, "rSquaredChange");
  }

  /** For example {@code m, x: F(2, 147) = 44.2058, p < .001 (Wald)}. */
  @Override
  public String toString() {
    return String.join(", ", terms) + ": " + told();
  }

  /** The statistic with its degrees of freedom, p-value and kind, without the terms. */
  String told() {
    StringBuilder line = new StringBuilder(df2.isPresent() ? "F(" : "chi-square(").append(df1);
    df2.ifPresent(value -> line.append(", ").append(Numbers.value(value)));
    line.append(") = ").append(Numbers.value(statistic)).append(", ").append(Numbers.pPhrase(p));
    rSquaredChange.ifPresent(value -> line.append(", change of R² ").append(Numbers.value(value)));
    return line.append(kind == Kind.LIKELIHOOD_RATIO ? " (likelihood ratio)" : " (Wald)")
        .toString();
  }

  /** How the statistic of a joint test is formed. */
  @MapperForm
  public enum Kind {
    /**
     * {@code F = b' V^-1 b / q} of the {@code q} coefficients {@code b} and their covariance matrix
     * {@code V}, against the F distribution.
     */
    WALD_F,
    /** {@code b' V^-1 b} against the chi-square distribution with {@code q} degrees of freedom. */
    WALD_CHI_SQUARE,
    /** Twice the fall of the log likelihood when the terms are left out, against chi-square. */
    LIKELIHOOD_RATIO
  }
}
