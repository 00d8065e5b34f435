package org.socialcure.mediation.regression;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
 * @param statistic F or chi-square; empty where there is none
 * @param df1 the number of coefficients
 * @param df2 the degrees of freedom of the denominator of F; empty for chi-square and where there
 *     are none
 * @param p the probability of a larger statistic under the null hypothesis; empty without one
 * @param rSquaredChange how much the coefficient of determination falls when the terms are left
 *     out; empty for other than linear equations
 * @param missing why there is no statistic
 * @since 0.1
 */
public record JointTest(
    Kind kind,
    List<String> terms,
    OptionalDouble statistic,
    int df1,
    OptionalDouble df2,
    OptionalDouble p,
    OptionalDouble rSquaredChange,
    Optional<Missing> missing) {
  /** Copies the list and refuses nulls. */
  public JointTest {
    Objects.requireNonNull(kind, "kind");
    terms = List.copyOf(terms);
    Objects.requireNonNull(statistic, "statistic");
    Objects.requireNonNull(df2, "df2");
    Objects.requireNonNull(p, "p");
    Objects.requireNonNull(rSquaredChange, "rSquaredChange");
    Objects.requireNonNull(missing, "missing");
  }

  /** For example {@code m, x: F(2, 147) = 44.2058, p < .001 (Wald)}. */
  @Override
  public String toString() {
    return String.join(", ", terms) + ": " + told();
  }

  /** The statistic with its degrees of freedom, p-value and kind, without the terms. */
  String told() {
    StringBuilder line = new StringBuilder();
    missing.ifPresent(reason -> line.append("no test, because ").append(reason.explanation()));
    statistic.ifPresent(
        value -> {
          line.append(df2.isPresent() ? "F(" : "chi-square(").append(df1);
          df2.ifPresent(df -> line.append(", ").append(Numbers.value(df)));
          line.append(") = ").append(Numbers.value(value));
        });
    p.ifPresent(value -> line.append(", ").append(Numbers.pPhrase(value)));
    rSquaredChange.ifPresent(value -> line.append(", change of R² ").append(Numbers.value(value)));
    return line.append(" (")
        .append(
            switch (kind) {
              case WALD_F, WALD_CHI_SQUARE -> "Wald";
              case HOTELLING_T_SQUARED -> "approximate Hotelling's T², HTZ";
              case LIKELIHOOD_RATIO -> "likelihood ratio";
            })
        .append(')')
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
    /**
     * The approximate Hotelling's T² test of several coefficients under {@link StandardErrors#CR2}
     * (HTZ; Pustejovsky and Tipton 2018, doi 10.1080/07350015.2016.1247004): {@code F = (η - q +
     * 1)/(η q) b' V^-1 b} against the F distribution with {@code q} and {@code η - q + 1} degrees
     * of freedom. {@code η} are the degrees of freedom of the Wishart matrix whose elements have in
     * all the same variance as those of {@code V} if errors are independent and of one variance.
     */
    HOTELLING_T_SQUARED,
    /** {@code b' V^-1 b} against the chi-square distribution with {@code q} degrees of freedom. */
    WALD_CHI_SQUARE,
    /** Twice the fall of the log likelihood when the terms are left out, against chi-square. */
    LIKELIHOOD_RATIO
  }

  /**
   * Why there is no statistic.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Missing {
    /**
     * The covariance matrix of the coefficients has no inverse, as in a perfect fit, with fewer
     * clusters than coefficients, or where one cluster alone decides a combination of them.
     */
    SINGULAR_COVARIANCE("the covariance matrix of these coefficients cannot be inverted"),
    /** The estimated degrees of freedom of the denominator are not above zero. */
    NO_DEGREES_OF_FREEDOM(
        "too few clusters tell of these coefficients, the degrees of freedom of the denominator are"
            + " not above zero");

    private final String explanation;

    Missing(String explanation) {
      this.explanation = explanation;
    }

    /**
     * The reason in words.
     *
     * @return a clause without a full stop
     */
    public String explanation() {
      return explanation;
    }
  }
}
