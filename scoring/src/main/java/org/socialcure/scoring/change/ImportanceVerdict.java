package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.socialcure.core.Numbers;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Whether one person's change is large enough to matter, kept apart from whether it can be told
 * from measurement error.
 *
 * <p>Immutable and thread-safe.
 *
 * @param outcome the verdict
 * @param important the difference that matters
 * @param minimalDetectable the minimal detectable change, where a reference is known
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImportanceVerdict(
    Outcome outcome, ImportantDifference important, OptionalDouble minimalDetectable) {

  /**
   * Whether a change is important.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Outcome {
    /** Better by at least the important difference. */
    BETTER("importantly better"),
    /** Smaller than the important difference, in either direction. */
    SMALLER("smaller than an important difference"),
    /** Worse by at least the important difference. */
    WORSE("importantly worse"),
    /** Neither end of the scale is better. */
    NOT_AVAILABLE("neither end of the scale is better");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Refuses nulls. */
  public ImportanceVerdict {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(important, "important");
    Objects.requireNonNull(minimalDetectable, "minimalDetectable");
  }

  static ImportanceVerdict of(
      double difference,
      Direction direction,
      ImportantDifference important,
      Optional<ChangeReference> reference) {
    double better = direction == Direction.HIGHER_IS_BETTER ? difference : -difference;
    Outcome outcome = Outcome.SMALLER;
    if (direction == Direction.NEUTRAL) {
      outcome = Outcome.NOT_AVAILABLE;
    } else if (better >= important.points()) {
      outcome = Outcome.BETTER;
    } else if (-better >= important.points()) {
      outcome = Outcome.WORSE;
    }
    return new ImportanceVerdict(
        outcome,
        important,
        reference
            .map(it -> OptionalDouble.of(it.minimalDetectableChange()))
            .orElseGet(OptionalDouble::empty));
  }

  /**
   * Whether an important difference of one person may be nothing but measurement error, because it
   * is smaller than the minimal detectable change.
   *
   * @return whether it is; {@code false} where no reference is known
   */
  public boolean isBelowDetectable() {
    return important.points() < minimalDetectable.orElse(0);
  }

  /**
   * What has to be known beside the verdict.
   *
   * @return a sentence where an important difference is below the minimal detectable change
   */
  public Optional<String> caution() {
    return isBelowDetectable()
        ? Optional.of(
            "An important difference of "
                + Numbers.score(important.points())
                + " points is below the minimal detectable change of "
                + Numbers.fixed(minimalDetectable.orElseThrow(), 2)
                + " points: in one person it cannot be told from measurement error.")
        : Optional.empty();
  }

  /**
   * The verdict in words.
   *
   * @return the outcome, the important difference, and the caution where there is one
   */
  @Override
  public String toString() {
    return outcome + " (" + important + ")" + caution().map(it -> ". " + it).orElse("");
  }
}
