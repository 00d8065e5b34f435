package org.socialcure.scoring.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Section;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.json.Json;
import org.socialcure.scoring.PersonBootstrap;

/** Whatever a handful of people answered, every number is one, or has its reason. */
class SmallCohortsTest {
  private static final double[] VALUES = {Double.NaN, 0, 1, 1.1, 2, 30};
  private static final OutcomeSettings SETTINGS =
      OutcomeSettings.DEFAULT.withBootstrap(new PersonBootstrap(100, 1));

  private static Dataset cohort(List<Integer> seeds) {
    int n = seeds.size();
    Dataset data = Dataset.builder().numbers("row", new double[n]).build();
    for (int wave = 0; wave < 3; wave++) {
      int place = wave;
      data = data.with("x@t" + wave, column(seeds, place));
      data = data.with("y@t" + wave, column(seeds, place + 3));
    }
    List<Optional<String>> groups =
        seeds.stream()
            .map(
                seed ->
                    switch (seed / 46656 % 4) {
                      case 0 -> Optional.<String>empty();
                      case 1 -> Optional.of("a");
                      case 2 -> Optional.of("b");
                      default -> Optional.of("c");
                    })
            .toList();
    return data.with("group", groups);
  }

  private static double[] column(List<Integer> seeds, int place) {
    int power = (int) Math.rint(Math.pow(6, place));
    return seeds.stream().mapToDouble(seed -> VALUES[seed / power % 6]).toArray();
  }

  @Property(tries = 80)
  void everyNumberIsOneOrHasItsReason(
      @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 186_623) Integer> seeds) {
    Dataset data = cohort(seeds);
    Measure x = Measure.of("x", Direction.HIGHER_IS_WORSE);
    Measure y = Measure.of("y", Direction.HIGHER_IS_BETTER).withRange(0, 30);
    List<String> waves = List.of("t0", "t1", "t2");
    Grouping grouping = Grouping.by("group", "a");
    told(OutcomeBattery.of(data, List.of(x, y), waves, SETTINGS), it -> it.section("s"));
    told(OrdinalItems.of(data, List.of(x, y), "t0", "t1", 1, SETTINGS), it -> it.section("s"));
    told(
        ProfileChange.of(data, List.of(x, y), "t0", "t1", .95),
        it -> Section.of("s", "s", it.table()));
    told(
        CaseChange.of(data, x, "t0", "t1", CaseRule.atLeast(1, "made up"), .95),
        it -> it.section("s"));
    told(WhoStayed.of(data, List.of("x", "y", "group"), waves), it -> it.section("s"));
    permitted(() -> GroupComparison.of(data, x, "t0", "t1", grouping, SETTINGS))
        .ifPresent(it -> told(it, GroupComparison.class, it.section("s")));
    permitted(() -> ControlledOutcome.of(data, y, "t0", "t1", grouping, SETTINGS))
        .ifPresent(it -> told(it, ControlledOutcome.class, it.section("s")));
    Dataset utilities =
        IntStream.range(0, 3)
            .boxed()
            .reduce(
                data,
                (all, wave) ->
                    all.with(
                        "u@t" + wave,
                        Arrays.stream(data.numbers("x@t" + wave)).map(v -> v / 30).toArray()),
                (one, other) -> other);
    permitted(
            () ->
                QualityAdjustedYears.of(
                    utilities, "u", waves, List.of(0.0, .5, 1.0), Optional.of(grouping), .95))
        .ifPresent(it -> told(it, QualityAdjustedYears.class, Section.of("s", "s", it.table())));
  }

  /** Groups that cannot be compared at all are refused. */
  private static <T> Optional<T> permitted(Supplier<T> comparison) {
    try {
      return Optional.of(comparison.get());
    } catch (InvalidInputException refused) {
      assertFalse(refused.getMessage().isBlank());
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> void told(T value, Function<T, Section> section) {
    told(value, (Class<T>) value.getClass(), section.apply(value));
  }

  private static <T> void told(T value, Class<T> type, Section section) {
    String text = value + section.toString();
    assertFalse(text.contains("NaN") || text.contains("Infinity"), text);
    assertEquals(value, Json.read(Json.write(value), type));
  }
}
