package org.socialcure.scoring.reliability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * One of the six intraclass correlations, with its interval and the F test of none.
 *
 * <p>Immutable and thread-safe.
 *
 * @param form which one
 * @param estimate the correlation with its interval (Shrout and Fleiss 1979; McGraw and Wong 1996),
 *     or why there is none
 * @param f the F statistic of no differences between persons; empty if nothing is left within them
 * @param df1 its degrees of freedom, n − 1
 * @param df2 n(k − 1) for the first form, (n − 1)(k − 1) for the others
 * @param p the p value of the F statistic; empty where there is none
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record IntraclassCorrelation(
    IccForm form,
    ReliabilityEstimate estimate,
    OptionalDouble f,
    int df1,
    int df2,
    OptionalDouble p) {
  /** Refuses nulls. */
  public IntraclassCorrelation {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(estimate, "estimate");
    Objects.requireNonNull(f, "f");
    Objects.requireNonNull(p, "p");
  }

  /**
   * The correlation in a line.
   *
   * @return {@code "ICC(2,1) (one rater, absolute agreement) 0.290, 95% CI [0.019, 0.761], …"}
   */
  @Override
  public String toString() {
    return form
        + " "
        + estimate
        + (f.isPresent() && p.isPresent()
            ? ", F("
                + df1
                + ", "
                + df2
                + ") = "
                + Numbers.fixed(f.getAsDouble(), 2)
                + ", "
                + Numbers.pPhrase(p.getAsDouble())
            : "");
  }
}
