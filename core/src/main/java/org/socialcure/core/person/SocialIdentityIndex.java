package org.socialcure.core.person;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A number that is read off a {@link SocialIdentityMap}. All are recalled from the publications
 * that the map cites, not seen in them. Where an index needs a threshold the caller gives it,
 * because no published cut could be confirmed.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
@MapperForm
public sealed interface SocialIdentityIndex {
  /** What the name of every column begins with. */
  String COLUMN = "social-identity-map.";

  /**
   * The number of groups on the map.
   *
   * @return the index
   */
  static SocialIdentityIndex groups() {
    return new Groups();
  }

  /**
   * The number of groups that are important to the person.
   *
   * @param lowest the lowest importance that counts
   * @return the index; without a value if a group has no importance
   */
  static SocialIdentityIndex importantGroups(MapImportance lowest) {
    return new ImportantGroups(lowest);
  }

  /**
   * The number of groups that a rating of at least a threshold makes positive. A threshold of 7 is
   * recalled.
   *
   * @param threshold the lowest positivity that counts, 1 to 10
   * @return the index; without a value if a group has no such rating
   * @throws InvalidInputException if the threshold is not from 1 to 10
   */
  static SocialIdentityIndex positiveGroups(int threshold) {
    return new RatedGroups(MapRating.POSITIVITY, threshold);
  }

  /**
   * The number of groups that the person is representative of.
   *
   * @param threshold the lowest representativeness that counts, 1 to 10
   * @return the index; without a value if a group has no such rating
   * @throws InvalidInputException if the threshold is not from 1 to 10
   */
  static SocialIdentityIndex representativeGroups(int threshold) {
    return new RatedGroups(MapRating.REPRESENTATIVENESS, threshold);
  }

  /**
   * The number of groups that give support.
   *
   * @param threshold the lowest support that counts, 1 to 10
   * @return the index; without a value if a group has no such rating
   * @throws InvalidInputException if the threshold is not from 1 to 10
   */
  static SocialIdentityIndex supportiveGroups(int threshold) {
    return new RatedGroups(MapRating.SUPPORT, threshold);
  }

  /**
   * The sum of the ratings of positivity over the number of groups.
   *
   * @return the index, 1 to 10; without a value if there is no group or one has no such rating
   */
  static SocialIdentityIndex meanPositivity() {
    return new MeanRating(MapRating.POSITIVITY);
  }

  /**
   * The number of ties between groups to which it is easy to belong at once.
   *
   * @return the index
   */
  static SocialIdentityIndex compatibleTies() {
    return new CompatibleTies();
  }

  /**
   * The number of easy ties over the number of ties that were drawn, whatever their kind; pairs of
   * groups without a line do not enter.
   *
   * @return the index, 0 to 1; without a value if no tie was drawn
   */
  static SocialIdentityIndex compatibleShare() {
    return new CompatibleShare();
  }

  /**
   * The indices that need no threshold.
   *
   * @return the number of groups, the mean positivity, the compatible ties and their share
   */
  static List<SocialIdentityIndex> withoutThreshold() {
    return List.of(groups(), meanPositivity(), compatibleTies(), compatibleShare());
  }

  /**
   * The name of a column of the index.
   *
   * @return for example {@code social-identity-map.positivity-7}
   */
  String column();

  /**
   * What people call the index.
   *
   * @return for example {@code "Positive groups (7 or more)"}
   */
  String label();

  /**
   * Reads the index off a map.
   *
   * @param map the map
   * @return the value, or why there is none
   */
  SocialIdentityResult of(SocialIdentityMap map);

  /** A rating that groups are given from 1 to 10. */
  @MapperForm
  enum MapRating {
    /** How positive the person feels about belonging. */
    POSITIVITY("Positive groups"),
    /** How representative of the group the person is. */
    REPRESENTATIVENESS("Representative groups"),
    /** How much support the group gives. */
    SUPPORT("Supportive groups");

    private final String groups;

    MapRating(String groups) {
      this.groups = groups;
    }

    private OptionalInt of(MappedGroup group) {
      return switch (this) {
        case POSITIVITY -> group.positivity();
        case REPRESENTATIVENESS -> group.representativeness();
        case SUPPORT -> group.support();
      };
    }

    private List<OptionalInt> of(SocialIdentityMap map) {
      return map.groups().stream().map(this::of).toList();
    }
  }

  /** How many groups there are. */
  record Groups() implements SocialIdentityIndex {
    @Override
    public String column() {
      return COLUMN + "groups";
    }

    @Override
    public String label() {
      return "Groups on the map";
    }

    @Override
    public SocialIdentityResult of(SocialIdentityMap map) {
      return SocialIdentityResult.of(this, map.groups().size());
    }

    @Override
    public String toString() {
      return label();
    }
  }

  /**
   * How many groups are important.
   *
   * @param lowest the lowest importance that counts; not null
   */
  record ImportantGroups(MapImportance lowest) implements SocialIdentityIndex {
    /** Refuses null. */
    public ImportantGroups {
      Objects.requireNonNull(lowest, "lowest");
    }

    @Override
    public String column() {
      return COLUMN + "important-" + Words.of(lowest);
    }

    @Override
    public String label() {
      return "Important groups (" + Words.of(lowest) + " or more)";
    }

    @Override
    public SocialIdentityResult of(SocialIdentityMap map) {
      if (map.groups().stream().anyMatch(group -> group.importance().isEmpty())) {
        return SocialIdentityResult.none(this, SocialIdentityResult.Reason.RATING_MISSING);
      }
      return SocialIdentityResult.of(
          this,
          (double)
              map.groups().stream()
                  .flatMap(group -> group.importance().stream())
                  .filter(importance -> importance.compareTo(lowest) >= 0)
                  .count());
    }

    @Override
    public String toString() {
      return label();
    }
  }

  /**
   * How many groups have a rating that reaches a threshold.
   *
   * @param rating which rating; not null
   * @param threshold the lowest rating that counts, 1 to 10
   */
  record RatedGroups(MapRating rating, int threshold) implements SocialIdentityIndex {
    /**
     * Checks the threshold.
     *
     * @throws InvalidInputException if it is not from 1 to 10
     */
    public RatedGroups {
      Objects.requireNonNull(rating, "rating");
      if (threshold < 1 || threshold > MappedGroup.HIGHEST_RATING) {
        throw new InvalidInputException(
            "threshold", "must be from 1 to " + MappedGroup.HIGHEST_RATING);
      }
    }

    @Override
    public String column() {
      return COLUMN + Words.of(rating) + "-" + threshold;
    }

    @Override
    public String label() {
      return rating.groups + " (" + threshold + " or more)";
    }

    @Override
    public SocialIdentityResult of(SocialIdentityMap map) {
      List<OptionalInt> ratings = rating.of(map);
      if (ratings.stream().anyMatch(OptionalInt::isEmpty)) {
        return SocialIdentityResult.none(this, SocialIdentityResult.Reason.RATING_MISSING);
      }
      return SocialIdentityResult.of(
          this,
          (double) ratings.stream().filter(value -> value.orElseThrow() >= threshold).count());
    }

    @Override
    public String toString() {
      return label();
    }
  }

  /**
   * The mean of a rating over the groups.
   *
   * @param rating which rating; not null
   */
  record MeanRating(MapRating rating) implements SocialIdentityIndex {
    /** Refuses null. */
    public MeanRating {
      Objects.requireNonNull(rating, "rating");
    }

    @Override
    public String column() {
      return COLUMN + "mean-" + Words.of(rating);
    }

    @Override
    public String label() {
      return "Mean " + Words.of(rating);
    }

    @Override
    public SocialIdentityResult of(SocialIdentityMap map) {
      List<OptionalInt> ratings = rating.of(map);
      if (ratings.isEmpty()) {
        return SocialIdentityResult.none(this, SocialIdentityResult.Reason.NO_GROUPS);
      }
      if (ratings.stream().anyMatch(OptionalInt::isEmpty)) {
        return SocialIdentityResult.none(this, SocialIdentityResult.Reason.RATING_MISSING);
      }
      return SocialIdentityResult.of(
          this,
          ratings.stream().mapToInt(OptionalInt::orElseThrow).sum() / (double) ratings.size());
    }

    @Override
    public String toString() {
      return label();
    }
  }

  /** How many ties are easy. */
  record CompatibleTies() implements SocialIdentityIndex {
    @Override
    public String column() {
      return COLUMN + "compatible-ties";
    }

    @Override
    public String label() {
      return "Compatible ties";
    }

    @Override
    public SocialIdentityResult of(SocialIdentityMap map) {
      return SocialIdentityResult.of(this, (double) easy(map));
    }

    private static long easy(SocialIdentityMap map) {
      return map.ties().stream()
          .filter(tie -> tie.compatibility() == GroupCompatibility.EASY)
          .count();
    }

    @Override
    public String toString() {
      return label();
    }
  }

  /** Which share of the ties is easy. */
  record CompatibleShare() implements SocialIdentityIndex {
    @Override
    public String column() {
      return COLUMN + "compatible-share";
    }

    @Override
    public String label() {
      return "Compatible share of ties";
    }

    @Override
    public SocialIdentityResult of(SocialIdentityMap map) {
      return map.ties().isEmpty()
          ? SocialIdentityResult.none(this, SocialIdentityResult.Reason.NO_TIES)
          : SocialIdentityResult.of(this, CompatibleTies.easy(map) / (double) map.ties().size());
    }

    @Override
    public String toString() {
      return label();
    }
  }
}
