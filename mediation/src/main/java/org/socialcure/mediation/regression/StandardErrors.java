package org.socialcure.mediation.regression;

import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How the covariance matrix of the coefficients is estimated.
 *
 * <p>{@code X} is the design matrix with {@code k} columns, intercept included, {@code n} its rows,
 * {@code e_i} the residuals (for generalised linear models the score residuals), {@code h_i} the
 * leverages and {@code B} the inverse of the (expected) information. The robust kinds are the
 * sandwich {@code B (sum of omega_i x_i x_i') B}, with the {@code omega_i} given below.
 *
 * <p>References: White 1980 (HC0), MacKinnon and White 1985 (HC1 to HC3), Cribari-Neto 2004 (HC4),
 * Liang and Zeger 1986 (cluster), Bell and McCaffrey 2002 and Pustejovsky and Tipton 2018, doi
 * 10.1080/07350015.2016.1247004 (CR2).
 *
 * @since 0.1
 */
@MapperForm
public enum StandardErrors {
  /**
   * From the model: {@code SSE/(n-k) (X'X)^-1} for linear equations, the inverse expected
   * information (times the dispersion for the quasi-Poisson family) for the others.
   */
  CLASSICAL,
  /** {@code omega_i = e_i²}. */
  HC0,
  /** {@code omega_i = e_i² n/(n-k)}. */
  HC1,
  /** {@code omega_i = e_i²/(1-h_i)}. */
  HC2,
  /** {@code omega_i = e_i²/(1-h_i)²}. */
  HC3,
  /** {@code omega_i = e_i²/(1-h_i)^d_i} with {@code d_i = min(4, n h_i/k)}. */
  HC4,
  /**
   * Residuals may be correlated within clusters: scores are added up within each of the {@code G}
   * clusters before they are squared. Times {@code G/(G-1) (n-1)/(n-k)} in linear equations and
   * {@code G/(G-1)} in the others, as is usual for each. A cluster that alone decides a coefficient
   * counts as one that does not vary: a caution says so, and where nothing is left of the error the
   * equation is refused. Coefficients of linear equations have t statistics with {@code G-1}
   * degrees of freedom, those of the others z statistics. At least 3 clusters are needed; below
   * about 20 the errors are too small, see {@link #CR2}.
   */
  CLUSTER,
  /**
   * As {@link #CLUSTER}, without the bias of few or unequal clusters: before scores are added up,
   * the residuals of each cluster are multiplied by {@code B_g^(-1/2)}, with {@code B_g} its block
   * of {@code (I - H)(I - H)'} and {@code H = X (X'WX)^-1 X'W} the hat matrix, and there is no
   * further factor. Every coefficient has a t statistic with degrees of freedom of its own
   * (Satterthwaite's), which fall far below {@code G-1} where few clusters decide the coefficient;
   * joint tests of several coefficients are {@link JointTest.Kind#HOTELLING_T_SQUARED}. Without
   * weights {@code B_g} is {@code I - H_gg}. With weights the reduction and the degrees of freedom
   * are those of errors that are independent and of one variance whatever the weights, the default
   * of R's clubSandwich for {@code lm}; under another dependence the errors are still consistent.
   * Linear equations only.
   */
  CR2;

  /**
   * Whether the covariance matrix is a sandwich.
   *
   * @return true for all kinds but {@link #CLASSICAL}
   */
  public boolean isRobust() {
    return this != CLASSICAL;
  }

  /**
   * Whether rows of a cluster may depend on each other.
   *
   * @return true for {@link #CLUSTER} and {@link #CR2}
   */
  public boolean usesClusters() {
    return this == CLUSTER || this == CR2;
  }
}
