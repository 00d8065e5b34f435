package org.socialcure.core.instrument;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
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
