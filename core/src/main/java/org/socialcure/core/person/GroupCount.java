package org.socialcure.core.person;

import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A rule for which of the listed groups count. Published studies differ in it, so a count always
 * says by which rule it was made.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
@MapperForm
public sealed interface GroupCount {
  /**
   * Every listed group.
   *
   * @return the rule
   */
  static GroupCount all() {
    return new All();
  }

  /**
   * The groups that are important to the person.
   *
   * @param threshold the lowest rating of importance that counts; depends on the question's rating
   *     scale
   * @return the rule
   * @throws InvalidInputException if the threshold is below 1
   */
  static GroupCount important(int threshold) {
    return new Important(threshold);
  }

  /**
   * The groups that the person identifies with.
   *
   * @param threshold the lowest rating of identification that counts, 1 to 7; it has no default
   *     because no published cut could be confirmed
   * @return the rule
   * @throws InvalidInputException if the threshold is not from 1 to 7
   */
  static GroupCount identifiedWith(double threshold) {
    return new IdentifiedWith(threshold);
  }

  /**
   * The groups of one type.
   *
   * @param type the type
   * @return the rule
   */
  static GroupCount ofType(GroupType type) {
    return new OfType(type);
  }

  /**
   * The name of a column of such counts.
   *
   * @return for example {@code groups}, {@code groups-important-5} {@code groups-identified-4.5} or
   *     {@code groups-sport}
   */
  String column();

  /**
   * The text for people of such counts.
   *
   * @return for example {@code Groups} or {@code Groups identified with (4.5 or more)}
   */
  String label();

  /** Every listed group counts. */
  record All() implements GroupCount {
    @Override
    public String column() {
      return "groups";
    }

    @Override
    public String label() {
      return "Groups";
    }

    @Override
    public String toString() {
      return label();
    }
  }

  /**
   * A group counts if its rating of importance reaches a threshold.
   *
   * @param threshold the lowest rating that counts; at least 1
   */
  record Important(int threshold) implements GroupCount {
    /**
     * Checks the threshold.
     *
     * @throws InvalidInputException if it is below 1
     */
    public Important {
      if (threshold < 1) {
        throw new InvalidInputException("threshold", "must be at least 1");
      }
    }

    @Override
    public String column() {
      return "groups-important-" + threshold;
    }

    @Override
    public String label() {
      return "Important groups (" + threshold + " or more)";
    }

    @Override
    public String toString() {
      return label();
    }
  }

  /**
   * A group counts if its rating of identification reaches a threshold.
   *
   * @param threshold the lowest rating that counts; 1 to 7
   */
  record IdentifiedWith(double threshold) implements GroupCount {
    /**
     * Checks the threshold.
     *
     * @throws InvalidInputException if it is not from 1 to 7
     */
    public IdentifiedWith {
      if (!(threshold >= 1 && threshold <= GroupMembership.HIGHEST_IDENTIFICATION)) {
        throw new InvalidInputException(
            "threshold", "must be from 1 to " + GroupMembership.HIGHEST_IDENTIFICATION);
      }
    }

    @Override
    public String column() {
      return "groups-identified-" + Names.number(threshold);
    }

    @Override
    public String label() {
      return "Groups identified with (" + Names.number(threshold) + " or more)";
    }

    @Override
    public String toString() {
      return label();
    }
  }

  /**
   * A group counts if it is of a type.
   *
   * @param type the type; not null
   */
  record OfType(GroupType type) implements GroupCount {
    /** Refuses null. */
    public OfType {
      Objects.requireNonNull(type, "type");
    }

    @Override
    public String column() {
      return "groups-" + Words.of(type);
    }

    @Override
    public String label() {
      return "Groups (" + Words.of(type).replace('-', ' ') + ")";
    }

    @Override
    public String toString() {
      return label();
    }
  }
}
