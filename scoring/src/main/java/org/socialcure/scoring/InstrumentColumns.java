package org.socialcure.scoring;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Item;
import org.socialcure.core.internal.NumberedColumns;

/**
 * Where the answers to an instrument stand in a file, and what their codes mean.
 *
 * <p>Immutable and thread-safe.
 *
 * @param instrument the instrument
 * @param target the group that was asked about; empty unless the instrument asks about one
 * @param wave the wave at which these columns were filled in, in a file that holds several waves
 *     side by side; empty where a row is of one wave
 * @param columns the column of each item, in the order of the instrument's items
 * @param coding what the codes stand for
 * @since 0.1
 */
public record InstrumentColumns(
    Instrument instrument,
    Optional<String> target,
    Optional<String> wave,
    List<String> columns,
    Coding coding) {
  /**
   * Checks the columns and the coding against the instrument. Whether the target is given where it
   * must be is checked when scoring, so that it may be added with {@link #about}.
   *
   * @throws InvalidInputException if the number of columns is not that of the items, a column is
   *     named twice, a code stands for an option that no item has, a target is given for an
   *     instrument that asks about none, or the wave can be none
   */
  public InstrumentColumns {
    Objects.requireNonNull(instrument, "instrument");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(wave, "wave");
    Objects.requireNonNull(coding, "coding");
    columns = List.copyOf(columns);
    Problems problems = new Problems();
    if (columns.size() != instrument.items().size()) {
      problems.add(
          instrument.id() + ", columns",
          "needs one column for each of its "
              + instrument.items().size()
              + " items, in their order; there are "
              + columns.size());
    }
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        problems.add(
            instrument.id() + ", columns",
            "name the column "
                + column
                + " twice; a pattern needs {n} for the number of the item in the form or"
                + " {item} for its id");
        break;
      }
    }
    if (target.isPresent()) {
      // What responses about that target would be refused for.
      problems.attempt("", () -> Responses.of(instrument, target, Map.of()));
    }
    wave.ifPresent(name -> problems.attempt(() -> ColumnName.requireWave("wave", name)));
    problems.throwIfAny();
    coding.requireFits(instrument);
  }

  /**
   * Columns named by a pattern.
   *
   * @param instrument the instrument
   * @param pattern a column name in which <code>{n}</code> stands for the number of the item in the
   *     form, <code>{nn}</code> and <code>{nnn}</code> for the same with two and three digits, and
   *     <code>{item}</code> for its id, as in {@code "ucla3_{n}"}
   * @return the columns, their codes as they are
   * @throws InvalidInputException if the pattern gives two items the same column
   */
  public static InstrumentColumns of(Instrument instrument, String pattern) {
    Objects.requireNonNull(pattern, "pattern");
    return of(instrument, instrument.items().stream().map(item -> expand(pattern, item)).toList());
  }

  /**
   * Columns named one by one.
   *
   * @param instrument the instrument
   * @param columns the column of each item, in the order of the instrument's items; those of items
   *     that enter no score may be left out together
   * @return the columns, their codes as they are
   * @throws InvalidInputException if the number of columns is not that of the items or a column is
   *     named twice
   */
  public static InstrumentColumns of(Instrument instrument, List<String> columns) {
    return new InstrumentColumns(
        instrument, Optional.empty(), Optional.empty(), filled(instrument, columns), Coding.none());
  }

  /** The columns with a name that no file has for each item that enters no score. */
  private static List<String> filled(Instrument instrument, List<String> columns) {
    long scored = instrument.items().stream().filter(instrument::isScored).count();
    if (columns.size() != scored || columns.size() == instrument.items().size()) {
      return columns;
    }
    Iterator<String> names = columns.iterator();
    return instrument.items().stream()
        .map(
            item ->
                instrument.isScored(item) ? names.next() : instrument.id() + " (" + item.id() + ")")
        .toList();
  }

  /**
   * These columns with a coding.
   *
   * @param newCoding what the codes in them stand for
   * @return the columns with that coding
   * @throws InvalidInputException if a code stands for an option that no item has
   */
  public InstrumentColumns coding(Coding newCoding) {
    return new InstrumentColumns(instrument, target, wave, columns, newCoding);
  }

  /**
   * These columns with the group that they were asked about.
   *
   * @param group the group, {@code "community"}
   * @return the columns with that target
   * @throws InvalidInputException if the instrument asks about no group in particular, or the group
   *     is not an id
   */
  public InstrumentColumns about(String group) {
    return new InstrumentColumns(instrument, Optional.of(group), wave, columns, coding);
  }

  /**
   * These columns with the wave at which they were filled in, for a file that holds several waves
   * side by side. Their scores are named as widening names them, {@code ucla-3.total@t0}.
   *
   * @param newWave the wave
   * @return the columns at that wave
   * @throws InvalidInputException if the wave is blank, holds {@code @} or is called {@value
   *     ColumnName#CHANGE}
   */
  public InstrumentColumns at(String newWave) {
    return new InstrumentColumns(instrument, target, Optional.of(newWave), columns, coding);
  }

  /**
   * The answers to the items of a scale as the numbers with which they enter its score: reversed
   * items turned round, counted items as 1 or 0. They are what reliability is computed from.
   *
   * @param raw the raw answers, one form a row
   * @param scale the id of a scale
   * @return a numeric column for each item of the scale, in its order, under the name that it has
   *     in the raw data and with the label of the item; missing where the item was not answered
   * @throws InvalidInputException with all problems: columns that do not exist, and cells with a
   *     code that is not permitted, by line and column and without the code; or if the instrument
   *     has no such scale
   */
  public Dataset keyed(Dataset raw, String scale) {
    return KeyedItems.of(raw, this, instrument.scale(scale));
  }

  private static String expand(String pattern, Item item) {
    return NumberedColumns.name(pattern, item.number()).replace("{item}", item.id());
  }

  /** The name of a scored column; see {@link ScaleResult#name()}. */
  String column(String scale) {
    return wave.map(name -> measure(scale).withWave(name)).orElse(measure(scale)).toString();
  }

  /** The name of a scored column without its wave. */
  ColumnName measure(String scale) {
    return ColumnName.of(instrument.id(), target, scale);
  }

  /**
   * The instrument and its columns.
   *
   * @return {@code "ucla-3 in ucla3_1, ucla3_2, ucla3_3"}
   */
  @Override
  public String toString() {
    return instrument.id()
        + target.map(group -> "[" + group + "]").orElse("")
        + wave.map(name -> "@" + name).orElse("")
        + " in "
        + String.join(", ", columns)
        + (coding.equals(Coding.none()) ? "" : ", coded " + coding);
  }
}
