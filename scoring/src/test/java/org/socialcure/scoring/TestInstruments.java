package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.InstrumentBuilder;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Keying;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.instrument.Targeting;

/** Instruments made up for tests. */
public final class TestInstruments {
  private TestInstruments() {}

  /** Options {@code o0, o1, …} with the values given. */
  public static List<AnswerOption> options(double... values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> AnswerOption.of("o" + i, values[i], "option " + i))
        .toList();
  }

  /** Items {@code i1, i2, …} whose second half of options is counted. */
  public static List<Item> items(int count, Set<Integer> reversed, double... values) {
    List<Item> items = new ArrayList<>();
    List<AnswerOption> options = options(values);
    for (int n = 1; n <= count; n++) {
      items.add(
          Item.of("i" + n, n, "item " + n, options)
              .withKeying(reversed.contains(n) ? Keying.REVERSED : Keying.DIRECT)
              .withCounted(
                  options.subList(options.size() / 2, options.size()).stream()
                      .map(AnswerOption::id)
                      .toList()));
    }
    return items;
  }

  public static Scale scale(
      String id, List<String> items, ScoringRule scoring, MissingRule missing) {
    return new Scale(
        id,
        id,
        items,
        scoring,
        missing,
        Direction.HIGHER_IS_WORSE,
        "worse",
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  public static Instrument instrument(
      String id, Targeting targeting, List<Item> items, List<Scale> scales, Optional<String> main) {
    InstrumentBuilder builder =
        Instrument.builder(id)
            .version("1")
            .name("made up")
            .construct("nothing")
            .targeting(targeting)
            .items(items)
            .scales(scales);
    main.ifPresent(builder::main);
    return builder.build();
  }

  /** One scale {@code total} over all items. */
  public static Instrument single(
      String id, List<Item> items, ScoringRule scoring, MissingRule missing) {
    return instrument(
        id,
        Targeting.NONE,
        items,
        List.of(scale("total", items.stream().map(Item::id).toList(), scoring, missing)),
        Optional.of("total"));
  }
}
