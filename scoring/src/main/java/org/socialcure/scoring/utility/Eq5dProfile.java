package org.socialcure.scoring.utility;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A profile of the EQ-5D: the levels of mobility, self-care, usual activities, pain or discomfort,
 * and anxiety or depression, in this order; 1 is the best.
 *
 * <p>Immutable and thread-safe. {@code toString} prints no levels, for they are answers; {@link
 * #code()} gives them.
 *
 * @param version how many levels there are; not null
 * @param levels the five levels; not null
 * @since 0.1
 */
@MapperForm
public record Eq5dProfile(Eq5dVersion version, List<Integer> levels) {
  /**
   * Checks the levels.
   *
   * @throws InvalidInputException if there are not five, or one is not of the version
   */
  public Eq5dProfile {
    Objects.requireNonNull(version, "version");
    levels = List.copyOf(levels);
    int highest = version.levels();
    if (levels.size() != Eq5dVersion.DIMENSIONS
        || levels.stream().anyMatch(level -> level < 1 || level > highest)) {
      throw new InvalidInputException(
          "levels", "must be five whole numbers from 1 to " + highest + " for the " + version);
    }
  }

  /**
   * The profile of five digits.
   *
   * @param version how many levels there are
   * @param code five digits, {@code "21232"}
   * @return the profile
   * @throws InvalidInputException if the text is not five digits of the version
   */
  public static Eq5dProfile parse(Eq5dVersion version, String code) {
    return new Eq5dProfile(version, code.chars().map(c -> c - '0').boxed().toList());
  }

  /**
   * The profile that a person answered.
   *
   * @param responses responses to {@link Eq5dVersion#instrument() an EQ-5D}
   * @return the profile; empty if a dimension was not answered
   * @throws InvalidInputException if the responses are to another instrument
   */
  public static Optional<Eq5dProfile> of(Responses responses) {
    for (Eq5dVersion version : Eq5dVersion.values()) {
      if (responses.instrument().id().equals(version.instrument().id())) {
        List<OptionalDouble> levels =
            version.instrument().items().stream()
                .map(Item::id)
                .map(responses::given)
                .map(given -> given.map(option -> option.value()).orElse(OptionalDouble.empty()))
                .toList();
        return levels.stream().allMatch(OptionalDouble::isPresent)
            ? Optional.of(
                new Eq5dProfile(
                    version, levels.stream().map(level -> (int) level.getAsDouble()).toList()))
            : Optional.empty();
      }
    }
    throw new InvalidInputException(
        responses.instrument().id(), "is no EQ-5D; give responses to eq-5d-5l or eq-5d-3l");
  }

  /** The profile at a place of the order in which the last digit runs fastest. */
  static Eq5dProfile at(Eq5dVersion version, int place) {
    int[] levels = new int[Eq5dVersion.DIMENSIONS];
    for (int d = levels.length - 1, rest = place; d >= 0; d--, rest /= version.levels()) {
      levels[d] = rest % version.levels() + 1;
    }
    return new Eq5dProfile(version, IntStream.of(levels).boxed().toList());
  }

  /** The place of this profile in the order in which the last digit runs fastest. */
  int place() {
    return levels.stream().reduce(0, (place, level) -> place * version.levels() + level - 1);
  }

  /**
   * The levels as digits.
   *
   * @return {@code "21232"}
   */
  public String code() {
    return levels.stream().map(String::valueOf).collect(Collectors.joining());
  }

  /**
   * The sum of the levels, from 5 to 5 times the number of levels. It treats all dimensions alike
   * and is no value of health.
   *
   * @return the sum
   */
  public int levelSum() {
    return levels.stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * How this profile differs from an earlier one, by Pareto.
   *
   * @param before the earlier profile
   * @return better, the same, worse or mixed
   * @throws InvalidInputException if the earlier profile is of another version
   */
  public ParetoClass since(Eq5dProfile before) {
    if (before.version != version) {
      throw new InvalidInputException(
          "version",
          "is "
              + before.version
              + " before and "
              + version
              + " after: levels of the two cannot be compared");
    }
    boolean better = false;
    boolean worse = false;
    for (int d = 0; d < levels.size(); d++) {
      better |= levels.get(d) < before.levels.get(d);
      worse |= levels.get(d) > before.levels.get(d);
    }
    if (better) {
      return worse ? ParetoClass.MIXED : ParetoClass.BETTER;
    }
    return worse ? ParetoClass.WORSE : ParetoClass.SAME;
  }

  /**
   * That it is a profile, without its levels.
   *
   * @return {@code "profile of the EQ-5D-5L"}
   */
  @Override
  public String toString() {
    return "profile of the " + version;
  }
}
