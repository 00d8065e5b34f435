package org.socialcure.core.data;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The name of a column, taken apart: {@code instrument[target].scale@wave}.
 *
 * <p>Scored columns are named by their instrument, the group that was asked about where the
 * instrument asks about one, and the scale: {@code ucla-3.total}, {@code
 * group-identification[community].total}. {@linkplain Widening Widened} columns add the wave, or
 * {@value #CHANGE} for the difference between the last and the first: {@code ucla-3.total@T1},
 * {@code age@change}. Every other name is a stem and nothing else.
 *
 * <p>Any text that is not blank is a name: {@link #parse} accepts it, and {@link #toString} gives
 * it back. Two names are equal if their texts are.
 *
 * <pre>{@code
 * ColumnName before = ColumnName.of("ucla-3", "total").withWave("T0");  // ucla-3.total@T0
 * ColumnName.parse("ucla-3.total@T0").wave();                           // Optional[T0]
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
@MapperForm
public final class ColumnName {
  /** Stands in the place of the wave where a column holds differences; no wave may have it. */
  public static final String CHANGE = "change";

  private static final char AT = '@';
  private static final Pattern SCORE =
      Pattern.compile("(?<stem>[^\\[\\].]+)(\\[(?<target>[^\\[\\].]+)])?\\.(?<scale>[^\\[\\].]+)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final String text;
  private final String stem;
  private final Optional<String> target;
  private final Optional<String> scale;
  private final Optional<String> wave;

  private ColumnName(String text) {
    this.text = text;
    int at = text.lastIndexOf(AT);
    boolean waved = at > 0 && !text.substring(0, at).isBlank() && !text.substring(at + 1).isBlank();
    String measure = waved ? text.substring(0, at) : text;
    wave = waved ? Optional.of(text.substring(at + 1)) : Optional.empty();
    Matcher score = SCORE.matcher(measure);
    boolean scored =
        score.matches()
            && Names.isId(score.group("stem"))
            && Names.isId(score.group("scale"))
            && (score.group("target") == null || Names.isId(score.group("target")));
    stem = scored ? score.group("stem") : measure;
    target = scored ? Optional.ofNullable(score.group("target")) : Optional.empty();
    scale = scored ? Optional.of(score.group("scale")) : Optional.empty();
  }

  /**
   * Takes a name apart.
   *
   * @param text a column's name
   * @return the name; nothing but a stem where it is not of the form above
   * @throws InvalidInputException if the text is blank
   */
  public static ColumnName parse(String text) {
    Columns.check(text);
    return new ColumnName(text);
  }

  /**
   * The name of the scores of an instrument that asks about no group in particular.
   *
   * @param instrument the instrument's id
   * @param scale the scale's id
   * @return the name, as in {@code ucla-3.total}
   * @throws InvalidInputException if one of them is not an id
   */
  public static ColumnName of(String instrument, String scale) {
    return of(instrument, Optional.empty(), scale);
  }

  /**
   * The name of the scores of an instrument.
   *
   * @param instrument the instrument's id
   * @param target the group that was asked about; empty if none in particular was
   * @param scale the scale's id
   * @return the name, as in {@code group-identification[community].total}
   * @throws InvalidInputException if one of them is not an id
   */
  public static ColumnName of(String instrument, Optional<String> target, String scale) {
    Problems problems = new Problems();
    problems.attempt(() -> Names.requireId("instrument", instrument));
    target.ifPresent(group -> problems.attempt(() -> Names.requireId("target", group)));
    problems.attempt(() -> Names.requireId("scale", scale));
    problems.throwIfAny();
    return new ColumnName(form(instrument, target) + "." + scale);
  }

  /**
   * The name of the answers to an item, as in {@code ucla-3_left-out}.
   *
   * @param instrument the instrument's id
   * @param target the group that was asked about; empty if none in particular was
   * @param item the item's id
   * @return the name, a stem and nothing else
   */
  public static ColumnName ofItem(String instrument, Optional<String> target, String item) {
    return new ColumnName(form(instrument, target) + "_" + item);
  }

  /**
   * The name of a column at a wave, whatever its own name is: where that holds a wave already, as
   * {@code x@T0} does, it has two afterwards.
   *
   * @param column the column
   * @param wave the wave, or {@value #CHANGE}
   * @return the name
   * @throws InvalidInputException if the column is blank, or the wave is blank or holds {@code @}
   */
  public static ColumnName at(String column, String wave) {
    Columns.check(column);
    if (!wave.equals(CHANGE)) {
      requireWave("wave", wave);
    }
    return new ColumnName(column + AT + wave);
  }

  /**
   * Refuses what cannot be the name of a wave.
   *
   * @param where the place of the name
   * @param wave the name
   * @return the name
   * @throws InvalidInputException if it is blank, holds {@code @} or is {@value #CHANGE}
   */
  public static String requireWave(String where, String wave) {
    Problems problems = new Problems();
    Objects.requireNonNull(wave, where);
    problems.require(!wave.isBlank(), where, "blank; name the wave as the file does");
    problems.require(wave.indexOf(AT) < 0, where, "no wave can hold @; rename it in the file");
    problems.require(
        !wave.equals(CHANGE), where, "no wave can be called change; rename it in the file");
    problems.throwIfAny();
    return wave;
  }

  private static String form(String instrument, Optional<String> target) {
    return instrument + target.map(group -> "[" + group + "]").orElse("");
  }

  /**
   * The id of the instrument, or all of a name that is no instrument's but for the wave.
   *
   * @return a text that is not blank
   */
  public String stem() {
    return stem;
  }

  /**
   * The group that was asked about.
   *
   * @return its id, or empty
   */
  public Optional<String> target() {
    return target;
  }

  /**
   * The scale of the instrument.
   *
   * @return its id, or empty
   */
  public Optional<String> scale() {
    return scale;
  }

  /**
   * The wave at which the column was measured.
   *
   * @return the wave, {@value #CHANGE} for differences, or empty
   */
  public Optional<String> wave() {
    return wave;
  }

  /**
   * Whether the column holds differences between two waves.
   *
   * @return whether the wave is {@value #CHANGE}
   */
  public boolean isChange() {
    return wave.filter(CHANGE::equals).isPresent();
  }

  /**
   * What is measured, without when.
   *
   * @return the name without its wave
   */
  public String measure() {
    return wave.map(found -> text.substring(0, text.length() - found.length() - 1)).orElse(text);
  }

  /**
   * This name with its wave added or replaced.
   *
   * @param newWave the wave, or {@value #CHANGE}
   * @return the changed name
   * @throws InvalidInputException if the wave is blank or holds {@code @}
   */
  public ColumnName withWave(String newWave) {
    return at(measure(), newWave);
  }

  /**
   * This name for the differences between the last wave and the first.
   *
   * @return the name with {@value #CHANGE} as its wave
   */
  public ColumnName withChange() {
    return withWave(CHANGE);
  }

  /**
   * The text for people, from that of what is measured.
   *
   * @param measureLabel what is measured, {@code "Loneliness (ULS-8)"}
   * @return {@code "Loneliness (ULS-8), at T1"}, for a wave that is a number {@code "…, at wave
   *     1"}, for differences {@code "change in Loneliness (ULS-8)"}, without a wave the measure
   *     alone
   */
  public String label(String measureLabel) {
    return label(measureLabel, Map.of());
  }

  /**
   * The text for people, from those of what is measured and of the waves.
   *
   * @param measureLabel what is measured, {@code "Loneliness (ULS-8)"}
   * @param waveLabels texts for waves, {@code {"T1": "follow-up"}}; a wave without one is called by
   *     its name
   * @return {@code "Loneliness (ULS-8), at follow-up"}
   */
  public String label(String measureLabel, Map<String, String> waveLabels) {
    if (isChange()) {
      return "change in " + measureLabel;
    }
    return wave.map(
            name ->
                measureLabel
                    + ", at "
                    + waveLabels.getOrDefault(
                        name, NUMBER.matcher(name).matches() ? "wave " + name : name))
        .orElse(measureLabel);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ColumnName that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /**
   * The name as it stands in files.
   *
   * @return the text that {@link #parse} takes apart
   */
  @Override
  public String toString() {
    return text;
  }
}
