package org.socialcure.core.person;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A group on a {@link SocialIdentityMap}, as the person rated it.
 *
 * <p>Immutable and thread-safe. {@code toString} shows the id only.
 *
 * @param id what ties call the group by, {@code "g1"}, unique within the map; not null
 * @param name what the person calls it; empty if not kept; not null, not blank, at most {@value
 *     GroupMembership#LONGEST_NAME} characters, without line breaks
 * @param importance how important the group is to the person; empty if not asked; not null
 * @param positivity how positive the person feels about belonging to it, 1 to 10; empty if not
 *     asked; not null
 * @param representativeness how representative of the group, or similar to its members, the person
 *     is, 1 to 10; empty if not asked; not null
 * @param support how much support the group gives, 1 to 10; empty if not asked; not null
 * @since 0.1
 */
@MapperForm
public record MappedGroup(
    String id,
    Optional<String> name,
    Optional<MapImportance> importance,
    OptionalInt positivity,
    OptionalInt representativeness,
    OptionalInt support) {
  /** The highest rating; the lowest is 1. */
  public static final int HIGHEST_RATING = 10;

  /**
   * Checks the parts.
   *
   * @throws org.socialcure.core.InvalidInputException if the id is not of the form {@code
   *     some-words}, the name is blank or too long, or a rating is out of its range
   */
  public MappedGroup {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(importance, "importance");
    Objects.requireNonNull(positivity, "positivity");
    Objects.requireNonNull(representativeness, "representativeness");
    Objects.requireNonNull(support, "support");
    Problems problems = new Problems();
    problems.require(
        Names.isId(id), Problem.coded("id", ProblemCode.NOT_AN_ID, Map.of(), Names.idRule()));
    name.ifPresent(text -> PersonText.check(problems, "name", text, GroupMembership.LONGEST_NAME));
    checkRating(problems, "positivity", positivity);
    checkRating(problems, "representativeness", representativeness);
    checkRating(problems, "support", support);
    problems.throwIfAny();
  }

  private static void checkRating(Problems problems, String where, OptionalInt rating) {
    int value = rating.orElse(1);
    problems.require(
        value >= 1 && value <= HIGHEST_RATING,
        PersonText.outOfRange(where, 1, HIGHEST_RATING, "must be from 1 to " + HIGHEST_RATING));
  }

  /**
   * A group without ratings.
   *
   * @param id what ties call the group by
   * @return the group
   * @throws org.socialcure.core.InvalidInputException if the id is not of the form {@code
   *     some-words}
   */
  public static MappedGroup of(String id) {
    return new MappedGroup(
        id,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  /**
   * This group with a name.
   *
   * @param newName what the person calls it
   * @return the changed group
   * @throws org.socialcure.core.InvalidInputException if the name is blank or too long
   */
  public MappedGroup withName(String newName) {
    return new MappedGroup(
        id, Optional.of(newName), importance, positivity, representativeness, support);
  }

  /**
   * This group with its importance.
   *
   * @param newImportance how important it is
   * @return the changed group
   */
  public MappedGroup withImportance(MapImportance newImportance) {
    return new MappedGroup(
        id, name, Optional.of(newImportance), positivity, representativeness, support);
  }

  /**
   * This group with a rating of positivity.
   *
   * @param rating 1 to 10
   * @return the changed group
   * @throws org.socialcure.core.InvalidInputException if the rating is out of its range
   */
  public MappedGroup withPositivity(int rating) {
    return new MappedGroup(
        id, name, importance, OptionalInt.of(rating), representativeness, support);
  }

  /**
   * This group with a rating of representativeness.
   *
   * @param rating 1 to 10
   * @return the changed group
   * @throws org.socialcure.core.InvalidInputException if the rating is out of its range
   */
  public MappedGroup withRepresentativeness(int rating) {
    return new MappedGroup(id, name, importance, positivity, OptionalInt.of(rating), support);
  }

  /**
   * This group with a rating of support.
   *
   * @param rating 1 to 10
   * @return the changed group
   * @throws org.socialcure.core.InvalidInputException if the rating is out of its range
   */
  public MappedGroup withSupport(int rating) {
    return new MappedGroup(
        id, name, importance, positivity, representativeness, OptionalInt.of(rating));
  }

  /**
   * The id of the group and nothing that the person said.
   *
   * @return for example {@code MappedGroup[g1]}
   */
  @Override
  public String toString() {
    return "MappedGroup[" + id + "]";
  }
}
