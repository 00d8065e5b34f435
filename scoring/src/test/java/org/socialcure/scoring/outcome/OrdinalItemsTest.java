package org.socialcure.scoring.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.NotEstimable;

class OrdinalItemsTest {
  private static final double NA = Double.NaN;

  private static final Measure HOME =
      Measure.of("home", Direction.HIGHER_IS_BETTER).withRange(1, 5);
  private static final Measure MONEY =
      Measure.of("money", Direction.HIGHER_IS_BETTER).withRange(1, 5);
  private static final Measure WORRY =
      Measure.of("worry", Direction.HIGHER_IS_WORSE).withRange(1, 5);
  private static final List<Measure> ITEMS = List.of(HOME, MONEY, WORRY);

  /** Six people; worry falls for the better. */
  private static final Dataset DATA =
      Dataset.builder()
          .numbers("home@a", 2, 1, 3, 4, 2, 5)
          .numbers("home@b", 3, 1, 3, 2, 3, 5)
          .numbers("money@a", 2, 2, 3, 3, 1, NA)
          .numbers("money@b", 2, 3, 3, 4, 1, 2)
          .numbers("worry@a", 4, 4, 3, 2, 5, 1)
          .numbers("worry@b", 4, 5, 3, 2, 3, 1)
          .build();

  private static OrdinalItems items(Dataset data, String before, String after) {
    return OrdinalItems.of(data, ITEMS, before, after, 2, MadeUpCohort.FEW_RESAMPLES);
  }

  @Test
  void betterInOneStandsTogetherWithWorseInOne() {
    OrdinalItems items = items(DATA, "a", "b");
    assertEquals(1, items.leftOut());
    AnyItem any = items.any().orElseThrow();
    // Person 1 better; 2 better and worse; 3 the same; 4 better and worse; 5 better twice.
    assertEquals(4, any.better().count());
    assertEquals(2, any.worse().count());
    assertEquals(2, any.both().count());
    assertEquals(5, any.better().of());
    assertEquals((4 + 2) / 10.0, any.byExchange());
    assertEquals((.5 + .75 + 0 + .75 + .75) / 5, any.byIndependentSigns());
    assertEquals(.5, any.test().orElseThrow().p(), 1e-15, "two heads of two coins");
    ItemChange home = items.items().get(0);
    assertEquals(2, home.betterFromWorseEnd().orElseThrow().count(), "persons 1 and 5 of 1, 2, 5");
    assertEquals(3, home.betterFromWorseEnd().orElseThrow().of());
    assertEquals(1, home.mirrored().orElseThrow().count(), "person 4 of 2 and 4");
    assertEquals(2, home.mirrored().orElseThrow().of());
    ItemChange worry = items.items().get(2);
    assertEquals(5, worry.betterFromWorseEnd().orElseThrow().of(), "at 2 or more, the worse end");
    assertEquals(1, worry.betterFromWorseEnd().orElseThrow().count());
  }

  /** What chance gives, from all 2^5 orders and, a person at a time, from all signs. */
  @Test
  void chanceIsTheMeanOverAllTosses() {
    AnyItem any = items(DATA, "a", "b").any().orElseThrow();
    int[] better = {1, 1, 0, 1, 2};
    int[] worse = {0, 1, 0, 1, 0};
    double sum = 0;
    for (int toss = 0; toss < 32; toss++) {
      for (int person = 0; person < 5; person++) {
        sum += ((toss >> person & 1) == 0 ? better[person] : worse[person]) > 0 ? 1 : 0;
      }
    }
    assertEquals(sum / 32 / 5, any.byExchange(), 1e-15);
    double signs = 0;
    for (int person = 0; person < 5; person++) {
      int changed = better[person] + worse[person];
      int some = 0;
      for (int toss = 0; toss < 1 << changed; toss++) {
        some += toss != 0 ? 1 : 0;
      }
      signs += some / (double) (1 << changed);
    }
    assertEquals(signs / 5, any.byIndependentSigns(), 1e-15);
  }

  @Test
  void theOtherOrderExchangesBetterAndWorse() {
    AnyItem forth = items(DATA, "a", "b").any().orElseThrow();
    AnyItem back = items(DATA, "b", "a").any().orElseThrow();
    assertEquals(forth.better(), back.worse());
    assertEquals(forth.byExchange(), back.byExchange());
    assertEquals(forth.byIndependentSigns(), back.byIndependentSigns());
    assertEquals(
        items(DATA, "a", "b").items().get(0).mirrored(),
        items(DATA, "b", "a").items().get(0).betterFromWorseEnd());
  }

  @Test
  void profilesAreClassifiedByPareto() {
    ProfileChange profiles = ProfileChange.of(DATA, ITEMS, "a", "b", .95);
    assertEquals(2, profiles.better().orElseThrow().count());
    assertEquals(1, profiles.same().orElseThrow().count());
    assertEquals(0, profiles.worse().orElseThrow().count());
    assertEquals(2, profiles.mixed().orElseThrow().count());
    assertEquals(1, profiles.leftOut());
    assertEquals("better 40.0%, the same 20.0%, worse 0.0%, mixed 40.0% of 5", profiles.toString());
    assertEquals(profiles, Json.read(Json.write(profiles), ProfileChange.class));
    assertTrue(profiles.table().toString().contains("mixed"));
  }

  @Property
  void theFourClassesMakeUpEverybody(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 4095) Integer> answers) {
    double[][] columns = new double[6][answers.size()];
    for (int i = 0; i < answers.size(); i++) {
      for (int c = 0; c < 6; c++) {
        columns[c][i] = 1 + (answers.get(i) >> 2 * c & 3);
      }
    }
    Dataset data =
        Dataset.builder()
            .numbers("home@a", columns[0])
            .numbers("home@b", columns[1])
            .numbers("money@a", columns[2])
            .numbers("money@b", columns[3])
            .numbers("worry@a", columns[4])
            .numbers("worry@b", columns[5])
            .build();
    ProfileChange profiles = ProfileChange.of(data, ITEMS, "a", "b", .95);
    AnyItem any = items(data, "a", "b").any().orElseThrow();
    assertEquals(any.both().count(), profiles.mixed().orElseThrow().count());
    assertEquals(
        any.better().count() - any.both().count(), profiles.better().orElseThrow().count());
  }

  @Test
  void nobodyWithAllItemsIsTold() {
    Dataset holes = DATA.with("money@b", new double[] {NA, NA, NA, NA, NA, NA});
    OrdinalItems items = items(holes, "a", "b");
    assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), items.whyNot());
    assertEquals(6, items.leftOut());
    assertFalse(items.section("items").toString().contains("NaN"));
    assertEquals(items, Json.read(Json.write(items), OrdinalItems.class));
    ProfileChange profiles = ProfileChange.of(holes, ITEMS, "a", "b", .95);
    assertEquals(Optional.of(NotEstimable.TOO_FEW_PEOPLE), profiles.whyNot());
    assertEquals(profiles, Json.read(Json.write(profiles), ProfileChange.class));
  }

  @Test
  void badInputIsRefused() {
    List<Measure> neutral = List.of(HOME, Measure.of("money", Direction.NEUTRAL));
    assertThrows(InvalidInputException.class, () -> OrdinalItems.of(DATA, neutral, "a", "b", 2));
    assertThrows(InvalidInputException.class, () -> OrdinalItems.of(DATA, List.of(), "a", "b", 2));
    assertThrows(
        InvalidInputException.class, () -> OrdinalItems.of(DATA, List.of(HOME, HOME), "a", "b", 2));
    assertThrows(InvalidInputException.class, () -> OrdinalItems.of(DATA, ITEMS, "a", "b", NA));
    InvalidInputException range =
        assertThrows(
            InvalidInputException.class,
            () ->
                OrdinalItems.of(
                    DATA, List.of(HOME.withRange(1, 4), MONEY.withRange(1, 2)), "a", "b", 2));
    assertEquals(2, range.problems().size());
  }
}
