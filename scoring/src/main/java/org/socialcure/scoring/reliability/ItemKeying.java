package org.socialcure.scoring.reliability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.OptionalDouble;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Whether an item goes with the others of its scale as it is keyed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param number its number in the scale, from 1
 * @param item the column that holds it
 * @param verdict what the answers say
 * @param restCorrelation its correlation with the total of the others, those that probably have to
 *     be reversed turned round; empty if one of the two does not vary
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ItemKeying(int number, String item, Verdict verdict, OptionalDouble restCorrelation) {

  /**
   * What the answers say about the key of an item.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Verdict {
    /** It goes with the others. */
    AS_KEYED("goes with the others"),
    /**
     * It goes against most of the others: its correlation with them is below −0.1 and its 95 %
     * interval below 0.
     */
    PROBABLY_REVERSED("goes against the others"),
    /** Whether it goes with the others or against them cannot be told from these answers. */
    UNCLEAR("cannot be told apart from one that has nothing to do with the others"),
    /** Half of the items go against the other half, so that neither is the rule. */
    HALF_AGAINST_HALF("is of one half of the items that go against the other half"),
    /** All answers to it are the same. */
    DOES_NOT_VARY("has the same answer from everybody");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * Refuses numbers below 1.
   *
   * @throws InvalidInputException if the number is below 1
   */
  public ItemKeying {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(restCorrelation, "restCorrelation");
    if (number < 1) {
      throw new InvalidInputException("number", "must be 1 or more");
    }
  }

  /**
   * What the answers say, as a sentence.
   *
   * @return {@code "Is item 6 (uls8_6) reversed? It goes against the others, r -0.41."}
   */
  @Override
  public String toString() {
    String r =
        restCorrelation.isPresent() ? ", r " + Numbers.fixed(restCorrelation.getAsDouble(), 2) : "";
    return verdict == Verdict.PROBABLY_REVERSED
        ? "Is item " + number + " (" + item + ") reversed? It " + verdict + r + "."
        : "Item " + number + " (" + item + ") " + verdict + r + ".";
  }
}
