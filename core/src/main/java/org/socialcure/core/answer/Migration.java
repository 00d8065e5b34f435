package org.socialcure.core.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.instrument.AnswerOption;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.internal.Names;

/**
 * How answers to one version of an instrument are read as answers to another: which item became
 * which, and which option. Items and options of one id are the same unless it is said otherwise.
 *
 * <p>Answers that were stored under a version are scored by that version; a migration is a decision
 * of the caller's and has a name, so that it can be told beside the scores. Nothing is dropped in
 * silence: an item or option without a counterpart is refused when the migration is made, unless it
 * is {@linkplain Builder#leaveOut left out} by name.
 *
 * <pre>{@code
 * Instrument older = Instruments.UCLA_3;
 * Instrument newer = older.toBuilder().version("2026").build();
 * Migration migration = Migration.builder("2004 form to 2026 form", older, newer).build();
 * Responses now = migration.apply(new Ucla3(1, 2, 3).toResponses());
 * }</pre>
 *
 * <p>{@link Builder#item} and {@link Builder#option} say what has another id in the newer version.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Migration {
  private final String name;
  private final Instrument from;
  private final Instrument to;
  private final Map<String, String> items;
  private final Map<String, String> options;

  private Migration(Builder parts) {
    this.name = parts.name;
    this.from = parts.from;
    this.to = parts.to;
    this.options = Collections.unmodifiableMap(new LinkedHashMap<>(parts.options));
    Map<String, String> all = new LinkedHashMap<>();
    for (Item item : from.items()) {
      if (!parts.leftOut.contains(item.id())) {
        all.put(item.id(), parts.items.getOrDefault(item.id(), item.id()));
      }
    }
    this.items = Collections.unmodifiableMap(all);
  }

  /**
   * Starts a migration in which everything of one id is the same.
   *
   * @param name what it is called beside the scores, {@code "2024 form to 2026 form"}; not blank
   * @param from the version that was answered; not null
   * @param to the version that the answers are to be read as; not null
   * @return a builder
   * @throws InvalidInputException if the name is blank
   */
  public static Builder builder(String name, Instrument from, Instrument to) {
    return new Builder(name, from, to);
  }

  /**
   * What the migration is called.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The version that was answered.
   *
   * @return the instrument
   */
  public Instrument from() {
    return from;
  }

  /**
   * The version that the answers are read as.
   *
   * @return the instrument
   */
  public Instrument to() {
    return to;
  }

  /**
   * Which item becomes which.
   *
   * @return the ids of the newer items by those of the older ones that are not left out
   */
  public Map<String, String> items() {
    return items;
  }

  /**
   * Reads answers as answers to the other version. Items that the older version did not have were
   * not asked.
   *
   * @param responses answers to the {@linkplain #from() older} version; not null
   * @return the same answers to the {@linkplain #to() newer} one
   * @throws InvalidInputException if the answers are to another instrument or version
   */
  public Responses apply(Responses responses) {
    Instrument answered = responses.instrument();
    if (!answered.id().equals(from.id()) || !answered.version().equals(from.version())) {
      throw new InvalidInputException(
          "responses",
          "are to version "
              + answered.version()
              + " of "
              + answered.id()
              + ", but the migration is of version "
              + from.version()
              + " of "
              + from.id());
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    items.forEach(
        (older, newer) -> {
          Answer answer = responses.answer(older);
          answers.put(
              newer,
              answer instanceof Answer.Given given
                  ? new Answer.Given(counterpart(to.item(newer), given.option()).orElseThrow())
                  : answer);
        });
    return Responses.of(to, responses.target(), answers);
  }

  private Optional<AnswerOption> counterpart(Item item, AnswerOption option) {
    return item.option(options.getOrDefault(option.id(), option.id()));
  }

  private void check(Builder parts) {
    Problems problems = new Problems();
    Set<String> taken = new LinkedHashSet<>();
    List<String> known = from.items().stream().map(Item::id).toList();
    List<String> named = new ArrayList<>(parts.items.keySet());
    named.addAll(parts.leftOut);
    for (String id : named) {
      problems.require(
          known.contains(id), from.id() + ", item " + id, "is not an item of the older version");
    }
    for (Map.Entry<String, String> entry : items.entrySet()) {
      String where = from.id() + ", item " + entry.getKey();
      Optional<Item> newer =
          to.items().stream().filter(item -> item.id().equals(entry.getValue())).findFirst();
      if (newer.isEmpty()) {
        problems.add(
            where,
            "has no counterpart in version "
                + to.version()
                + "; say which item it became, or leave it out by name");
        continue;
      }
      problems.require(taken.add(entry.getValue()), where, "becomes the same item as another one");
      for (AnswerOption option : from.item(entry.getKey()).options()) {
        problems.require(
            counterpart(newer.get(), option).isPresent(),
            where + ", option " + option.id(),
            "has no counterpart in version " + to.version() + "; say which option it became");
      }
    }
    problems.throwIfAny();
  }

  /**
   * The migration in a line.
   *
   * @return {@code "2024 form to 2026 form: own 1 to own 2"}
   */
  @Override
  public String toString() {
    return name + ": " + from.id() + " " + from.version() + " to " + to.id() + " " + to.version();
  }

  /** Collects what became of items and options. Not thread-safe; what it builds is. */
  public static final class Builder {
    private final String name;
    private final Instrument from;
    private final Instrument to;
    private final Map<String, String> items = new LinkedHashMap<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    private Builder(String name, Instrument from, Instrument to) {
      this.name = Names.requireText("name", name);
      this.from = Objects.requireNonNull(from, "from");
      this.to = Objects.requireNonNull(to, "to");
    }

    /**
     * Says that an item has another id now.
     *
     * @param older the id of an item of the older version; not null
     * @param newer the id of an item of the newer version; not null
     * @return this builder
     */
    public Builder item(String older, String newer) {
      items.put(Objects.requireNonNull(older, "older"), Objects.requireNonNull(newer, "newer"));
      return this;
    }

    /**
     * Says that an option has another id now, on every item that has it.
     *
     * @param older the id of an option of the older version; not null
     * @param newer the id of an option of the newer version; not null
     * @return this builder
     */
    public Builder option(String older, String newer) {
      options.put(Objects.requireNonNull(older, "older"), Objects.requireNonNull(newer, "newer"));
      return this;
    }

    /**
     * Says that the newer version has no such item, so that its answers are left out.
     *
     * @param older the id of an item of the older version; not null
     * @return this builder
     */
    public Builder leaveOut(String older) {
      leftOut.add(Objects.requireNonNull(older, "older"));
      return this;
    }

    /**
     * Makes the migration.
     *
     * @return the migration
     * @throws InvalidInputException with all problems: items and options without a counterpart, and
     *     two items that became one
     */
    public Migration build() {
      Migration migration = new Migration(this);
      migration.check(this);
      return migration;
    }

    /**
     * What is being put together.
     *
     * @return the name
     */
    @Override
    public String toString() {
      return "migration " + name;
    }
  }
}
