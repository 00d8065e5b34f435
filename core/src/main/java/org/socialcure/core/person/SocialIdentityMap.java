package org.socialcure.core.person;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A social identity map: the groups that a person belongs to, how the person rates them, and how
 * easy it is to belong to two of them at once (Cruwys, Steffens, Haslam, Haslam, Jetten and Dingle
 * 2016, Br J Soc Psychol 55:613-642, doi 10.1111/bjso.12155; online Bentley et al. 2020, J Pers Soc
 * Psychol 118:213-241, doi 10.1037/pspa0000174).
 *
 * <p>There is no total and no cut. What is read off a map are {@linkplain SocialIdentityIndex
 * indices}, each by its name:
 *
 * <pre>{@code
 * SocialIdentityMap map = SocialIdentityMap.of(
 *     List.of(MappedGroup.of("family").withImportance(MapImportance.LARGE).withPositivity(9),
 *         MappedGroup.of("choir").withImportance(MapImportance.SMALL).withPositivity(6)),
 *     List.of(new GroupTie("family", "choir", GroupCompatibility.EASY)));
 * map.index(SocialIdentityIndex.positiveGroups(7)).value();   // 1 of 2 groups
 * }</pre>
 *
 * <p>The form of the map and its indices are recalled, not seen in a source: every result says that
 * it is unverified. A map without groups is of a person who has none; where the map was not made,
 * there is no map.
 *
 * <p>Immutable and thread-safe. {@code toString} shows how many groups and ties there are.
 *
 * @param groups the groups, each with an id of its own; not null
 * @param ties the lines drawn between groups, at most one between any two; not null
 * @since 0.1
 */
@MapperForm
public record SocialIdentityMap(List<MappedGroup> groups, List<GroupTie> ties) {
  /** How many groups a map may have, which no person reaches. */
  public static final int MOST_GROUPS = 100;

  /**
   * Copies the lists and checks the ties against the groups.
   *
   * @throws org.socialcure.core.InvalidInputException if there are more than {@value #MOST_GROUPS}
   *     groups, two have one id, a tie joins a group that is not on the map, or two groups are tied
   *     twice
   */
  public SocialIdentityMap {
    groups = List.copyOf(groups);
    ties = List.copyOf(ties);
    Problems problems = new Problems();
    problems.require(
        groups.size() <= MOST_GROUPS,
        Problem.coded(
            "groups",
            ProblemCode.TOO_MANY,
            Map.of("most", Integer.toString(MOST_GROUPS)),
            "must be at most " + MOST_GROUPS + " groups"));
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      problems.require(
          ids.add(groups.get(i).id()),
          PersonText.repeated("groups[" + i + "].id", "another group has the same id"));
    }
    Set<Set<String>> pairs = new HashSet<>();
    for (int i = 0; i < ties.size(); i++) {
      GroupTie tie = ties.get(i);
      String place = "ties[" + i + "]";
      problems.require(
          ids.contains(tie.one()) && ids.contains(tie.other()),
          Problem.coded(
              place,
              ProblemCode.NOT_TWO_GROUPS,
              Map.of(),
              "must join two groups of the map by their ids"));
      problems.require(
          pairs.add(Set.of(tie.one(), tie.other())),
          PersonText.repeated(place, "the two groups are tied already"));
    }
    problems.throwIfAny();
  }

  /**
   * A map.
   *
   * @param groups the groups
   * @param ties the lines between them
   * @return the map
   * @throws org.socialcure.core.InvalidInputException as the constructor does
   */
  public static SocialIdentityMap of(List<MappedGroup> groups, List<GroupTie> ties) {
    return new SocialIdentityMap(groups, ties);
  }

  /**
   * Reads an index off the map.
   *
   * @param index which one
   * @return its value, or why there is none
   */
  public SocialIdentityResult index(SocialIdentityIndex index) {
    return Objects.requireNonNull(index, "index").of(this);
  }

  /**
   * How much is on the map, and none of it.
   *
   * @return for example {@code SocialIdentityMap[4 groups, 3 ties]}
   */
  @Override
  public String toString() {
    return "SocialIdentityMap["
        + PersonText.count(groups.size(), "group")
        + ", "
        + PersonText.count(ties.size(), "tie")
        + "]";
  }
}
