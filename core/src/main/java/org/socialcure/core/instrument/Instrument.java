package org.socialcure.core.instrument;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.json.Plain;

/**
 * A questionnaire or a single question, as data: what may be answered and how answers become
 * scores, with the evidence for each fact.
 *
 * <p>Built-in instruments are constants of {@link Instruments}; own ones are read from JSON with
 * {@code Json.read(text, Instrument.class)}, or put together with {@link #builder}. An own
 * instrument is checked at once; a built-in one knows its id, and reads its definition at the first
 * question about anything else.
 *
 * <p>Two instruments are equal if their definitions are.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
@MapperForm
public final class Instrument {
  private final String id;
  private final Supplier<Instrument> source;
  private volatile @Nullable Definition definition;

  Instrument(Definition definition) {
    this.id = definition.id();
    this.source = () -> this;
    this.definition = definition;
  }

  /** An instrument that is read at the first question. */
  Instrument(String id, Supplier<Instrument> source) {
    this.id = id;
    this.source = source;
  }

  /**
   * Starts to put an instrument together in Java.
   *
   * @param id the name of the instrument, {@code "ucla-3"}: lower-case words joined by hyphens
   * @return a builder without parts
   */
  public static InstrumentBuilder builder(String id) {
    return new InstrumentBuilder(id);
  }

  /**
   * Makes an instrument of a definition that was read from elsewhere than a JSON text, such as a
   * database or a file in YAML. {@code Json.read(text, Instrument.class)} reads JSON, and says line
   * and column of what is wrong.
   *
   * @param definition the fields of {@linkplain Instruments#definitionSchema() the form} of
   *     definitions, as maps by text, lists, texts, numbers and booleans within each other
   * @return the instrument
   * @throws InvalidInputException with everything that is wrong
   */
  public static Instrument fromMap(Map<?, ?> definition) {
    return DefinitionReader.read(Plain.node(Objects.requireNonNull(definition, "definition")));
  }

  private Definition definition() {
    Definition known = definition;
    if (known == null) {
      synchronized (this) {
        known = definition;
        if (known == null) {
          known = source.get().definition();
          definition = known;
        }
      }
    }
    return known;
  }

  /**
   * The name of the instrument: lower-case words joined by hyphens. Scored columns start with it.
   *
   * @return the id, {@code "ucla-3"}
   */
  public String id() {
    return id;
  }

  /**
   * Which edition of the instrument this is.
   *
   * @return the edition
   */
  public String version() {
    return definition().version();
  }

  /**
   * The full name.
   *
   * @return the name
   */
  public String name() {
    return definition().name();
  }

  /**
   * A short text for people, {@code "ULS-8"}.
   *
   * @return the label; the {@link #name() name} where the definition gives none
   */
  public String label() {
    return definition().label();
  }

  /**
   * What it measures, {@code "loneliness"}.
   *
   * @return the construct
   */
  public String construct() {
    return definition().construct();
  }

  /**
   * The period that the answers are about.
   *
   * @return the period, {@code "the last 2 weeks"}; empty if none is stated
   */
  public Optional<String> recall() {
    return definition().recall();
  }

  /**
   * Whether it is asked about a group that has to be named.
   *
   * @return the targeting
   */
  public Targeting targeting() {
    return definition().targeting();
  }

  /**
   * What may be done with its wording.
   *
   * @return the licence
   */
  public Licence licence() {
    return definition().licence();
  }

  /**
   * The publications to cite.
   *
   * @return the publications
   */
  public List<Citation> citations() {
    return definition().citations();
  }

  /**
   * The questions.
   *
   * @return the items in the order of the form; at least one
   */
  public List<Item> items() {
    return definition().items();
  }

  /**
   * The scores that it gives.
   *
   * @return the scales; at least one
   */
  public List<Scale> scales() {
    return definition().scales();
  }

  /**
   * The scale that the definition names as the one for the whole instrument; see {@link
   * #mainScale()}.
   *
   * @return the id of the scale; empty if it names none
   */
  public Optional<String> main() {
    return definition().main();
  }

  /**
   * Published scores of populations.
   *
   * @return the norms
   */
  public List<Norm> norms() {
    return definition().norms();
  }

  /**
   * Published reliability coefficients.
   *
   * @return the coefficients
   */
  public List<Reliability> reliabilities() {
    return definition().reliabilities();
  }

  /**
   * Published sizes of changes that count.
   *
   * @return the sizes, those of memory only included: see {@link PublishedChange#use()}
   */
  public List<PublishedChange> changes() {
    return definition().changes();
  }

  /**
   * Other orders in which the items are printed.
   *
   * @return the orders; none for most instruments
   */
  public List<ItemOrder> orders() {
    return definition().orders();
  }

  /**
   * Other ways in which the answers are numbered in data.
   *
   * @return the variants; none for most instruments
   */
  public List<CodingVariant> codingVariants() {
    return definition().codingVariants();
  }

  /**
   * The other ways of numbering in which a number occurs: those that a number which the instrument
   * does not permit points to.
   *
   * @param code a number in data
   * @return the variants; none for most numbers
   */
  public List<CodingVariant> codingVariantsWith(double code) {
    return codingVariants().stream()
        .filter(variant -> variant.codes().contains(code + 0.0))
        .toList();
  }

  /**
   * Answers that somebody has to look at whatever the score is.
   *
   * @return the flags; none for most instruments
   */
  public List<AnswerFlag> flags() {
    return definition().flags();
  }

  /**
   * The codes by which terminologies know the instrument.
   *
   * @return the codes
   */
  public List<TerminologyCode> codes() {
    return definition().codes();
  }

  /**
   * Whether the instrument is used unasked.
   *
   * @return {@link Use#ON_REQUEST} where its coding itself was not seen in a source
   */
  public Use use() {
    return definition().use();
  }

  /**
   * Its words, by language.
   *
   * @return the words that may be shipped and those that were {@linkplain #withWording given}
   */
  public List<Wording> wordings() {
    return definition().wordings();
  }

  /**
   * Its words in a language.
   *
   * @param language a BCP 47 tag, {@code "cy-GB"}; not null
   * @return the words in that language, or else in that language whatever the region; empty if
   *     there are none
   */
  public Optional<Wording> wording(String language) {
    Locale wanted = Locale.forLanguageTag(language);
    Optional<Wording> exact =
        wordings().stream()
            .filter(words -> Locale.forLanguageTag(words.language()).equals(wanted))
            .findFirst();
    return exact.or(
        () ->
            wordings().stream()
                .filter(
                    words ->
                        Locale.forLanguageTag(words.language())
                            .getLanguage()
                            .equals(wanted.getLanguage()))
                .findFirst());
  }

  /**
   * The evidence for the facts of the instrument as a whole.
   *
   * @return the evidence that the definition gives, by fact
   */
  public Map<Fact, Evidence> evidence() {
    return definition().evidence();
  }

  /**
   * What a user of the instrument has to know, such as look-alike versions.
   *
   * @return the notes
   */
  public List<String> notes() {
    return definition().notes();
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
    return Definition.find(items(), itemId)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    id,
                    "has no such item"
                        + Nearest.among(itemId, items().stream().map(Item::id).toList(), "items")));
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
    return scales().stream()
        .filter(scale -> scale.id().equals(scaleId))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    id,
                    "has no such scale"
                        + Nearest.listed(
                            scaleId, scales().stream().map(Scale::id).toList(), "scales")));
  }

  /**
   * The scale that stands for the whole instrument.
   *
   * @return the {@link #main() main} scale, or the only scale, or empty where several scores stand
   *     side by side and none of them sums up the others
   */
  public Optional<Scale> mainScale() {
    return main()
        .map(this::scale)
        .or(() -> scales().size() == 1 ? Optional.of(scales().get(0)) : Optional.empty());
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
   * Whether an item enters any score. One that does not, such as the question of the PHQ-9 for
   * difficulty, need not stand in a file that is scored.
   *
   * @param item an item of this instrument; not null
   * @return whether a scale names it
   */
  public boolean isScored(Item item) {
    return scales().stream().anyMatch(scale -> scale.items().contains(item.id()));
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
    return evidence().getOrDefault(Objects.requireNonNull(fact, "fact"), Evidence.NOT_STATED);
  }

  /**
   * Starts a definition from this one, for an instrument of one's own.
   *
   * @return a builder that holds the parts of this instrument
   */
  public InstrumentBuilder toBuilder() {
    Definition parts = definition();
    InstrumentBuilder builder =
        builder(id)
            .version(parts.version())
            .name(parts.name())
            .label(parts.label())
            .construct(parts.construct())
            .targeting(parts.targeting())
            .licence(parts.licence())
            .citations(parts.citations())
            .items(parts.items())
            .scales(parts.scales())
            .norms(parts.norms())
            .reliabilities(parts.reliabilities())
            .changes(parts.changes())
            .orders(parts.orders())
            .codingVariants(parts.codingVariants())
            .flags(parts.flags())
            .codes(parts.codes())
            .wordings(parts.wordings())
            .use(parts.use())
            .evidence(parts.evidence())
            .notes(parts.notes());
    parts.recall().ifPresent(builder::recall);
    parts.main().ifPresent(builder::main);
    return builder;
  }

  /**
   * This instrument with words of the caller's: a translation, or wording whose owner the caller
   * has asked. They take the place of words in the same language.
   *
   * @param words the words; not null
   * @return the instrument, which scores as this one does
   * @throws InvalidInputException if the words name an item or option that does not exist
   */
  public Instrument withWording(Wording words) {
    Objects.requireNonNull(words, "words");
    List<Wording> all = new ArrayList<>(wordings());
    all.removeIf(other -> other.language().equals(words.language()));
    all.add(words);
    return toBuilder().wordings(all).build();
  }

  /**
   * This instrument with its items numbered and sorted in another {@linkplain #orders() order}, for
   * data that name items by their numbers in that order.
   *
   * @param order the id of an order; not null
   * @return the instrument; scores of answers by item id are the same
   * @throws InvalidInputException if there is no such order; the message lists those there are
   */
  public Instrument inOrder(String order) {
    Objects.requireNonNull(order, "order");
    List<String> ids = orders().stream().map(ItemOrder::id).toList();
    ItemOrder found =
        orders().stream()
            .filter(other -> other.id().equals(order))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        id, "has no such order of items" + Nearest.listed(order, ids, "orders")));
    List<Item> sorted = new ArrayList<>();
    for (String item : found.items()) {
      sorted.add(item(item).withNumber(sorted.size() + 1));
    }
    return toBuilder().items(sorted).build();
  }

  /**
   * The other rules for missing answers that can be asked for of a scale.
   *
   * @param scale a scale of this instrument; not null
   * @return those of the definition, and {@link MissingOverride#AT_LEAST_HALF} where a part of the
   *     items can stand for all: not where a table holds complete forms only, nor where items have
   *     different lowest or highest values
   */
  public List<MissingOverride> missingOverrides(Scale scale) {
    List<Item> items = itemsOf(scale);
    boolean counted = Scale.base(scale.scoring()) instanceof ScoringRule.Count;
    boolean alike =
        counted
            || items.stream()
                    .map(item -> new Range(item.lowest(), item.highest()))
                    .distinct()
                    .count()
                == 1;
    if (Scale.usesTable(scale.scoring()) || items.size() < 2 || !alike) {
      return scale.missingOverrides();
    }
    return Stream.concat(
            scale.missingOverrides().stream(), Stream.of(MissingOverride.atLeastHalf(items.size())))
        .toList();
  }

  /**
   * This instrument with another rule for missing answers than the published one, on every scale
   * that knows it. Each score says that it was so asked for.
   *
   * @param override the id of a rule, {@link MissingOverride#AT_LEAST_HALF} or one that a scale
   *     {@linkplain Scale#missingOverrides() names}; not null
   * @return the instrument; complete forms score the same
   * @throws InvalidInputException if no scale has such a rule; the message lists those there are
   */
  public Instrument withMissing(String override) {
    Objects.requireNonNull(override, "override");
    Set<String> known = new LinkedHashSet<>();
    boolean found = false;
    List<Scale> changed = new ArrayList<>();
    for (Scale scale : scales()) {
      Optional<MissingOverride> rule = Optional.empty();
      for (MissingOverride other : missingOverrides(scale)) {
        known.add(other.id());
        if (other.id().equals(override)) {
          rule = Optional.of(other);
        }
      }
      found |= rule.isPresent();
      changed.add(rule.map(scale::withMissing).orElse(scale));
    }
    if (!found) {
      throw new InvalidInputException(
          id,
          "has no scale with such a rule for missing answers"
              + Nearest.listed(override, List.copyOf(known), "rules"));
    }
    return toBuilder().scales(changed).build();
  }

  /**
   * How well it is supported that the scores of a scale are made in this way: the weakest of the
   * evidence for the items, the options, the reverse keys and the scoring. What is derived is as
   * well supported as what it follows from, which is among these.
   *
   * @param scale a scale of this instrument; not null
   * @return {@link Evidence#MEMORY_ONLY} if any of these is known from memory only, so that the
   *     scores are unverified; {@link Evidence#NOT_STATED} if nothing is said of any
   */
  public Evidence scoringEvidence(Scale scale) {
    List<Evidence> all =
        List.of(
            evidence(Fact.ITEMS),
            evidence(Fact.OPTIONS),
            evidence(Fact.REVERSE_KEYS),
            scale.evidence(Fact.SCORING));
    for (Evidence weak :
        List.of(Evidence.MEMORY_ONLY, Evidence.ONE, Evidence.TWO_OR_MORE, Evidence.DERIVED)) {
      if (all.contains(weak)) {
        return weak;
      }
    }
    return Evidence.NOT_STATED;
  }

  private String scaleIds() {
    return String.join(", ", scales().stream().map(Scale::id).toList());
  }

  /**
   * The text for people that a score of this instrument goes by.
   *
   * @param scale a scale of this instrument
   * @param target the group that was asked about; empty if none in particular was
   * @return {@code "Loneliness (ULS-8)"}, with a target {@code "Group identification (GIS,
   *     community)"}
   */
  public String label(Scale scale, Optional<String> target) {
    return label(scale.label(), target);
  }

  /**
   * The text for people that a part of this instrument goes by.
   *
   * @param part the label of a scale or of an item
   * @param target the group that was asked about; empty if none in particular was
   * @return {@code "feeling left out (ULS-8)"}
   */
  public String label(String part, Optional<String> target) {
    String group = target.map(id -> ", " + id.replace('-', ' ')).orElse("");
    return part + " (" + label() + group + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Instrument that
            && id.equals(that.id)
            && definition().equals(that.definition()));
  }

  @Override
  public int hashCode() {
    return id.hashCode();
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
        + version()
        + "): "
        + name()
        + "; "
        + items().size()
        + (items().size() == 1 ? " item" : " items")
        + "; scales "
        + scaleIds();
  }
}
