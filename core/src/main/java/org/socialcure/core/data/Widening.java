package org.socialcure.core.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;

/**
 * How one row per participant and wave becomes one row per participant.
 *
 * <p>Each participant gets one row, in the order in which the participants first appear. The
 * identifier keeps its name, the wave column goes, and every other column becomes, by its {@link
 * ColumnRole role}:
 *
 * <ul>
 *   <li>{@link ColumnRole#MEASURE}: {@code name@wave} for each wave;
 *   <li>{@link ColumnRole#PERSON}: {@code name}; two different values for one participant are a
 *       problem;
 *   <li>{@link ColumnRole#UNSPECIFIED}: {@code name@wave} for each wave as well, and beside them
 *       {@code name} where the file shows that it is the participant's: none has two different
 *       values, and some have the same at two waves, or all values are of one wave. Where it does
 *       not, {@link Dataset#absence} says why.
 * </ul>
 *
 * <p>So no column loses or gains a wave by the values that happen to be there. Identifiers that
 * differ only in capitals, blanks, leading zeros or a final {@code .0} count as different
 * participants, unless {@link Dataset#unifySpelling} was told that they are not; they, waves
 * without a row and columns without a value at a wave are {@linkplain Dataset#remarks() remarked
 * on}.
 *
 * <p>Where a numeric column becomes one per wave and there are at least two waves, {@code
 * name@change} is added: the value at the last wave minus that at the first, missing where either
 * is. A participant without a row for a wave has missing values there. The new columns are named by
 * {@link ColumnName}, and their labels say the wave.
 *
 * <p>The waves are those of the file: numbers in ascending order, texts in the order of their first
 * appearance. Name them with {@link #waves(String...)} to fix their order, and with it the sign of
 * the change, and to have any other wave refused.
 *
 * <pre>{@code
 * data.widen(Widening.by("id", "wave").waves("before", "during").person("sex"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Widening {
  private final String id;
  private final String wave;
  private final List<String> waves;
  private final Map<String, String> waveLabels;
  private final Map<String, ColumnRole> roles;

  private Widening(
      String id,
      String wave,
      List<String> waves,
      Map<String, String> waveLabels,
      Map<String, ColumnRole> roles) {
    this.id = id;
    this.wave = wave;
    this.waves = waves;
    this.waveLabels = waveLabels;
    this.roles = roles;
  }

  /**
   * Widening by the default rules.
   *
   * @param id the column that holds the participants' identifiers
   * @param wave the column that holds the waves
   * @return the rules
   * @throws InvalidInputException if both are the same column
   */
  public static Widening by(String id, String wave) {
    if (Objects.requireNonNull(id, "id").equals(Objects.requireNonNull(wave, "wave"))) {
      throw new InvalidInputException(
          Columns.place(wave), "is the identifier; name the column of the waves");
    }
    return new Widening(id, wave, List.of(), Map.of(), Map.of());
  }

  /**
   * These rules with the waves named.
   *
   * @param names the waves from the first to the last, as the file shows them
   * @return the changed rules
   * @throws InvalidInputException if one is blank, named twice or called {@value ColumnName#CHANGE}
   */
  public Widening waves(String... names) {
    return waves(List.of(names));
  }

  /**
   * These rules with the waves named.
   *
   * @param names the waves from the first to the last, as the file shows them
   * @return the changed rules
   * @throws InvalidInputException if one is blank, named twice or called {@value ColumnName#CHANGE}
   */
  public Widening waves(List<String> names) {
    List<String> copy = List.copyOf(names);
    Problems problems = new Problems();
    for (int i = 0; i < copy.size(); i++) {
      String name = copy.get(i);
      String place = "waves[" + i + "]";
      problems.attempt(() -> ColumnName.requireWave(place, name));
      if (copy.indexOf(name) < i) {
        problems.add(place, "named twice; name each wave once, first to last");
      }
    }
    if (copy.isEmpty()) {
      problems.add("waves", "none named; name at least one wave");
    }
    problems.throwIfAny();
    return new Widening(id, wave, copy, waveLabels, roles);
  }

  /**
   * These rules with texts for people in the place of the names of waves: {@code {"T1":
   * "follow-up"}} makes {@code "Loneliness (ULS-8), at follow-up"} the {@linkplain
   * Dataset#label(String) label} of a widened column. A wave without one is called by its name.
   *
   * @param labels texts by wave
   * @return the changed rules
   * @throws InvalidInputException if a text is blank; that there is such a wave is checked when
   *     widening
   */
  public Widening waveLabels(Map<String, String> labels) {
    Problems problems = new Problems();
    labels.forEach(
        (name, label) ->
            problems.require(
                !label.isBlank(), "label of wave " + Columns.shown(name), "blank; leave it out"));
    problems.throwIfAny();
    return new Widening(id, wave, waves, Map.copyOf(labels), roles);
  }

  /**
   * These rules with some columns taken anew at each wave, whatever their role in the data set.
   *
   * @param columns column names
   * @return the changed rules
   */
  public Widening measures(String... columns) {
    return with(ColumnRole.MEASURE, columns);
  }

  /**
   * These rules with some columns that hold one value per participant, whatever their role in the
   * data set.
   *
   * @param columns column names
   * @return the changed rules
   */
  public Widening person(String... columns) {
    return with(ColumnRole.PERSON, columns);
  }

  private Widening with(ColumnRole role, String... columns) {
    Map<String, ColumnRole> changed = new LinkedHashMap<>(roles);
    for (String column : columns) {
      changed.put(Objects.requireNonNull(column, "column"), role);
    }
    return new Widening(id, wave, waves, waveLabels, changed);
  }

  String id() {
    return id;
  }

  String wave() {
    return wave;
  }

  /** Empty where the file is to name them. */
  List<String> waves() {
    return waves;
  }

  Map<String, String> waveLabels() {
    return waveLabels;
  }

  Map<String, ColumnRole> roles() {
    return roles;
  }

  @Override
  public String toString() {
    return "one row per "
        + id
        + ", by "
        + wave
        + (waves.isEmpty() ? "" : ": " + String.join(", ", waves));
  }
}
