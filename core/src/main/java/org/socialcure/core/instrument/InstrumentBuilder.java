package org.socialcure.core.instrument;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;

/**
 * Collects the parts of an {@link Instrument}. Version, name, construct, items and scales are
 * needed; all other parts may be left out.
 *
 * <p>Not thread-safe; what it builds is.
 *
 * @since 0.1
 */
public final class InstrumentBuilder {
  private static final Licence NO_LICENCE =
      new Licence(Licence.Status.LABELS, "not stated", Optional.empty(), Evidence.NOT_STATED);

  private final String id;
  private String version = "";
  private String name = "";
  private Optional<String> label = Optional.empty();
  private String construct = "";
  private Optional<String> recall = Optional.empty();
  private Targeting targeting = Targeting.NONE;
  private Licence licence = NO_LICENCE;
  private List<Citation> citations = List.of();
  private List<Item> items = List.of();
  private List<Scale> scales = List.of();
  private Optional<String> main = Optional.empty();
  private List<Norm> norms = List.of();
  private List<Reliability> reliabilities = List.of();
  private List<PublishedChange> changes = List.of();
  private List<ItemOrder> orders = List.of();
  private List<CodingVariant> codingVariants = List.of();
  private List<AnswerFlag> flags = List.of();
  private List<TerminologyCode> codes = List.of();
  private List<Wording> wordings = List.of();
  private Use use = Use.DEFAULT;
  private Map<Fact, Evidence> evidence = Map.of();
  private List<String> notes = List.of();

  InstrumentBuilder(String id) {
    this.id = Objects.requireNonNull(id, "id");
  }

  /**
   * Sets which edition of the instrument this is.
   *
   * @param given which edition of the instrument this is
   * @return this builder
   */
  public InstrumentBuilder version(String given) {
    version = Objects.requireNonNull(given, "version");
    return this;
  }

  /**
   * Sets the full name.
   *
   * @param given the full name
   * @return this builder
   */
  public InstrumentBuilder name(String given) {
    name = Objects.requireNonNull(given, "name");
    return this;
  }

  /**
   * Sets a short text for people.
   *
   * @param given a short text for people; the name if none is given
   * @return this builder
   */
  public InstrumentBuilder label(String given) {
    label = Optional.of(given);
    return this;
  }

  /**
   * Sets what it measures.
   *
   * @param given what it measures
   * @return this builder
   */
  public InstrumentBuilder construct(String given) {
    construct = Objects.requireNonNull(given, "construct");
    return this;
  }

  /**
   * Sets the period that the answers are about.
   *
   * @param given the period that the answers are about
   * @return this builder
   */
  public InstrumentBuilder recall(String given) {
    recall = Optional.of(given);
    return this;
  }

  /**
   * Sets whether it is asked about a group that has to be named.
   *
   * @param given whether it is asked about a group that has to be named; if none is given, it is
   *     not
   * @return this builder
   */
  public InstrumentBuilder targeting(Targeting given) {
    targeting = Objects.requireNonNull(given, "targeting");
    return this;
  }

  /**
   * Sets what may be done with its wording.
   *
   * @param given what may be done with its wording; if none is given, the status is {@link
   *     Licence.Status#LABELS}
   * @return this builder
   */
  public InstrumentBuilder licence(Licence given) {
    licence = Objects.requireNonNull(given, "licence");
    return this;
  }

  /**
   * Sets the publications to cite.
   *
   * @param given the publications to cite
   * @return this builder
   */
  public InstrumentBuilder citations(List<Citation> given) {
    citations = List.copyOf(given);
    return this;
  }

  /**
   * Sets the questions in the order of the form.
   *
   * @param given the questions in the order of the form
   * @return this builder
   */
  public InstrumentBuilder items(List<Item> given) {
    items = List.copyOf(given);
    return this;
  }

  /**
   * Sets the scores.
   *
   * @param given the scores
   * @return this builder
   */
  public InstrumentBuilder scales(List<Scale> given) {
    scales = List.copyOf(given);
    return this;
  }

  /**
   * Sets the id of the scale that stands for the whole instrument.
   *
   * @param given the id of the scale that stands for the whole instrument
   * @return this builder
   */
  public InstrumentBuilder main(String given) {
    main = Optional.of(given);
    return this;
  }

  /**
   * Sets published scores of populations.
   *
   * @param given published scores of populations
   * @return this builder
   */
  public InstrumentBuilder norms(List<Norm> given) {
    norms = List.copyOf(given);
    return this;
  }

  /**
   * Sets published reliability coefficients.
   *
   * @param given published reliability coefficients
   * @return this builder
   */
  public InstrumentBuilder reliabilities(List<Reliability> given) {
    reliabilities = List.copyOf(given);
    return this;
  }

  /**
   * Sets published sizes of changes that count.
   *
   * @param given published sizes of changes that count
   * @return this builder
   */
  public InstrumentBuilder changes(List<PublishedChange> given) {
    changes = List.copyOf(given);
    return this;
  }

  /**
   * Sets other orders in which the items are printed.
   *
   * @param given other orders in which the items are printed
   * @return this builder
   */
  public InstrumentBuilder orders(List<ItemOrder> given) {
    orders = List.copyOf(given);
    return this;
  }

  /**
   * Sets other ways in which answers are numbered in data.
   *
   * @param given other ways in which answers are numbered in data
   * @return this builder
   */
  public InstrumentBuilder codingVariants(List<CodingVariant> given) {
    codingVariants = List.copyOf(given);
    return this;
  }

  /**
   * Sets answers that somebody has to look at.
   *
   * @param given answers that somebody has to look at
   * @return this builder
   */
  public InstrumentBuilder flags(List<AnswerFlag> given) {
    flags = List.copyOf(given);
    return this;
  }

  /**
   * Sets codes by which terminologies know the instrument.
   *
   * @param given codes by which terminologies know the instrument
   * @return this builder
   */
  public InstrumentBuilder codes(List<TerminologyCode> given) {
    codes = List.copyOf(given);
    return this;
  }

  /**
   * Sets its words, by language.
   *
   * @param given its words, by language
   * @return this builder
   */
  public InstrumentBuilder wordings(List<Wording> given) {
    wordings = List.copyOf(given);
    return this;
  }

  /**
   * Sets whether the instrument is used unasked.
   *
   * @param given {@link Use#ON_REQUEST} for an instrument whose coding was not seen in a source
   * @return this builder
   */
  public InstrumentBuilder use(Use given) {
    use = Objects.requireNonNull(given, "use");
    return this;
  }

  /**
   * Sets the evidence for the facts of the instrument as a whole.
   *
   * @param given the evidence for the facts of the instrument as a whole
   * @return this builder
   */
  public InstrumentBuilder evidence(Map<Fact, Evidence> given) {
    evidence = Map.copyOf(given);
    return this;
  }

  /**
   * Sets what a user of the instrument has to know.
   *
   * @param given what a user of the instrument has to know
   * @return this builder
   */
  public InstrumentBuilder notes(List<String> given) {
    notes = List.copyOf(given);
    return this;
  }

  /**
   * Makes the instrument.
   *
   * @return the instrument
   * @throws InvalidInputException with all problems: parts that are missing or blank, names of
   *     items and scales that do not exist, and scoring rules that the items do not support
   */
  public Instrument build() {
    return new Instrument(
        new Definition(
            id,
            version,
            name,
            label.orElse(name),
            construct,
            recall,
            targeting,
            licence,
            citations,
            items,
            scales,
            main,
            norms,
            reliabilities,
            changes,
            orders,
            codingVariants,
            flags,
            codes,
            wordings,
            use,
            evidence,
            notes));
  }

  /**
   * What is being put together.
   *
   * @return {@code "instrument own: 2 items, scales total"}
   */
  @Override
  public String toString() {
    return "instrument "
        + id
        + ": "
        + items.size()
        + (items.size() == 1 ? " item" : " items")
        + ", scales "
        + String.join(", ", scales.stream().map(Scale::id).toList());
  }
}
