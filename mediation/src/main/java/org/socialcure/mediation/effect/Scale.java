package org.socialcure.mediation.effect;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.mediation.model.Equation;

/**
 * The scale that an effect or a coefficient is on.
 *
 * <p>Immutable and thread-safe.
 *
 * @param form how the steps of the effect go together
 * @param steps the linear predictors whose scales take part, that of the last step last; empty
 *     where the form says all
 * @since 0.1
 */
public record Scale(Form form, List<Step> steps) {
  /** Refuses null and copies the list. */
  public Scale {
    Objects.requireNonNull(form, "form");
    steps = List.copyOf(steps);
  }

  /**
   * How the steps of an effect go together.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Form {
    /** One linear predictor's scale. */
    PLAIN,
    /** One linear predictor's scale, by unit of a moderator. */
    BY_UNIT_OF_MODERATOR,
    /** A product of coefficients on different scales. */
    PRODUCT_OF_SCALES,
    /** The same, by unit of a moderator. */
    PRODUCT_OF_SCALES_BY_UNIT_OF_MODERATOR,
    /** A difference of indirect effects. */
    DIFFERENCE_OF_INDIRECT_EFFECTS,
    /** A difference of sizes of indirect effects. */
    DIFFERENCE_OF_SIZES,
    /** A difference of any two effects. */
    DIFFERENCE,
    /** As the author defined it. */
    AS_DEFINED
  }

  /**
   * The scale of one linear predictor.
   *
   * @param unit the unit
   * @param outcome the outcome of the equation
   * @since 0.1
   */
  public record Step(Unit unit, String outcome) {
    /**
     * In words.
     *
     * @param label what people call a column
     * @return for example {@code log odds of y}
     */
    public String told(UnaryOperator<String> label) {
      return unit.words + " of " + label.apply(outcome);
    }
  }

  /**
   * The unit of a linear predictor.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Unit {
    /** The outcome's own. */
    UNITS("units"),
    /** Log odds of a binary outcome. */
    LOG_ODDS("log odds"),
    /** Probits of a binary outcome. */
    PROBIT("probit"),
    /** Log rates of counts. */
    LOG_RATE("log rate");

    private final String words;

    Unit(String words) {
      this.words = words;
    }
  }

  /**
   * The scale of an equation's linear predictor.
   *
   * @param equation the equation
   * @return its scale
   */
  public static Scale of(Equation equation) {
    return new Scale(Form.PLAIN, List.of(step(equation)));
  }

  /**
   * The scale of an equation's linear predictor as a step of an effect.
   *
   * @param equation the equation
   * @return the step
   */
  public static Step step(Equation equation) {
    Unit unit =
        switch (equation.family()) {
          case GAUSSIAN -> Unit.UNITS;
          case LOGIT -> Unit.LOG_ODDS;
          case PROBIT -> Unit.PROBIT;
          case POISSON, QUASI_POISSON, NEGATIVE_BINOMIAL -> Unit.LOG_RATE;
        };
    return new Step(unit, equation.outcome());
  }

  /**
   * A scale that its form says all about.
   *
   * @param form the form
   * @return the scale
   */
  public static Scale of(Form form) {
    return new Scale(form, List.of());
  }

  /**
   * The same scale by unit of a moderator.
   *
   * @return the scale of a slope
   */
  public Scale byUnitOfModerator() {
    return new Scale(
        form == Form.PLAIN
            ? Form.BY_UNIT_OF_MODERATOR
            : Form.PRODUCT_OF_SCALES_BY_UNIT_OF_MODERATOR,
        steps);
  }

  /**
   * In words.
   *
   * @param label what people call a column; the identity to have columns by name
   * @return for example {@code units of y by unit of the moderator}
   */
  public String told(UnaryOperator<String> label) {
    return switch (form) {
      case PLAIN -> joined(label);
      case BY_UNIT_OF_MODERATOR -> joined(label) + " by unit of the moderator";
      case PRODUCT_OF_SCALES -> product(label);
      case PRODUCT_OF_SCALES_BY_UNIT_OF_MODERATOR -> product(label) + " by unit of the moderator";
      case DIFFERENCE_OF_INDIRECT_EFFECTS -> "difference of indirect effects";
      case DIFFERENCE_OF_SIZES -> "difference of sizes of indirect effects";
      case DIFFERENCE -> "difference of effects";
      case AS_DEFINED -> "as defined";
    };
  }

  private String joined(UnaryOperator<String> label) {
    return steps.stream().map(s -> s.told(label)).collect(Collectors.joining("; "));
  }

  private String product(UnaryOperator<String> label) {
    return "product of coefficients on different scales ("
        + joined(label)
        + "), not an effect on a mean";
  }

  @Override
  public String toString() {
    return told(UnaryOperator.identity());
  }
}
