package org.socialcure.core.instrument;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;

/** The parts of an {@link Instrument}, which fit together. */
record Definition(
    String id,
    String version,
    String name,
    String label,
    String construct,
    Optional<String> recall,
    Targeting targeting,
    Licence licence,
    List<Citation> citations,
    List<Item> items,
    List<Scale> scales,
    Optional<String> main,
    List<Norm> norms,
    List<Reliability> reliabilities,
    List<PublishedChange> changes,
    List<ItemOrder> orders,
    List<CodingVariant> codingVariants,
    List<AnswerFlag> flags,
    List<TerminologyCode> codes,
    List<Wording> wordings,
    Use use,
    Map<Fact, Evidence> evidence,
    List<String> notes) {

  /**
   * Checks the parts and how they fit together.
   *
   * @throws InvalidInputException with every rule that is broken, every name of an item or scale
   *     that does not exist, and every scoring rule that its items do not support
   */
  Definition {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(construct, "construct");
    Objects.requireNonNull(recall, "recall");
    Objects.requireNonNull(targeting, "targeting");
    Objects.requireNonNull(licence, "licence");
    Objects.requireNonNull(main, "main");
    citations = List.copyOf(citations);
    items = List.copyOf(items);
    scales = List.copyOf(scales);
    norms = List.copyOf(norms);
    reliabilities = List.copyOf(reliabilities);
    changes = List.copyOf(changes);
    orders = List.copyOf(orders);
    codingVariants = List.copyOf(codingVariants);
    flags = List.copyOf(flags);
    codes = List.copyOf(codes);
    wordings = List.copyOf(wordings);
    Objects.requireNonNull(use, "use");
    notes = List.copyOf(notes);
    Problems problems = new Problems();
    problems.require(Names.isId(id), "id", Names.idRule());
    problems.require(!version.isBlank(), "version", "must not be blank");
    problems.require(!name.isBlank(), "name", "must not be blank");
    problems.require(label.equals(name) || !label.isBlank(), "label", "must not be blank");
    problems.require(!construct.isBlank(), "construct", "must not be blank");
    problems.require(recall.filter(String::isBlank).isEmpty(), "recall", "must not be blank");
    checkItems(items, problems);
    checkScales(items, scales, problems);
    Set<String> scaleIds = new HashSet<>();
    for (Scale scale : scales) {
      scaleIds.add(scale.id());
    }
    problems.require(
        main.isEmpty() || scaleIds.contains(main.get()), "main", "is not the id of a scale");
    checkOfScales("norms", norms, Norm::scale, scaleIds, problems);
    checkOfScales("reliabilities", reliabilities, Reliability::scale, scaleIds, problems);
    checkOfScales("changes", changes, PublishedChange::scale, scaleIds, problems);
    checkOrders(items, orders, problems);
    problems.requireDistinct("codingVariants", "id", codingVariants, CodingVariant::id);
    checkFlags(items, flags, problems);
    problems.requireDistinct("codes", "code", codes, code -> code.system() + " " + code.code());
    problems.requireDistinct("wordings", "language", wordings, Wording::language);
    for (int i = 0; i < wordings.size(); i++) {
      wordings.get(i).checkAgainst(items, "wordings[" + i + "]", problems);
    }
    for (Fact fact : evidence.keySet()) {
      problems.require(
          !fact.isOfScale(),
          "evidence." + Words.of(fact),
          "belongs to a scale, not to the instrument");
    }
    problems.throwIfAny();
    evidence = evidence.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(evidence));
  }

  private static <T> void checkOfScales(
      String path,
      List<T> parts,
      Function<T, String> scale,
      Set<String> scaleIds,
      Problems problems) {
    for (int i = 0; i < parts.size(); i++) {
      problems.require(
          scaleIds.contains(scale.apply(parts.get(i))),
          path + "[" + i + "].scale",
          "is not the id of a scale");
    }
  }

  private static void checkOrders(List<Item> items, List<ItemOrder> orders, Problems problems) {
    problems.requireDistinct("orders", "id", orders, ItemOrder::id);
    Set<String> ids = new HashSet<>();
    items.forEach(item -> ids.add(item.id()));
    for (int i = 0; i < orders.size(); i++) {
      problems.require(
          new HashSet<>(orders.get(i).items()).equals(ids),
          "orders[" + i + "].items",
          "must name every item of the instrument once");
    }
  }

  private static void checkFlags(List<Item> items, List<AnswerFlag> flags, Problems problems) {
    problems.requireDistinct("flags", "id", flags, AnswerFlag::id);
    for (int i = 0; i < flags.size(); i++) {
      AnswerFlag flag = flags.get(i);
      String where = "flags[" + i + "]";
      Optional<Item> item = find(items, flag.item());
      problems.require(item.isPresent(), where + ".item", "is not the id of an item");
      for (int j = 0; item.isPresent() && j < flag.options().size(); j++) {
        problems.require(
            item.get().option(flag.options().get(j)).isPresent(),
            where + ".options[" + j + "]",
            "is not the id of an option of that item");
      }
    }
  }

  private static void checkItems(List<Item> items, Problems problems) {
    problems.require(!items.isEmpty(), "items", "must hold at least one item");
    problems.requireDistinct("items", "id", items, Item::id);
    problems.requireDistinct("items", "number", items, Item::number);
  }

  private static void checkScales(List<Item> items, List<Scale> scales, Problems problems) {
    problems.require(!scales.isEmpty(), "scales", "must hold at least one scale");
    problems.requireDistinct("scales", "id", scales, Scale::id);
    for (int i = 0; i < scales.size(); i++) {
      String where = "scales[" + i + "]";
      Scale scale = scales.get(i);
      problems.attempt(where, () -> checked(items, Set.of(), scale));
    }
  }

  /**
   * The scale, if it fits the items.
   *
   * @param items the items
   * @param refused ids of items that are there but were refused, so that nothing is known of them
   * @param scale the scale
   * @return the scale
   */
  static Scale checked(List<Item> items, Set<String> refused, Scale scale) {
    Problems problems = new Problems();
    List<Item> found = new ArrayList<>();
    for (int j = 0; j < scale.items().size(); j++) {
      String id = scale.items().get(j);
      Optional<Item> item = find(items, id);
      problems.require(
          item.isPresent() || refused.contains(id), "items[" + j + "]", "is not the id of an item");
      item.ifPresent(found::add);
    }
    if (found.size() == scale.items().size()) {
      problems
          .attempt("", () -> ScoreRanges.of(scale.scoring(), found))
          .ifPresent(range -> checkBands(scale, range, problems));
      checkPartialForms(scale, found, problems);
    }
    problems.throwIfAny();
    return scale;
  }

  /**
   * Where a score may rest on some of the items only, those must be on one scale with the others;
   * otherwise a sum or a mean over them could even lie outside the range.
   */
  private static void checkPartialForms(Scale scale, List<Item> items, Problems problems) {
    if (scale.missing().applied() instanceof MissingRule.AllRequired
        || Scale.base(scale.scoring()) instanceof ScoringRule.Count) {
      return;
    }
    Set<Range> ranges = new HashSet<>();
    for (Item item : items) {
      if (!item.isNumeric()) {
        return;
      }
      ranges.add(new Range(item.lowest(), item.highest()));
    }
    problems.require(
        ranges.size() == 1,
        "missing",
        "must be all-required, because the items have different lowest or highest values");
  }

  private static void checkBands(Scale scale, Range range, Problems problems) {
    for (int i = 0; i < scale.bandSchemes().size(); i++) {
      List<Band> bands = scale.bandSchemes().get(i).bands();
      for (int j = 1; j < bands.size(); j++) {
        problems.require(
            range.contains(bands.get(j).edge().orElseThrow()),
            "bandSchemes[" + i + "].bands[" + j + "]",
            "starts outside the scores of the scale, " + range);
      }
    }
  }

  static Optional<Item> find(List<Item> items, String id) {
    for (Item item : items) {
      if (item.id().equals(id)) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }
}
