package org.socialcure.core.person;

import java.util.Objects;
import java.util.OptionalInt;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The number of a person's groups by a rule, or why there is none.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
@MapperForm
public sealed interface GroupTally {
  /** Why there is no count. */
  @MapperForm
  enum Reason {
    /** The question for groups was not answered. */
    NOT_ANSWERED,
    /** A listed group lacks the rating that the rule asks for. */
    RATING_MISSING
  }

  /**
   * The rule by which was counted.
   *
   * @return the rule
   */
  GroupCount rule();

  /**
   * The count.
   *
   * @return the count, or empty if there is none
   */
  OptionalInt value();

  /**
   * A count.
   *
   * @param rule which groups count; not null
   * @param count how many do; not negative
   * @param listed how many entries the person made, whether or not they count
   * @param slots how many entries the form had room for
   */
  record Counted(GroupCount rule, int count, int listed, int slots) implements GroupTally {
    /**
     * Checks the parts.
     *
     * @throws InvalidInputException unless 0 ≤ count ≤ listed ≤ slots
     */
    public Counted {
      Objects.requireNonNull(rule, "rule");
      if (count < 0 || count > listed || listed > slots) {
        throw new InvalidInputException("count", "must be from 0 to listed, and listed to slots");
      }
    }

    @Override
    public OptionalInt value() {
      return OptionalInt.of(count);
    }

    /**
     * That was counted, not what.
     *
     * @return {@code "Groups: counted"}
     */
    @Override
    public String toString() {
      return rule.label() + ": counted";
    }

    /**
     * Whether the form had no room for more, so that the true number may be higher.
     *
     * @return whether every slot was used
     */
    public boolean atCeiling() {
      return listed == slots;
    }
  }

  /**
   * No count.
   *
   * @param rule which groups would have counted; not null
   * @param reason why there is none; not null
   */
  record NotCounted(GroupCount rule, Reason reason) implements GroupTally {
    /** Refuses null. */
    public NotCounted {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public OptionalInt value() {
      return OptionalInt.empty();
    }

    /**
     * Why there is no count.
     *
     * @return {@code "Groups: not counted, rating missing"}
     */
    @Override
    public String toString() {
      return rule.label() + ": not counted, " + Words.of(reason).replace('-', ' ');
    }
  }
}
