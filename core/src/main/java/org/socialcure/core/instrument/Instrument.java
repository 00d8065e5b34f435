package org.socialcure.core.instrument;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;

/**
 * A questionnaire or a single question, as data: what may be answered and how answers become
 * scores, with the evidence for each fact.
 *
 * <p>Built-in instruments are constants of {@link Instruments}; own ones are read from JSON with
 * {@code Json.read(text, Instrument.class)}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the name of the instrument, {@code "ucla-3"}; lower-case words joined by hyphens; not
 *     null
 * @param version which edition of the instrument this is; not null, not blank
 * @param name the instrument's full name; not null, not blank
 * @param construct what it measures, {@code "loneliness"}; not null, not blank
 * @param recall the period that the answers are about, {@code "the last 2 weeks"}; empty if none is
 *     stated; not null
 * @param targeting whether it is asked about a group that has to be named; not null
 * @param licence what may be done with its wording; not null
 * @param citations the publications to cite; not null
 * @param items the questions in the order of the form; at least one; not null
 * @param scales the scores; at least one; not null
 * @param main the id of the scale that stands for the whole instrument; empty if no single one
 *     does; not null
 * @param norms published scores of populations; not null
 * @param reliabilities published reliability coefficients; not null
 * @param evidence the evidence for the facts of the instrument as a whole; not null
 * @param notes what a user of the instrument has to know, such as look-alike versions; not null
 * @since 0.1
 */
public record Instrument(
    String id,
    String version,
    String name,
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
    Map<Fact, Evidence> evidence,
    List<String> notes) {

  /**
   * Checks the parts and how they fit together.
   *
   * @throws InvalidInputException with every rule above that is broken, every name of an item or
   *     scale that does not exist, and every scoring rule that its items do not support
   */
  public Instrument {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(name, "name");
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
    notes = List.copyOf(notes);
    Problems problems = new Problems();
    problems.require(Names.isId(id), "id", Names.idRule());
    problems.require(!version.isBlank(), "version", "must not be blank");
    problems.require(!name.isBlank(), "name", "must not be blank");
    problems.require(!construct.isBlank(), "construct", "must not be blank");
    problems.require(recall.filter(String::isBlank).isEmpty(), "recall", "must not be blank");
    checkItems(items, licence, problems);
    checkScales(items, scales, problems);
    Set<String> scaleIds = scales.stream().map(Scale::id).collect(Collectors.toSet());
    problems.require(
        main.isEmpty() || scaleIds.contains(main.get()), "main", "is not the id of a scale");
    for (int i = 0; i < norms.size(); i++) {
      problems.require(
          scaleIds.contains(norms.get(i).scale()),
          "norms[" + i + "].scale",
          "is not the id of a scale");
    }
    for (int i = 0; i < reliabilities.size(); i++) {
      problems.require(
          scaleIds.contains(reliabilities.get(i).scale()),
          "reliabilities[" + i + "].scale",
          "is not the id of a scale");
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

  private static void checkItems(List<Item> items, Licence licence, Problems problems) {
    problems.require(!items.isEmpty(), "items", "must hold at least one item");
    problems.requireDistinct("items", "id", items, Item::id);
    problems.requireDistinct("items", "number", items, Item::number);
    for (int i = 0; i < items.size(); i++) {
      problems.require(
          items.get(i).wording().isEmpty() || licence.status() == Licence.Status.OPEN,
          "items[" + i + "].wording",
          "may only be given where the licence status is open");
    }
  }

  private static void checkScales(List<Item> items, List<Scale> scales, Problems problems) {
    problems.require(!scales.isEmpty(), "scales", "must hold at least one scale");
    problems.requireDistinct("scales", "id", scales, Scale::id);
    for (int i = 0; i < scales.size(); i++) {
      Scale scale = scales.get(i);
      String where = "scales[" + i + "]";
      List<Item> found = new ArrayList<>();
      for (int j = 0; j < scale.items().size(); j++) {
        Optional<Item> item = find(items, scale.items().get(j));
        problems.require(item.isPresent(), where + ".items[" + j + "]", "is not the id of an item");
        item.ifPresent(found::add);
      }
      if (found.size() == scale.items().size()) {
        problems
            .attempt(where, () -> ScoreRanges.of(scale.scoring(), found))
            .ifPresent(range -> checkBands(scale, range, where, problems));
        checkPartialForms(scale, found, where, problems);
      }
    }
  }

  /**
   * Where a score may rest on some of the items only, those must be on one scale with the others;
   * otherwise a sum or a mean over them could even lie outside the range.
   */
  private static void checkPartialForms(
      Scale scale, List<Item> items, String where, Problems problems) {
    boolean numeric = items.stream().allMatch(Item::isNumeric);
    if (scale.missing() instanceof MissingRule.AllRequired
        || Scale.base(scale.scoring()) instanceof ScoringRule.Count
        || !numeric) {
      return;
    }
    problems.require(
        items.stream().map(item -> List.of(item.lowest(), item.highest())).distinct().count() == 1,
        where + ".missing",
        "must be all-required, because the items have different lowest or highest values");
  }

  private static void checkBands(Scale scale, Range range, String where, Problems problems) {
    for (int i = 0; i < scale.bandSchemes().size(); i++) {
      List<Band> bands = scale.bandSchemes().get(i).bands();
      for (int j = 1; j < bands.size(); j++) {
        problems.require(
            range.contains(bands.get(j).edge().orElseThrow()),
            where + ".bandSchemes[" + i + "].bands[" + j + "]",
            "starts outside the scores of the scale, " + range);
      }
    }
  }

  private static Optional<Item> find(List<Item> items, String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /**
   * The item of that id.
   *
   * @param itemId an item's id; not null
   * @return the item
   * @throws InvalidInputException if the instrument has none of that id; the message lists the ids
   *     there are
   */
  public Item item(String itemId) {
    Objects.requireNonNull(itemId, "itemId");
    return find(items, itemId)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    id,
                    "has no item \""
                        + itemId
                        + "\"; its items are "
                        + String.join(", ", items.stream().map(Item::id).toList())));
  }

  /**
   * The scale of that id.
   *
   * @param scaleId a scale's id; not null
   * @return the scale
   * @throws InvalidInputException if the instrument has none of that id; the message lists the ids
   *     there are
   */
  public Scale scale(String scaleId) {
    Objects.requireNonNull(scaleId, "scaleId");
    return scales.stream()
        .filter(scale -> scale.id().equals(scaleId))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    id, "has no scale \"" + scaleId + "\"; its scales are " + scaleIds()));
  }

  /**
   * The scale that stands for the whole instrument.
   *
   * @return the {@link #main() main} scale, or the only scale, or empty where several scores stand
   *     side by side and none of them sums up the others
   */
  public Optional<Scale> mainScale() {
    return main.map(this::scale)
        .or(() -> scales.size() == 1 ? Optional.of(scales.get(0)) : Optional.empty());
  }

  /**
   * The items that enter a scale, in the order in which the scale names them.
   *
   * @param scale a scale of this instrument; not null
   * @return its items
   */
  public List<Item> itemsOf(Scale scale) {
    return scale.items().stream().map(this::item).toList();
  }

  /**
   * The lowest and the highest score of a scale, worked out from its items and its scoring rule.
   *
   * @param scale a scale of this instrument; not null
   * @return the range
   */
  public Range range(Scale scale) {
    return ScoreRanges.of(scale.scoring(), itemsOf(scale));
  }

  /**
   * The evidence for a fact of the instrument as a whole.
   *
   * @param fact the fact; not null
   * @return the evidence, {@link Evidence#NOT_STATED} if the definition gives none
   */
  public Evidence evidence(Fact fact) {
    return evidence.getOrDefault(Objects.requireNonNull(fact, "fact"), Evidence.NOT_STATED);
  }

  private String scaleIds() {
    return String.join(", ", scales.stream().map(Scale::id).toList());
  }

  /**
   * One line for people.
   *
   * @return the id, version, name, number of items and scales
   */
  @Override
  public String toString() {
    return id
        + " ("
        + version
        + "): "
        + name
        + "; "
        + items.size()
        + (items.size() == 1 ? " item" : " items")
        + "; scales "
        + scaleIds();
  }
}
