package org.socialcure.scoring;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Range;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The score of one scale, with what is needed to read it: the range, what a higher score means, how
 * many items were answered and what was done about the others, and the band with the source of its
 * cut.
 *
 * <p>{@code toString} is one line for people, with the value in it: {@code Loneliness (UCLA-3) 6 of
 * 3..9, higher = lonelier, "lonely" (cut: …)}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param instrument the instrument's id
 * @param version the version of the instrument's definition
 * @param target the group that was asked about; empty for an instrument that asks about none in
 *     particular
 * @param scale the scale's id
 * @param label what people call the scale, {@code "Loneliness (ULS-8)"}
 * @param value the score, within the range
 * @param range the lowest and the highest possible score
 * @param direction what a higher score means for the person
 * @param higherMeans the same in a word, {@code "lonelier"}
 * @param answered how many items were answered; at least 1
 * @param items how many items the scale has
 * @param missingRule the rule that permitted to score with so many answers
 * @param completeness what was done about items that were not answered
 * @param band the band by the scale's default scheme; empty where none is well enough supported to
 *     be a default
 * @param bandIfRounded the band that a prorated score would fall into if it were rounded to a whole
 *     number; empty unless it is another one
 * @param evidence how well it is supported that the score is made in this way; scores for which it
 *     is {@link Evidence#MEMORY_ONLY} print {@code unverified}
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record Score(
    String instrument,
    String version,
    Optional<String> target,
    String scale,
    String label,
    double value,
    Range range,
    Direction direction,
    String higherMeans,
    int answered,
    int items,
    MissingRule missingRule,
    Completeness completeness,
    Optional<ScoreBand> band,
    Optional<ScoreBand> bandIfRounded,
    Evidence evidence)
    implements ScaleResult {
  /**
   * Refuses values outside the range and impossible counts.
   *
   * @throws InvalidInputException if the value lies outside the range or the counts do not fit each
   *     other
   */
  public Score {
    Objects.requireNonNull(instrument, "instrument");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(higherMeans, "higherMeans");
    Objects.requireNonNull(missingRule, "missingRule");
    Objects.requireNonNull(completeness, "completeness");
    Objects.requireNonNull(band, "band");
    Objects.requireNonNull(bandIfRounded, "bandIfRounded");
    Objects.requireNonNull(evidence, "evidence");
    if (!range.contains(value)) {
      throw new InvalidInputException("value", "must lie within the range " + range);
    }
    if (answered < 1
        || answered > items
        || (answered == items) != (completeness == Completeness.COMPLETE)) {
      throw new InvalidInputException(
          "answered",
          answered + " of " + items + " items does not go with a score that is " + completeness);
    }
  }

  @Override
  public String toString() {
    return label
        + " "
        + Numbers.score(value)
        + " of "
        + range
        + ", higher = "
        + higherMeans
        + band.map(b -> ", " + b).orElse("")
        + (completeness == Completeness.COMPLETE
            ? ""
            : ", " + completeness + ", " + answered + " of " + items + " answered")
        + (missingRule instanceof MissingRule.Overridden overridden
            ? " by the rule " + overridden.override().id() + ", which is not the published one"
            : "")
        + bandIfRounded
            .map(other -> ", rounded to a whole number it would be \"" + other.label() + "\"")
            .orElse("")
        + (evidence == Evidence.MEMORY_ONLY ? ", unverified" : "");
  }
}
