package org.socialcure.core.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.answer.AnswerProblems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The answers of one person to one instrument at one time. Every item of the instrument has an
 * {@link Answer}; an item that nobody mentions was {@linkplain Answer.Missing#NOT_ASKED not asked}.
 *
 * <p>Immutable and thread-safe. {@code toString} prints how much was answered, never what.
 *
 * @since 0.1
 */
@MapperForm
public final class Responses {
  private final Instrument instrument;
  private final Optional<String> target;
  private final Map<String, Answer> answers;

  private Responses(Instrument instrument, Optional<String> target, Map<String, Answer> answers) {
    this.instrument = instrument;
    this.target = target;
    this.answers = answers;
  }

  /**
   * The responses to an instrument that asks about no group in particular.
   *
   * @param instrument the instrument; not null
   * @param answers the answers by item id; items that are left out were not asked; not null
   * @return the responses
   * @throws InvalidInputException if an id is not an item's, an option is not one of its item's, or
   *     the instrument needs a target group
   */
  public static Responses of(Instrument instrument, Map<String, ? extends Answer> answers) {
    return of(instrument, Optional.empty(), answers);
  }

  /**
   * The responses to an instrument about a group.
   *
   * @param instrument the instrument; not null
   * @param target the group that was asked about, an id such as {@code "community"}; empty for an
   *     instrument without {@link Targeting#GROUP}; not null
   * @param answers the answers by item id; items that are left out were not asked; not null
   * @return the responses
   * @throws InvalidInputException if an id is not an item's, an option is not one of its item's, or
   *     the target group is missing, superfluous or not an id
   */
  public static Responses of(
      Instrument instrument, Optional<String> target, Map<String, ? extends Answer> answers) {
    Objects.requireNonNull(instrument, "instrument");
    Objects.requireNonNull(target, "target");
    Problems problems = new Problems();
    checkTarget(instrument, target, problems);
    List<String> ids = instrument.items().stream().map(Item::id).toList();
    int number = 0;
    for (String id : answers.keySet()) {
      number++;
      if (!ids.contains(id)) {
        problems.add(
            Problem.coded(
                instrument.id() + ", answer " + number,
                ProblemCode.UNKNOWN_ITEM,
                Map.of("instrument", instrument.id(), "number", Integer.toString(number)),
                noSuchItem(id, ids)));
      }
    }
    Map<String, Answer> all = new LinkedHashMap<>();
    for (Item item : instrument.items()) {
      Answer answer = answers.get(item.id());
      all.put(item.id(), answer == null ? Answer.Missing.NOT_ASKED : answer);
      if (answer instanceof Answer.Given given && !item.options().contains(given.option())) {
        problems.add(
            AnswerProblems.notPermitted(
                place(instrument, item),
                instrument,
                item,
                "the answer must be " + item.permitted()));
      }
    }
    problems.throwIfAny();
    return new Responses(instrument, target, Collections.unmodifiableMap(all));
  }

  /** The name itself is not told: where it comes from a form, it may be anything. */
  private static String noSuchItem(String id, List<String> ids) {
    return "the instrument has no such item" + Nearest.among(id, ids, "items");
  }

  private static void checkTarget(
      Instrument instrument, Optional<String> target, Problems problems) {
    if (instrument.targeting() == Targeting.NONE) {
      problems.require(
          target.isEmpty(),
          Problem.coded(
              instrument.id() + ", target",
              ProblemCode.TARGET_NOT_USED,
              Map.of("instrument", instrument.id()),
              "is not used by this instrument, which asks about no group; forms of several waves have columns by wave"));
    } else if (target.isEmpty()) {
      problems.add(
          Problem.coded(
              instrument.id() + ", target",
              ProblemCode.TARGET_MISSING,
              Map.of("instrument", instrument.id()),
              "must name the group that was asked about, as in community"));
    } else {
      problems.require(
          Names.isId(target.get()),
          Problem.coded(
              instrument.id() + ", target", ProblemCode.NOT_AN_ID, Map.of(), Names.idRule()));
    }
  }

  /**
   * Starts to collect answers.
   *
   * @param instrument the instrument; not null
   * @return a builder without answers
   */
  public static Builder builder(Instrument instrument) {
    return new Builder(instrument);
  }

  static String place(Instrument instrument, Item item) {
    return instrument.id() + ", item " + item.id();
  }

  /**
   * The instrument that was answered.
   *
   * @return the instrument
   */
  public Instrument instrument() {
    return instrument;
  }

  /**
   * The group that was asked about.
   *
   * @return its id, or empty if the instrument asks about no group in particular
   */
  public Optional<String> target() {
    return target;
  }

  /**
   * All answers.
   *
   * @return the answer to every item by id, in the order of the instrument
   */
  public Map<String, Answer> answers() {
    return answers;
  }

  /**
   * The answer to an item.
   *
   * @param itemId an item's id; not null
   * @return the answer
   * @throws InvalidInputException if the instrument has no such item
   */
  public Answer answer(String itemId) {
    return Objects.requireNonNull(answers.get(instrument.item(itemId).id()));
  }

  /**
   * The option that was chosen for an item.
   *
   * @param itemId an item's id; not null
   * @return the option, or empty if the item was not answered
   * @throws InvalidInputException if the instrument has no such item
   */
  public Optional<AnswerOption> given(String itemId) {
    return answer(itemId) instanceof Answer.Given given
        ? Optional.of(given.option())
        : Optional.empty();
  }

  /**
   * How many items were answered.
   *
   * @return the number of {@link Answer.Given} answers
   */
  public int answered() {
    return (int) answers.values().stream().filter(Answer.Given.class::isInstance).count();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Responses that
        && instrument.equals(that.instrument)
        && target.equals(that.target)
        && answers.equals(that.answers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(instrument.id(), target, answers);
  }

  /**
   * How much was answered, never what.
   *
   * @return {@code "ucla-3: 2 of 3 items answered"}
   */
  @Override
  public String toString() {
    return instrument.id()
        + target.map(group -> " (" + group + ")").orElse("")
        + ": "
        + answered()
        + " of "
        + answers.size()
        + " items answered";
  }

  /** Collects answers by value, by option or by reason for their absence. Not thread-safe. */
  public static final class Builder {
    private final Instrument instrument;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Problems problems = new Problems();
    private Optional<String> target = Optional.empty();

    private Builder(Instrument instrument) {
      this.instrument = Objects.requireNonNull(instrument, "instrument");
    }

    /**
     * Names the group that was asked about.
     *
     * @param group the id of the group, {@code "community"}; not null
     * @return this builder
     */
    public Builder target(String group) {
      target = Optional.of(group);
      return this;
    }

    /**
     * Adds an answer by the value of its option. If it is refused, and data of this instrument are
     * known to be numbered in another way in which the value occurs, the message names that way.
     *
     * @param itemId an item's id; not null
     * @param value the value
     * @return this builder
     */
    public Builder value(String itemId, double value) {
      String variants =
          instrument.codingVariantsWith(value).stream()
              .map(variant -> "; " + variant)
              .collect(Collectors.joining());
      return add(itemId, find(itemId).flatMap(item -> item.optionOf(value)), variants);
    }

    /**
     * Adds an answer by the id of its option.
     *
     * @param itemId an item's id; not null
     * @param optionId an option's id; not null
     * @return this builder
     */
    public Builder option(String itemId, String optionId) {
      Objects.requireNonNull(optionId, "optionId");
      return add(itemId, find(itemId).flatMap(item -> item.option(optionId)), "");
    }

    /**
     * Says why an item has no answer.
     *
     * @param itemId an item's id; not null
     * @param reason the reason; not null
     * @return this builder
     */
    public Builder missing(String itemId, Answer.Missing reason) {
      Objects.requireNonNull(reason, "reason");
      put(itemId, reason);
      return this;
    }

    private Builder add(String itemId, Optional<AnswerOption> option, String variants) {
      Optional<Item> item = find(itemId);
      if (item.isPresent() && option.isEmpty()) {
        problems.add(
            AnswerProblems.notPermitted(
                place(instrument, item.get()),
                instrument,
                item.get(),
                "the answer must be " + item.get().permitted() + variants));
      }
      put(itemId, option.<Answer>map(Answer.Given::new).orElse(Answer.Missing.SKIPPED));
      return this;
    }

    private void put(String itemId, Answer answer) {
      if (answers.put(itemId, answer) != null) {
        find(itemId)
            .ifPresentOrElse(
                item ->
                    problems.add(
                        Problem.coded(
                            place(instrument, item),
                            ProblemCode.ANSWERED_TWICE,
                            Map.of("instrument", instrument.id(), "item", item.id()),
                            "is answered twice")),
                () ->
                    problems.add(
                        Problem.coded(
                            instrument.id() + ", answers",
                            ProblemCode.REPEATED,
                            Map.of(),
                            "is answered twice")));
      }
    }

    private Optional<Item> find(String itemId) {
      Objects.requireNonNull(itemId, "itemId");
      return instrument.items().stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    /**
     * Makes the responses.
     *
     * @return the responses
     * @throws InvalidInputException with all problems: items that the instrument does not have,
     *     items answered twice, answers that are not permitted, and a target group that is missing
     *     or superfluous
     */
    public Responses build() {
      Problems all = new Problems();
      all.addAll(problems.list());
      Optional<Responses> responses = all.attempt("", () -> of(instrument, target, answers));
      all.throwIfAny();
      return responses.orElseThrow();
    }

    /**
     * How many items were named so far, never the answers.
     *
     * @return {@code "responses to ucla-3: 2 of 3 items so far"}
     */
    @Override
    public String toString() {
      return "responses to "
          + instrument.id()
          + ": "
          + answers.size()
          + " of "
          + instrument.items().size()
          + " items so far";
    }
  }
}
