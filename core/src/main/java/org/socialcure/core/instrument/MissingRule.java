package org.socialcure.core.instrument;

import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * What becomes of a scale when answers are missing.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
@MapperForm
public sealed interface MissingRule {

  /** Every item of the scale must be answered; otherwise there is no score. */
  record AllRequired() implements MissingRule {
    /**
     * The rule in words.
     *
     * @return {@code "all items required"}
     */
    @Override
    public String toString() {
      return "all items required";
    }
  }

  /**
   * At most so many answers may be missing; the score is the count or the mean over the answered
   * items, without any correction for the missing ones. A sum over the answered items would pass
   * incomplete forms off as low scores, and is not permitted.
   *
   * @param missing how many answers may be missing; at least 1
   */
  record AtMost(int missing) implements MissingRule {
    /**
     * Checks the number.
     *
     * @throws InvalidInputException if it is less than 1
     */
    public AtMost {
      if (missing < 1) {
        throw new InvalidInputException("missing", "must be 1 or more");
      }
    }

    /**
     * The rule in words.
     *
     * @return {@code "at most 2 missing"}
     */
    @Override
    public String toString() {
      return "at most " + missing + " missing";
    }
  }

  /**
   * At least so many items must be answered; the result over the answered items is scaled up by
   * {@code items ÷ answered}, which puts the person's own mean in the place of each missing answer.
   *
   * @param atLeast how many items must be answered; at least 1
   * @param rounding what becomes of a result that is not a whole number; not null
   */
  record Prorate(int atLeast, Rounding rounding) implements MissingRule {
    /**
     * Checks the number.
     *
     * @throws InvalidInputException if it is less than 1
     */
    public Prorate {
      Objects.requireNonNull(rounding, "rounding");
      if (atLeast < 1) {
        throw new InvalidInputException("atLeast", "must be 1 or more");
      }
    }

    /**
     * Prorating without rounding.
     *
     * @param atLeast how many items must be answered; at least 1
     * @throws InvalidInputException if it is less than 1
     */
    public Prorate(int atLeast) {
      this(atLeast, Rounding.NONE);
    }

    /**
     * The rule in words.
     *
     * @return {@code "prorated from 4 answered on"}
     */
    @Override
    public String toString() {
      return "prorated from "
          + atLeast
          + " answered on"
          + (rounding == Rounding.HALF_UP ? ", rounded to a whole number" : "");
    }
  }

  /**
   * Another rule than the published one, which the caller asked for by its name.
   *
   * @param override the rule, its name and who scores so; not null
   */
  record Overridden(MissingOverride override) implements MissingRule {
    /** Refuses null. */
    public Overridden {
      Objects.requireNonNull(override, "override");
    }

    @Override
    public MissingRule applied() {
      return override.rule();
    }

    /**
     * The rule in words.
     *
     * @return {@code "prorated from 1 answered on (asked for as hrs-practice: …)"}
     */
    @Override
    public String toString() {
      return override.rule()
          + " (asked for as "
          + override.id()
          + ", not the published rule: "
          + override.source()
          + ")";
    }
  }

  /**
   * The rule by which answers are scored: this one, or the one that an {@link Overridden} holds.
   *
   * @return the rule
   */
  default MissingRule applied() {
    return this;
  }
}
