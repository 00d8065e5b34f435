package org.socialcure.mediation.effect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.mediation.regression.JointTest;

/**
 * A test of several coefficients of one equation at once, that all of them are zero.
 *
 * <p>Immutable and thread-safe.
 *
 * @param tested what is tested
 * @param variables the variables it is about: a categorical variable, or the factors of a product
 * @param equation the outcome of the equation
 * @param kind the kind of statistic
 * @param statistic the statistic; empty where there is none
 * @param df1 numerator degrees of freedom
 * @param df2 denominator degrees of freedom of F
 * @param p the p-value; empty without a statistic
 * @param r2Change the change of R², for a linear equation
 * @param missing why there is no statistic
 * @since 0.1
 */
public record CoefficientTest(
    Tested tested,
    List<String> variables,
    String equation,
    JointTest.Kind kind,
    OptionalDouble statistic,
    double df1,
    OptionalDouble df2,
    OptionalDouble p,
    OptionalDouble r2Change,
    Optional<JointTest.Missing> missing) {
  /** Refuses null and copies the list. */
  public CoefficientTest {
    Objects.requireNonNull(tested, "tested");
    variables = List.copyOf(variables);
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(missing, "missing");
  }

  /** For example {@code product of x, w in the equation of m: F(1, 146) = 0.7683, p = .3822}. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(Words.of(tested).replace('-', ' '));
    line.append(variables.isEmpty() ? "" : " of ").append(String.join(", ", variables));
    line.append(" in the equation of ").append(equation).append(": ");
    missing.ifPresent(reason -> line.append("no test, because ").append(reason.explanation()));
    statistic.ifPresent(
        value -> {
          line.append(df2.isPresent() ? "F(" : "chi-square(").append(Numbers.value(df1));
          df2.ifPresent(df -> line.append(", ").append(Numbers.value(df)));
          line.append(") = ").append(Numbers.value(value));
        });
    p.ifPresent(value -> line.append(", ").append(Numbers.pPhrase(value)));
    return line.append(kind == JointTest.Kind.HOTELLING_T_SQUARED ? " (HTZ)" : "").toString();
  }

  /**
   * What a test of several coefficients is about.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Tested {
    /** All codes of a categorical variable. */
    ALL_CODES,
    /** A product, all its code columns together. */
    PRODUCT,
    /** All products of the equation. */
    ALL_PRODUCTS,
    /** The product of exposure and mediator, if it were added to the equation. */
    PRODUCT_IF_ADDED,
    /** The total effect of all codes of a categorical exposure. */
    TOTAL_EFFECT_OF_ALL_CODES
  }
}
