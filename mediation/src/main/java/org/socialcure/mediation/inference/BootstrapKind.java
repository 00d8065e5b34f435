package org.socialcure.mediation.inference;

/** What a bootstrap draws anew in every replicate. */
public enum BootstrapKind {
  /** Rows with replacement, all variables of a row together. */
  CASE("case"),
  /** Whole clusters with replacement, as many as there are; needs a cluster column in the model. */
  CLUSTER("cluster"),
  /** Rows with replacement within each stratum. */
  STRATIFIED("stratified"),
  /**
   * Residuals of every equation with replacement, the exogenous variables being fixed; linear
   * equations only.
   */
  RESIDUAL("residual"),
  /**
   * Residuals of every equation, each with a random sign (Rademacher) that outcomes share of which
   * none leads to another, the exogenous variables being fixed; linear equations only.
   */
  WILD("wild"),
  /**
   * Continuous weights of the rows, uniform Dirichlet (Rubin, 1981, doi 10.1214/aos/1176345338).
   */
  BAYESIAN("bayesian");

  private final String id;

  BootstrapKind(String id) {
    this.id = id;
  }

  /**
   * The word for it in plans and results.
   *
   * @return for example {@code case}
   */
  public String id() {
    return id;
  }

  /**
   * The kind with the given name.
   *
   * @param id a name as {@link #id()} gives it
   * @return the kind
   * @throws org.socialcure.core.InvalidInputException if there is no such kind
   */
  public static BootstrapKind of(String id) {
    return Ids.find("bootstrap kind", id, values(), BootstrapKind::id);
  }
}
