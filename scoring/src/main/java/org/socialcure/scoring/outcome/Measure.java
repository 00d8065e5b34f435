package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.BandScheme;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Range;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.change.ChangeReference;
import org.socialcure.scoring.change.CitedReference;
import org.socialcure.scoring.change.CitedReferences;
import org.socialcure.scoring.change.ImportantDifference;

/**
 * What was measured at several waves, and what its values are held against.
 *
 * <pre>{@code
 * Measure loneliness = Measure.of(Instruments.UCLA_3, "total");   // column ucla-3.total
 * Measure mood = Measure.of("mood", Direction.HIGHER_IS_BETTER)
 *     .withLabel("Mood")
 *     .withRange(0, 10)
 *     .withImportant(ImportantDifference.published(1, "asked of the people themselves"));
 * }</pre>
 *
 * <p>In a data set with one row a person its columns are {@code column@wave}, as {@linkplain
 * org.socialcure.core.data.Widening widening} names them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param column the name of the column, without a wave
 * @param label what people call it; not blank
 * @param direction what a higher value means for the person
 * @param range the lowest and the highest value possible; without it nothing is said of floor and
 *     ceiling
 * @param bands the cited bands that shares are counted in
 * @param reference the standard deviation and reliability that the change of one person is held
 *     against
 * @param important the smallest change that is important
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record Measure(
    String column,
    String label,
    Direction direction,
    Optional<Range> range,
    Optional<BandScheme> bands,
    Optional<ChangeReference> reference,
    Optional<ImportantDifference> important) {
  private static final String WINDOW = "_months";

  /**
   * Checks the names.
   *
   * @throws InvalidInputException if the column or the label is blank, or the column is one of a
   *     wave
   */
  public Measure {
    Names.requireText("label", label);
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(bands, "bands");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(important, "important");
    if (ColumnName.parse(column).wave().isPresent()) {
      throw new InvalidInputException(
          "column", "name it without its wave: " + ColumnName.parse(column).measure());
    }
  }

  /**
   * A column that goes by its own name.
   *
   * @param column its name without a wave
   * @param direction what a higher value means for the person
   * @return the measure, without anything to hold it against
   * @throws InvalidInputException if the column is blank or one of a wave
   */
  public static Measure of(String column, Direction direction) {
    return new Measure(
        column,
        column,
        direction,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A scale of an instrument that asks about no group in particular: its column as scoring names
   * it, its label, direction and range, its bands where one scheme is used unasked, and the
   * published standard deviation and reliability where both were seen in good sources ({@link
   * CitedReferences#byDefault}).
   *
   * @param instrument the instrument
   * @param scale the id of the scale
   * @return the measure
   * @throws InvalidInputException if the instrument has no such scale
   */
  public static Measure of(Instrument instrument, String scale) {
    return of(instrument, Optional.empty(), scale);
  }

  /**
   * A scale of an instrument.
   *
   * @param instrument the instrument
   * @param target the group that was asked about; empty if none in particular was
   * @param scale the id of the scale
   * @return the measure
   * @throws InvalidInputException if the instrument has no such scale
   */
  public static Measure of(Instrument instrument, Optional<String> target, String scale) {
    Scale found = instrument.scale(scale);
    return new Measure(
        ColumnName.of(instrument.id(), target, scale).toString(),
        instrument.label(found, target),
        found.direction(),
        Optional.of(instrument.range(found)),
        found.defaultBands(),
        CitedReferences.byDefault(instrument.id(), scale).map(CitedReference::reference),
        Optional.empty());
  }

  /**
   * The same measure under another label.
   *
   * @param changed what people call it
   * @return the changed measure
   * @throws InvalidInputException if it is blank
   */
  public Measure withLabel(String changed) {
    return new Measure(column, changed, direction, range, bands, reference, important);
  }

  /**
   * The same measure with the values that are possible; any other is refused.
   *
   * @param minimum the lowest value
   * @param maximum the highest value
   * @return the changed measure
   * @throws InvalidInputException if they are not finite or not in order
   */
  public Measure withRange(double minimum, double maximum) {
    return new Measure(
        column,
        label,
        direction,
        Optional.of(new Range(minimum, maximum)),
        bands,
        reference,
        important);
  }

  /**
   * The same measure with bands that shares are counted in.
   *
   * @param changed the bands and their source
   * @return the changed measure
   */
  public Measure withBands(BandScheme changed) {
    return new Measure(column, label, direction, range, Optional.of(changed), reference, important);
  }

  /**
   * The same measure with what the change of one person is held against.
   *
   * @param changed standard deviation and reliability with their source
   * @return the changed measure
   */
  public Measure withReference(ChangeReference changed) {
    return new Measure(column, label, direction, range, bands, Optional.of(changed), important);
  }

  /**
   * The same measure with the smallest change that is important.
   *
   * @param changed the points and their source
   * @return the changed measure
   */
  public Measure withImportant(ImportantDifference changed) {
    return new Measure(column, label, direction, range, bands, reference, Optional.of(changed));
  }

  /**
   * The name of its column at a wave.
   *
   * @param wave the wave
   * @return {@code "ucla-3.total@t0"}
   * @throws InvalidInputException if the wave cannot be one
   */
  public String at(String wave) {
    return ColumnName.at(column, wave).toString();
  }

  /** Its values at a wave, NaN where missing. */
  double[] values(Dataset data, String wave) {
    return checked(data.numbers(at(wave)), "column \"" + at(wave) + "\"");
  }

  /**
   * Refuses counts whose windows, in the column that a cohort's table has beside them, are not all
   * the same.
   */
  void requireNoWindows(Dataset data, String... waves) {
    double[] windows =
        Arrays.stream(waves)
            .map(wave -> ColumnName.at(column + WINDOW, wave).toString())
            .filter(data::has)
            .flatMapToDouble(name -> Arrays.stream(data.numbers(name)))
            .filter(months -> !Double.isNaN(months))
            .distinct()
            .toArray();
    if (windows.length > 1) {
      throw new InvalidInputException(
          "column \"" + column + "\"",
          "counts contacts over windows that differ; counts are not compared, but rates are: use"
              + " ContactChange");
    }
  }

  /** Refuses values that are not possible. */
  double[] checked(double[] values, String where) {
    for (double value : values) {
      if (range.isPresent() && !Double.isNaN(value) && !range.get().contains(value)) {
        throw new InvalidInputException(
            where,
            "holds a value outside of "
                + range.get()
                + "; correct it in the file or leave it missing");
      }
    }
    return values;
  }

  /** 1 if a rise is for the better, −1 if it is for the worse, 0 if neither. */
  int sign() {
    return switch (direction) {
      case HIGHER_IS_BETTER -> 1;
      case HIGHER_IS_WORSE -> -1;
      case NEUTRAL -> 0;
    };
  }

  /**
   * The label and the column.
   *
   * @return {@code "Loneliness (UCLA-3), column ucla-3.total, higher is worse"}
   */
  @Override
  public String toString() {
    return label
        + ", column "
        + column
        + switch (direction) {
          case HIGHER_IS_BETTER -> ", higher is better";
          case HIGHER_IS_WORSE -> ", higher is worse";
          case NEUTRAL -> ", neither end is better";
        };
  }
}
