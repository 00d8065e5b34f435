package org.socialcure.scoring.utility;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Citation;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.internal.Names;

/**
 * A value set of the EQ-5D: what each profile is worth to a public, 1 for full health and 0 for
 * death; some profiles are valued below 0.
 *
 * <p>Values have three decimals, as they are published. A profile with a dimension that was not
 * answered has none. The built-in ones are {@link ValueSets}.
 *
 * <p>Immutable and thread-safe. Two value sets are equal if their ids and all values are.
 *
 * @since 0.1
 */
public final class ValueSet {
  private final String id;
  private final String label;
  private final Eq5dVersion version;
  private final String country;
  private final Citation source;
  private final Evidence evidence;
  private final String note;
  private final double[] values;

  /** A set by a rule that gives thousandths, which are rounded to whole ones. */
  ValueSet(
      String id,
      String label,
      Eq5dVersion version,
      String country,
      Citation source,
      Evidence evidence,
      String note,
      ToDoubleFunction<Eq5dProfile> thousandths) {
    this.id = Names.requireId("id", id);
    this.label = Names.requireText("label", label);
    this.version = Objects.requireNonNull(version, "version");
    this.country = Names.requireText("country", country);
    this.source = Objects.requireNonNull(source, "source");
    this.evidence = evidence;
    this.note = note;
    this.values =
        IntStream.range(0, version.profiles())
            .mapToObj(place -> Eq5dProfile.at(version, place))
            .mapToDouble(profile -> (Math.rint(thousandths.applyAsDouble(profile)) + 0.0) / 1000)
            .toArray();
  }

  private ValueSet(
      String id,
      String label,
      Eq5dVersion version,
      String country,
      Citation source,
      double[] values) {
    this.id = Names.requireId("id", id);
    this.label = Names.requireText("label", label);
    this.version = version;
    this.country = Names.requireText("country", country);
    this.source = Objects.requireNonNull(source, "source");
    this.evidence = Evidence.NOT_STATED;
    this.note = "a table of the caller";
    this.values = values;
  }

  /**
   * A value set of the caller's own, or a published table such as that of the crosswalk.
   *
   * @param id a name for columns, {@code "crosswalk-uk"}
   * @param label what people call it
   * @param version the EQ-5D it is for
   * @param country whose public it is of
   * @param source the publication
   * @param values the value of every profile by its {@linkplain Eq5dProfile#code() digits}
   * @return the value set, with exactly these values
   * @throws InvalidInputException if the id is none, a profile has no value or does not exist, a
   *     value is not a finite number of at most 1
   */
  public static ValueSet of(
      String id,
      String label,
      Eq5dVersion version,
      String country,
      Citation source,
      Map<String, Double> values) {
    Problems problems = new Problems();
    double[] table = new double[version.profiles()];
    int found = 0;
    for (int place = 0; place < table.length; place++) {
      String code = Eq5dProfile.at(version, place).code();
      Double value = values.get(code);
      found += value == null ? 0 : 1;
      if (value != null && !(Double.isFinite(value) && value <= 1)) {
        problems.add("values." + code, "must be a finite number of at most 1");
      }
      table[place] = value == null ? Double.NEGATIVE_INFINITY : value + 0.0;
    }
    problems.require(
        found == table.length && values.size() == found,
        "values",
        "must hold each of the "
            + table.length
            + " profiles from 11111 on once and nothing else; "
            + found
            + " of them are there");
    problems.throwIfAny();
    return new ValueSet(id, label, version, country, source, table);
  }

  /**
   * The name in columns.
   *
   * @return {@code "uk-5l-2026"}
   */
  public String id() {
    return id;
  }

  /**
   * What people call it.
   *
   * @return {@code "UK value set for the EQ-5D-5L, 2026"}
   */
  public String label() {
    return label;
  }

  /**
   * Which EQ-5D it is for.
   *
   * @return the version
   */
  public Eq5dVersion version() {
    return version;
  }

  /**
   * Whose public it is of.
   *
   * @return the country
   */
  public String country() {
    return country;
  }

  /**
   * The publication.
   *
   * @return the citation
   */
  public Citation source() {
    return source;
  }

  /**
   * How well the numbers are supported.
   *
   * @return {@link Evidence#NOT_STATED} for a table of the caller
   */
  public Evidence evidence() {
    return evidence;
  }

  /**
   * What a user has to know.
   *
   * @return a sentence
   */
  public String note() {
    return note;
  }

  /**
   * The value of a profile.
   *
   * @param profile a profile of the {@link #version()}
   * @return the value, at most 1
   * @throws InvalidInputException if the profile is of another version; levels of the two are not
   *     the same
   */
  public double value(Eq5dProfile profile) {
    if (profile.version() != version) {
      throw new InvalidInputException(
          id, "is for the " + version + ", and this is a profile of the " + profile.version());
    }
    return values[profile.place()];
  }

  /**
   * The value of what a person answered.
   *
   * @param responses responses to the EQ-5D of the {@link #version()}
   * @return the value; empty if a dimension was not answered
   * @throws InvalidInputException if the responses are to another instrument
   */
  public OptionalDouble value(Responses responses) {
    return Eq5dProfile.of(responses)
        .map(profile -> OptionalDouble.of(value(profile)))
        .orElse(OptionalDouble.empty());
  }

  /**
   * Scored data with the values added: {@code eq-5d-5l.uk-5l-2026} of {@code eq-5d-5l.mobility} and
   * the other dimensions, and {@code eq-5d-5l.uk-5l-2026@T0} of {@code eq-5d-5l.mobility@T0} where
   * waves stand side by side. {@link org.socialcure.scoring.outcome.QualityAdjustedYears} takes
   * such columns. Changes come of widening, so that values are added before it if changes are
   * wanted.
   *
   * @param scored data as {@link org.socialcure.scoring.Scorer} gives them
   * @return the data with a column of values a wave; missing where a dimension is
   * @throws InvalidInputException if there is no wave with all five dimensions, a level is none of
   *     the version's, or such a column is there already
   */
  public Dataset addTo(Dataset scored) {
    return ValueColumns.add(this, scored);
  }

  /** The value of the profile at a place of the order in which the last digit runs fastest. */
  double at(int place) {
    return values[place];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValueSet set
        && id.equals(set.id)
        && version == set.version
        && Arrays.equals(values, set.values);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /**
   * The set and where it comes from.
   *
   * @return {@code "UK value set for the EQ-5D-5L, 2026 (…)"}
   */
  @Override
  public String toString() {
    return label + " (" + source + "; " + note + ")";
  }
}
