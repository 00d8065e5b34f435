package org.socialcure.core.instrument;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How the answers to the items of a scale become its score. Values are keyed first: a {@linkplain
 * Keying#REVERSED reversed} item enters with its reversed value.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
@MapperForm
public sealed interface ScoringRule {

  /** The sum of the keyed values. */
  record Sum() implements ScoringRule {
    /**
     * The rule in a word.
     *
     * @return {@code "sum"}
     */
    @Override
    public String toString() {
      return "sum";
    }
  }

  /** The arithmetic mean of the keyed values. */
  record Mean() implements ScoringRule {
    /**
     * The rule in a word.
     *
     * @return {@code "mean"}
     */
    @Override
    public String toString() {
      return "mean";
    }
  }

  /** The number of items answered by one of their {@linkplain Item#counted() counted} options. */
  record Count() implements ScoringRule {
    /**
     * The rule in a word.
     *
     * @return {@code "count"}
     */
    @Override
    public String toString() {
      return "count";
    }
  }

  /** The keyed value of the only item of the scale. */
  record Single() implements ScoringRule {
    /**
     * The rule in a word.
     *
     * @return {@code "single"}
     */
    @Override
    public String toString() {
      return "single";
    }
  }

  /**
   * The straight-line transform {@code times × x + plus} of another rule's result {@code x}.
   *
   * @param of the rule that gives {@code x}; not null
   * @param times the factor; finite, not zero
   * @param plus the constant; finite
   */
  record Linear(ScoringRule of, double times, double plus) implements ScoringRule {
    /**
     * Checks the numbers.
     *
     * @throws InvalidInputException if a number is not finite or the factor is zero
     */
    public Linear {
      Objects.requireNonNull(of, "of");
      if (!Double.isFinite(times) || times == 0) {
        throw new InvalidInputException("times", "must be a finite number other than 0");
      }
      if (!Double.isFinite(plus)) {
        throw new InvalidInputException("plus", "must be a finite number");
      }
    }

    /**
     * The rule in words.
     *
     * @return {@code "2 × sum"} or {@code "25 × mean - 25"}
     */
    @Override
    public String toString() {
      String constant = plus == 0 ? "" : (plus < 0 ? " - " : " + ") + Names.number(Math.abs(plus));
      return Names.number(times) + " × " + of + constant;
    }
  }

  /**
   * The entry of a published table for another rule's whole-numbered result.
   *
   * @param of the rule whose result is looked up; not null
   * @param table the score by result, one entry for every result that can occur; not null, not
   *     empty
   */
  record Table(ScoringRule of, SortedMap<Integer, Double> table) implements ScoringRule {
    /**
     * Checks the table.
     *
     * @throws InvalidInputException if the table is empty or holds a number that is not finite
     */
    public Table {
      Objects.requireNonNull(of, "of");
      table = Collections.unmodifiableSortedMap(new TreeMap<>((Map<Integer, Double>) table));
      if (table.isEmpty() || !table.values().stream().allMatch(Double::isFinite)) {
        throw new InvalidInputException("table", "must hold finite numbers and not be empty");
      }
    }

    /**
     * The rule in words.
     *
     * @return {@code "table by sum"}
     */
    @Override
    public String toString() {
      return "table by " + of;
    }
  }
}
