package org.socialcure.scoring.utility;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.Citation;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A tariff of the ICECAP-A: what each level of each attribute adds to a value from 0, no
 * capability, to 1, full capability (Flynn et al. 2015, doi 10.1002/hec.3014).
 *
 * <p>The value of a profile is the sum of five entries. No tariff is shipped. Tariffs differ by
 * country and by what was asked of people, which therefore travel with the numbers. Those of the
 * ICECAP-O, for older people, have other attributes and do not fit.
 *
 * <p>Immutable and thread-safe.
 *
 * @param country whose public it is of, {@code "United Kingdom"}; not null, not blank
 * @param kind what was asked of people, {@code "best-worst scaling"} or {@code "experienced
 *     utility"}; not null, not blank
 * @param source the publication; not null
 * @param values for stability, attachment, autonomy, achievement and enjoyment in this order the
 *     entries of levels 1 to 4; not null
 * @since 0.1
 */
@MapperForm
public record IcecapTariff(
    String country, String kind, Citation source, List<List<Double>> values) {
  private static final int LEVELS = 4;

  /** Published entries have few decimals, so that their sums miss 0 and 1 by a little. */
  private static final double TOLERANCE = 0.0005;

  /**
   * Checks the numbers.
   *
   * @throws InvalidInputException with all problems: a blank text, another number of attributes or
   *     levels, entries that are not finite, entries of level 4 that do not add up to 1 or of level
   *     1 that do not add up to 0, each within .0005
   */
  public IcecapTariff {
    Names.requireText("country", country);
    Names.requireText("kind", kind);
    Objects.requireNonNull(source, "source");
    values = values.stream().map(List::copyOf).toList();
    Problems problems = new Problems();
    int attributes = Instruments.ICECAP_A.items().size();
    boolean shaped =
        values.size() == attributes && values.stream().allMatch(row -> row.size() == LEVELS);
    problems.require(
        shaped, "values", "must be the entries of levels 1 to 4 for each of five attributes");
    problems.require(
        values.stream().flatMap(List::stream).allMatch(Double::isFinite),
        "values",
        "must be finite numbers");
    problems.throwIfAny();
    problems.require(
        adds(values, LEVELS - 1, 1),
        "values",
        "the entries of level 4 must add up to 1 (within 0.0005), for full capability is 1");
    problems.require(
        adds(values, 0, 0),
        "values",
        "the entries of level 1 must add up to 0 (within 0.0005), for no capability is 0");
    problems.throwIfAny();
  }

  private static boolean adds(List<List<Double>> values, int level, double to) {
    double sum = values.stream().mapToDouble(row -> row.get(level)).sum();
    // A sum of decimals in doubles may miss the tolerance by its last bits.
    return Math.abs(sum - to) <= TOLERANCE + 1e-12;
  }

  /**
   * The value of what a person answered.
   *
   * @param responses responses to {@link Instruments#ICECAP_A}
   * @return the sum of the five entries; empty if an attribute was not answered
   * @throws InvalidInputException if the responses are to another instrument
   */
  public OptionalDouble value(Responses responses) {
    if (!responses.instrument().id().equals(Instruments.ICECAP_A.id())) {
      throw new InvalidInputException(
          responses.instrument().id(), "is not the ICECAP-A; give responses to icecap-a");
    }
    double value = 0;
    List<Item> attributes = Instruments.ICECAP_A.items();
    for (int a = 0; a < attributes.size(); a++) {
      OptionalDouble level =
          responses
              .given(attributes.get(a).id())
              .map(option -> option.value())
              .orElse(OptionalDouble.empty());
      if (level.isEmpty()) {
        return OptionalDouble.empty();
      }
      value += values.get(a).get((int) level.getAsDouble() - 1);
    }
    return OptionalDouble.of(value);
  }

  /**
   * Country, kind and source.
   *
   * @return {@code "ICECAP-A tariff, United Kingdom, best-worst scaling (…)"}
   */
  @Override
  public String toString() {
    return "ICECAP-A tariff, " + country + ", " + kind + " (" + source + ")";
  }
}
