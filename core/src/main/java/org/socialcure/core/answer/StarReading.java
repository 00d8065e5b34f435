package org.socialcure.core.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;

/**
 * The reading of a Well-being Star: a whole number for each of eight areas (Triangle Consulting
 * Social Enterprise).
 *
 * <p>Eight areas in the order of the owner's chart, 1 lowest to 5 highest, each a score of its own;
 * higher is better. Using a Star needs the owner's licence; the areas have no names here.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no answers.
 *
 * @param area1 area 1, 1 to 5; null if not answered
 * @param area2 area 2, 1 to 5; null if not answered
 * @param area3 area 3, 1 to 5; null if not answered
 * @param area4 area 4, 1 to 5; null if not answered
 * @param area5 area 5, 1 to 5; null if not answered
 * @param area6 area 6, 1 to 5; null if not answered
 * @param area7 area 7, 1 to 5; null if not answered
 * @param area8 area 8, 1 to 5; null if not answered
 * @since 0.1
 */
public record StarReading(
    @Nullable @Min(1) @Max(5) Integer area1,
    @Nullable @Min(1) @Max(5) Integer area2,
    @Nullable @Min(1) @Max(5) Integer area3,
    @Nullable @Min(1) @Max(5) Integer area4,
    @Nullable @Min(1) @Max(5) Integer area5,
    @Nullable @Min(1) @Max(5) Integer area6,
    @Nullable @Min(1) @Max(5) Integer area7,
    @Nullable @Min(1) @Max(5) Integer area8)
    implements TypedAnswers {

  @Override
  public Instrument instrument() {
    return Instruments.STAR_READING;
  }

  @Override
  public String toString() {
    return Forms.summary(this);
  }
}
