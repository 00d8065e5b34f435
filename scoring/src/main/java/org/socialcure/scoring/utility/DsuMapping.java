package org.socialcure.scoring.utility;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.instrument.Citation;
import org.socialcure.core.person.Sex;

/**
 * The mapping of one version of the EQ-5D to values of the other by the Decision Support Unit of
 * NICE (Hernández Alava, Pudney and Wailoo 2023, doi 10.1007/s40273-022-01218-7): a value of each
 * profile for each age band and each of two sexes.
 *
 * <p>From EQ-5D-5L that is 31,250 numbers, which are not shipped: the caller takes them from the
 * unit's own site. Unlike in a value set, 11111 is not 1, and the same answers have another value
 * at another age.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class DsuMapping {
  /**
   * Whom a table of values is of.
   *
   * @param age the age band; not null
   * @param sex {@link Sex#FEMALE} or {@link Sex#MALE}; not null
   * @since 0.1
   */
  public record Group(AgeBand age, Sex sex) {
    /**
     * Checks the sex.
     *
     * @throws InvalidInputException if it is neither female nor male
     */
    public Group {
      Objects.requireNonNull(age, "age");
      Objects.requireNonNull(sex, "sex");
      if (sex == Sex.OTHER) {
        throw new InvalidInputException("sex", "must be female or male: the mapping has no other");
      }
    }

    /**
     * Age and sex.
     *
     * @return {@code "female, 18 to 34"}
     */
    @Override
    public String toString() {
      return sex.toString().toLowerCase(Locale.ROOT) + ", " + age;
    }
  }

  private final Eq5dVersion from;
  private final Map<AgeBand, Map<Sex, ValueSet>> tables = new EnumMap<>(AgeBand.class);

  private DsuMapping(Eq5dVersion from) {
    this.from = from;
  }

  /**
   * The mapping of a caller's table.
   *
   * @param from the version that was answered
   * @param source where the table comes from, with its edition
   * @param values for each of the ten groups the value of every profile by its {@linkplain
   *     Eq5dProfile#code() digits}
   * @return the mapping
   * @throws InvalidInputException if a group or a profile is missing, or a value is not a finite
   *     number of at most 1
   */
  public static DsuMapping of(
      Eq5dVersion from, Citation source, Map<Group, Map<String, Double>> values) {
    DsuMapping mapping = new DsuMapping(from);
    Problems problems = new Problems();
    for (AgeBand age : AgeBand.values()) {
      Map<Sex, ValueSet> bySex = new EnumMap<>(Sex.class);
      for (Sex sex : new Sex[] {Sex.FEMALE, Sex.MALE}) {
        Group group = new Group(age, sex);
        Map<String, Double> table = values.get(group);
        if (table == null) {
          problems.add("values", "must hold a table for " + group);
        } else {
          problems
              .attempt(
                  group.toString(),
                  () ->
                      ValueSet.of(
                          "dsu", "DSU mapping, " + group, from, "United Kingdom", source, table))
              .ifPresent(set -> bySex.put(sex, set));
        }
      }
      mapping.tables.put(age, bySex);
    }
    problems.throwIfAny();
    return mapping;
  }

  /**
   * The version that was answered.
   *
   * @return the version
   */
  public Eq5dVersion from() {
    return from;
  }

  /**
   * The value of a profile for a person.
   *
   * @param profile a profile of the version {@link #from()}
   * @param years the person's age in whole years
   * @param sex the person's sex
   * @return the value; empty for {@link Sex#OTHER}, of which the mapping says nothing
   * @throws InvalidInputException if the profile is of the other version or the age is below 18
   */
  public OptionalDouble value(Eq5dProfile profile, int years, Sex sex) {
    Map<Sex, ValueSet> bySex = Objects.requireNonNull(tables.get(AgeBand.of(years)));
    ValueSet table = bySex.get(sex);
    return table == null ? OptionalDouble.empty() : OptionalDouble.of(table.value(profile));
  }

  /**
   * What is mapped.
   *
   * @return {@code "DSU mapping of the EQ-5D-5L"}
   */
  @Override
  public String toString() {
    return "DSU mapping of the " + from;
  }
}
