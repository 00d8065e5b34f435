package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.instrument.Band;
import org.socialcure.core.instrument.BandScheme;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Who counts as a case, and who says so.
 *
 * <p>Immutable and thread-safe.
 *
 * @param side on which side of the cut a case lies
 * @param cut the cut
 * @param source where the cut comes from, as it is to be printed beside the result; not blank
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseRule(Side side, double cut, String source) {
  /**
   * The side of a cut.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Side {
    /** At the cut or above. */
    AT_LEAST("at least "),
    /** Above the cut. */
    ABOVE("above "),
    /** At the cut or below. */
    AT_MOST("at most "),
    /** Below the cut. */
    BELOW("below ");

    private final String words;

    Side(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words.strip();
    }
  }

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the cut is not finite or the source is blank
   */
  public CaseRule {
    Objects.requireNonNull(side, "side");
    Names.requireText("source", source);
    if (!Double.isFinite(cut)) {
      throw new InvalidInputException("cut", "must be a finite number");
    }
  }

  /**
   * Cases at a cut or above.
   *
   * @param cut the cut
   * @param source where it comes from
   * @return the rule
   * @throws InvalidInputException if the cut is not finite or the source is blank
   */
  public static CaseRule atLeast(double cut, String source) {
    return new CaseRule(Side.AT_LEAST, cut, source);
  }

  /**
   * Cases at a cut or below.
   *
   * @param cut the cut
   * @param source where it comes from
   * @return the rule
   * @throws InvalidInputException if the cut is not finite or the source is blank
   */
  public static CaseRule atMost(double cut, String source) {
    return new CaseRule(Side.AT_MOST, cut, source);
  }

  /**
   * Cases in the band at the worse end of a measure's bands.
   *
   * @param measure a measure with bands and a better end
   * @return the rule, with the source of the bands
   * @throws InvalidInputException if the measure has no bands or no better end
   */
  public static CaseRule worstBand(Measure measure) {
    if (measure.bands().isEmpty() || measure.direction() == Direction.NEUTRAL) {
      throw new InvalidInputException(
          "measure " + measure.column(), "needs bands and a better end; give a cut instead");
    }
    BandScheme scheme = measure.bands().get();
    boolean top = measure.direction() == Direction.HIGHER_IS_WORSE;
    Band edge = scheme.bands().get(top ? scheme.bands().size() - 1 : 1);
    boolean included = edge.from().isPresent();
    Side side = top ? included ? Side.AT_LEAST : Side.ABOVE : included ? Side.BELOW : Side.AT_MOST;
    return new CaseRule(side, edge.edge().orElseThrow(), scheme.source());
  }

  /**
   * Whether a value is a case's.
   *
   * @param value a finite value
   * @return whether it lies on the side
   */
  public boolean isCase(double value) {
    return switch (side) {
      case AT_LEAST -> value >= cut;
      case ABOVE -> value > cut;
      case AT_MOST -> value <= cut;
      case BELOW -> value < cut;
    };
  }

  /**
   * The rule in words.
   *
   * @return {@code "at least 20 (…)"}
   */
  @Override
  public String toString() {
    return side + " " + Numbers.value(cut) + " (" + source + ")";
  }
}
