package org.socialcure.examples.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.fhir.Fhir;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Keying;
import org.socialcure.core.instrument.Layout;
import org.socialcure.core.instrument.MissingOverride;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Requirement;
import org.socialcure.core.instrument.Rounding;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.ScoringRule;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.instrument.Wording;

/** Instruments and forms that were filled in, in every way that matters. */
final class Forms {
  static final Fhir FHIR = Fhir.at("https://example.org/fhir").withLanguage("en");

  private Forms() {}

  /** All built-in instruments, other rules for missing answers, and one with everything. */
  static List<Instrument> instruments() {
    List<Instrument> all =
        new ArrayList<>(
            Stream.concat(Instruments.all().stream(), Instruments.onRequest().stream()).toList());
    for (Instrument instrument : List.copyOf(all)) {
      instrument.scales().stream()
          .flatMap(scale -> instrument.missingOverrides(scale).stream())
          .map(MissingOverride::id)
          .distinct()
          .map(instrument::withMissing)
          .forEach(all::add);
    }
    all.add(everything());
    return all;
  }

  /** Table rows, reversed and required items, decimal and negative values, every rule. */
  private static Instrument everything() {
    List<AnswerOption> options =
        List.of(
            AnswerOption.of("low", -1, "Low"),
            AnswerOption.of("middle", 0, "Middle"),
            AnswerOption.of("high", 2.5, "High"),
            AnswerOption.of("highest", 4, "Highest"));
    List<AnswerOption> others =
        List.of(AnswerOption.of("low", 0, "Low, of another item"), AnswerOption.of("up", 3, "Up"));
    List<Item> items = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      Item item =
          Item.of("row-" + i, i, "a row", options)
              .withKeying(i % 2 == 0 ? Keying.REVERSED : Keying.DIRECT)
              .withCounted(List.of("high", "highest"));
      items.add(with(item, Requirement.OPTIONAL, Layout.TABLE_ROW));
    }
    Item alone = Item.of("alone", 5, "by itself", others).withCounted(List.of("up"));
    items.add(with(alone, Requirement.REQUIRED, Layout.DROP_DOWN));
    List<String> ids = items.stream().map(Item::id).toList();
    List<String> rows = ids.subList(0, 4);
    MissingRule prorated = new MissingRule.Prorate(2, Rounding.HALF_UP);
    return Instrument.builder("everything")
        .version("an early draft | 1")
        .name("Everything there is")
        .construct("nothing in particular")
        .targeting(Targeting.GROUP)
        .licence(Instruments.UCLA_3.licence())
        .items(items)
        .scales(
            List.of(
                scale("sum", ids, new ScoringRule.Sum(), new MissingRule.AllRequired()),
                scale("prorated", rows, new ScoringRule.Sum(), prorated),
                scale("unrounded", rows, new ScoringRule.Sum(), new MissingRule.Prorate(1)),
                scale("mean", rows, new ScoringRule.Mean(), new MissingRule.AtMost(2)),
                scale("count", rows, new ScoringRule.Count(), new MissingRule.AtMost(3)),
                scale("many", rows, new ScoringRule.Count(), prorated),
                scale(
                    "line",
                    rows,
                    new ScoringRule.Linear(new ScoringRule.Mean(), -12.5, 3),
                    new MissingRule.Prorate(3)),
                scale(
                    "single",
                    List.of("alone"),
                    new ScoringRule.Single(),
                    new MissingRule.AllRequired())))
        .wordings(List.of(Wording.of("en", Map.of("alone", "How is it?"))))
        .build();
  }

  private static Item with(Item item, Requirement requirement, Layout layout) {
    return new Item(
        item.id(),
        item.number(),
        item.label(),
        item.options(),
        item.keying(),
        item.counted(),
        Optional.of(requirement),
        Optional.of(layout),
        item.codes());
  }

  private static Scale scale(String id, List<String> items, ScoringRule rule, MissingRule missing) {
    return new Scale(
        id,
        "Score by " + id,
        items,
        rule,
        missing,
        Direction.HIGHER_IS_WORSE,
        "more",
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /** All at one option, each one missing, fewer and fewer, and random ones. */
  static List<Responses> filledIn(Instrument instrument, int random) {
    List<Responses> forms = new ArrayList<>();
    Random chance = new Random(instrument.id().hashCode());
    int most = instrument.items().stream().mapToInt(item -> item.options().size()).max().orElse(0);
    for (int option = 0; option < most; option++) {
      int chosen = option;
      forms.add(form(instrument, item -> given(item, chosen)));
    }
    for (Item missing : instrument.items()) {
      forms.add(
          form(
              instrument,
              item ->
                  item.equals(missing)
                      ? Answer.Missing.SKIPPED
                      : given(item, chance.nextInt(item.options().size()))));
    }
    for (Answer.Missing reason : Answer.Missing.values()) {
      forms.add(form(instrument, item -> reason));
    }
    for (int i = 0; i < random; i++) {
      double missing = chance.nextDouble();
      forms.add(
          form(
              instrument,
              item ->
                  chance.nextDouble() < missing / 2
                      ? Answer.Missing.values()[chance.nextInt(4)]
                      : given(item, chance.nextInt(item.options().size()))));
    }
    return forms;
  }

  /** A few of them: the first and the last two, and some between. */
  static List<Responses> some(Instrument instrument) {
    List<Responses> all = filledIn(instrument, 1);
    int step = all.size() / 3;
    return List.of(
        all.get(0),
        all.get(step),
        all.get(2 * step),
        all.get(all.size() - 2),
        all.get(all.size() - 1));
  }

  private static Answer given(Item item, int option) {
    return new Answer.Given(item.options().get(option % item.options().size()));
  }

  private static Responses form(Instrument instrument, Function<Item, Answer> answer) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    instrument.items().forEach(item -> answers.put(item.id(), answer.apply(item)));
    Optional<String> target =
        instrument.targeting() == Targeting.GROUP ? Optional.of("community") : Optional.empty();
    return Responses.of(instrument, target, answers);
  }
}
