package org.socialcure.core.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;

class ItemTest {
  private static Item item(int low, int options, Keying keying) {
    return Item.of(
            "own",
            1,
            "own",
            IntStream.range(low, low + options)
                .mapToObj(value -> AnswerOption.of("option-" + (value - low), value, "o"))
                .toList())
        .withKeying(keying);
  }

  @Property
  void reverseKeyingTwiceIsIdentityAndStaysAmongTheValues(
      @ForAll @IntRange(min = -5, max = 5) int low,
      @ForAll @IntRange(min = 2, max = 11) int options) {
    Item reversed = item(low, options, Keying.REVERSED);
    for (AnswerOption option : reversed.options()) {
      double value = option.value().orElseThrow();
      double keyed = reversed.keyed(value);
      assertTrue(reversed.optionOf(keyed).isPresent());
      assertEquals(value, reversed.keyed(keyed));
      assertEquals(value, item(low, options, Keying.DIRECT).keyed(value));
    }
  }

  @Test
  void reversesAroundTheEndsOfTheScale() {
    Item item = item(1, 4, Keying.REVERSED);
    assertEquals(4, item.keyed(1));
    assertEquals(2, item.keyed(3));
    assertEquals("1, 2, 3 or 4", item.permitted());
  }

  @Test
  void anItemWithoutValuesHasNoEnds() {
    Item words =
        Item.of(
            "own",
            1,
            "own",
            List.of(
                new AnswerOption("yes", OptionalDouble.empty(), "Yes"),
                new AnswerOption("no", OptionalDouble.empty(), "No")));
    assertEquals("yes or no", words.permitted());
    assertEquals(Optional.empty(), words.optionOf(1));
    assertThrows(IllegalStateException.class, words::lowest);
    assertThrows(IllegalStateException.class, words::highest);
    assertThrows(IllegalStateException.class, () -> words.keyed(1));
  }

  @Test
  void refusesValuesThatAreNotFinite() {
    assertThrows(InvalidInputException.class, () -> AnswerOption.of("a", Double.NaN, "a"));
    assertThrows(
        InvalidInputException.class, () -> AnswerOption.of("a", Double.POSITIVE_INFINITY, "a"));
  }

  @Test
  void bandsHaveNoPlaceForNaN() {
    BandScheme scheme = Instruments.UCLA_3.scale("total").defaultBands().orElseThrow();
    assertThrows(IllegalArgumentException.class, () -> scheme.band(Double.NaN));
  }

  @Property
  void everyScoreFallsIntoExactlyOneBandAndHigherScoresNeverIntoALowerOne(
      @ForAll @IntRange(min = 0, max = 11) int one,
      @ForAll @IntRange(min = 0, max = 11) int other) {
    BandScheme scheme = Instruments.DE_JONG_GIERVELD_11.scale("total").defaultBands().orElseThrow();
    int low = scheme.bands().indexOf(scheme.band(Math.min(one, other)));
    int high = scheme.bands().indexOf(scheme.band(Math.max(one, other)));
    assertTrue(0 <= low && low <= high);
  }
}
