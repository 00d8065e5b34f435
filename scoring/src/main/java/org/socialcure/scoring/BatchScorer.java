package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;

/**
 * How a file of raw answers becomes a file of scores: which instruments stand in which columns,
 * which other columns to keep, and what becomes of codes that are not permitted.
 *
 * <pre>{@code
 * Dataset scored = Scorer.batch()
 *     .instrument(Instruments.UCLA_3, "ucla3_{n}")
 *     .instrument(Instruments.DE_JONG_GIERVELD_11, "djg11_{n}", Coding.of("1=yes", "2=more-or-less", "3=no"))
 *     .keep("id", "wave", "age")
 *     .score(raw);
 * }</pre>
 *
 * <p>The result has the kept columns first and then one column for each scale, named {@code
 * ucla-3.total}, or {@code group-identification[community].total} for an instrument that was asked
 * about a group, with labels such as {@code "Loneliness (UCLA-3)"}. Rows keep their order. A scale
 * that could not be scored is missing in its row; {@link #scoreAll} also counts why. The scores are
 * the same doubles that {@link Scorer#score(org.socialcure.core.answer.Responses)} gives for each
 * row, an empty cell being a skipped item.
 *
 * <p>Where a file holds several waves side by side, each gets {@linkplain InstrumentColumns#at its
 * own columns}. The scores are then named as widening names them, {@code ucla-3.total@t0}, and the
 * difference between the last and the first wave, {@code ucla-3.total@change}, is added where both
 * were asked:
 *
 * <pre>{@code
 * Dataset scored = Scorer.batch()
 *     .instrument(InstrumentColumns.of(Instruments.UCLA_3, "u{n}_t0").at("t0"))
 *     .instrument(InstrumentColumns.of(Instruments.UCLA_3, "u{n}_t1").at("t1"))
 *     .keep("id")
 *     .score(raw);
 * }</pre>
 *
 * <p>Columns are read in blocks and turned into small whole numbers; no object is made per row. The
 * time grows with rows times items.
 *
 * <p>Immutable and thread-safe: each method returns a new scorer.
 *
 * @since 0.1
 */
public final class BatchScorer {
  static final BatchScorer EMPTY =
      new BatchScorer(List.of(), List.of(), BatchWaves.NONE, InvalidCodes.REFUSE, List.of());

  private final List<InstrumentColumns> instruments;
  private final List<String> kept;
  private final BatchWaves waves;
  private final InvalidCodes invalidCodes;
  private final List<GroupIdentificationCount> counted;

  private BatchScorer(
      List<InstrumentColumns> instruments,
      List<String> kept,
      BatchWaves waves,
      InvalidCodes invalidCodes,
      List<GroupIdentificationCount> counted) {
    this.instruments = instruments;
    this.kept = kept;
    this.waves = waves;
    this.invalidCodes = invalidCodes;
    this.counted = counted;
  }

  /**
   * Adds an instrument whose columns are named by a pattern and hold its codes as they are.
   *
   * @param instrument the instrument
   * @param pattern a column name in which <code>{n}</code> stands for the number of the item in the
   *     form and <code>{item}
   *     </code> for its id
   * @return a scorer with that instrument
   * @throws InvalidInputException if the pattern gives two items the same column
   */
  public BatchScorer instrument(Instrument instrument, String pattern) {
    return instrument(InstrumentColumns.of(instrument, pattern));
  }

  /**
   * Adds an instrument whose columns are named by a pattern.
   *
   * @param instrument the instrument
   * @param pattern a column name in which <code>{n}</code> stands for the number of the item in the
   *     form and <code>{item}
   *     </code> for its id
   * @param coding what the codes stand for
   * @return a scorer with that instrument
   * @throws InvalidInputException if the pattern gives two items the same column or the coding does
   *     not fit the instrument
   */
  public BatchScorer instrument(Instrument instrument, String pattern, Coding coding) {
    return instrument(InstrumentColumns.of(instrument, pattern).coding(coding));
  }

  /**
   * Adds an instrument whose columns are named one by one and hold its codes as they are.
   *
   * @param instrument the instrument
   * @param columns the column of each item, in the order of the instrument's items
   * @return a scorer with that instrument
   * @throws InvalidInputException if the number of columns is not that of the items or a column is
   *     named twice
   */
  public BatchScorer instrument(Instrument instrument, List<String> columns) {
    return instrument(InstrumentColumns.of(instrument, columns));
  }

  /**
   * Adds an instrument whose columns are named one by one.
   *
   * @param instrument the instrument
   * @param columns the column of each item, in the order of the instrument's items
   * @param coding what the codes stand for
   * @return a scorer with that instrument
   * @throws InvalidInputException if the columns or the coding do not fit the instrument
   */
  public BatchScorer instrument(Instrument instrument, List<String> columns, Coding coding) {
    return instrument(InstrumentColumns.of(instrument, columns).coding(coding));
  }

  /**
   * Adds an instrument, for instance one that was asked about a group.
   *
   * @param columns the instrument with its columns, coding and target
   * @return a scorer with that instrument
   */
  public BatchScorer instrument(InstrumentColumns columns) {
    Objects.requireNonNull(columns, "columns");
    List<InstrumentColumns> more = new ArrayList<>(instruments);
    more.add(columns);
    return new BatchScorer(List.copyOf(more), kept, waves, invalidCodes, counted);
  }

  /**
   * Counts beside the scores with how many groups each row identifies, at each wave where waves
   * stand side by side, with the change from the first to the last.
   *
   * @param rule what counts as an identification; its instrument is to be added for each of its
   *     groups, at the same waves
   * @return a scorer that counts so
   */
  public BatchScorer identifications(GroupIdentificationCount rule) {
    Objects.requireNonNull(rule, "rule");
    List<GroupIdentificationCount> more = new ArrayList<>(counted);
    more.add(rule);
    return new BatchScorer(instruments, kept, waves, invalidCodes, List.copyOf(more));
  }

  /**
   * Keeps columns of the raw data beside the scores, in addition to those kept already.
   *
   * @param columns column names; they come first in the result, in the order given
   * @return a scorer that keeps them
   */
  public BatchScorer keep(String... columns) {
    return keep(List.of(columns));
  }

  /**
   * Keeps columns of the raw data beside the scores, in addition to those kept already.
   *
   * @param columns column names; they come first in the result, in the order given
   * @return a scorer that keeps them
   */
  public BatchScorer keep(List<String> columns) {
    List<String> more = new ArrayList<>(kept);
    more.addAll(columns);
    return new BatchScorer(instruments, List.copyOf(more), waves, invalidCodes, counted);
  }

  /**
   * Orders the waves of instruments that are {@linkplain InstrumentColumns#at at} a wave, and with
   * them the sign of the change. Without it they are ordered as they are added.
   *
   * @param names the waves from the first to the last
   * @return a scorer with that order
   * @throws InvalidInputException if one is blank, named twice or can be no wave
   */
  public BatchScorer waves(List<String> names) {
    Problems problems = new Problems();
    for (int i = 0; i < names.size(); i++) {
      String place = "waves[" + i + "]";
      String name = names.get(i);
      problems.attempt(() -> ColumnName.requireWave(place, name));
      problems.require(names.indexOf(name) == i, place, "named twice; name each wave once");
    }
    problems.throwIfAny();
    return new BatchScorer(
        instruments, kept, new BatchWaves(names, waves.labels()), invalidCodes, counted);
  }

  /**
   * Gives waves texts for people, which labels of scores show in the place of their names.
   *
   * @param labels texts by wave
   * @return a scorer with these labels
   * @throws InvalidInputException if a text is blank; that there is such a wave is checked when
   *     scoring
   */
  public BatchScorer waveLabels(Map<String, String> labels) {
    Problems problems = new Problems();
    labels.forEach(
        (name, label) ->
            problems.require(!label.isBlank(), "label of wave " + name, "blank; leave it out"));
    problems.throwIfAny();
    return new BatchScorer(
        instruments, kept, new BatchWaves(waves.named(), labels), invalidCodes, counted);
  }

  /**
   * Says what becomes of codes that an item does not permit.
   *
   * @param treatment refuse the file (the default) or take such items as not answered
   * @return a scorer that does so
   */
  public BatchScorer invalidCodes(InvalidCodes treatment) {
    return new BatchScorer(
        instruments, kept, waves, Objects.requireNonNull(treatment, "treatment"), counted);
  }

  /**
   * Scores a file.
   *
   * @param raw the raw answers, one form a row
   * @return the kept columns and one column for each scale, missing where a scale could not be
   *     scored
   * @throws InvalidInputException with all problems: columns that do not exist, targets that are
   *     missing, two results of one name, and, unless told otherwise, each cell with a code that is
   *     not permitted, by line and column and without the code
   */
  public Dataset score(Dataset raw) {
    return scoreAll(raw).scores();
  }

  /**
   * Scores a file and counts what was scored and what was not.
   *
   * @param raw the raw answers, one form a row
   * @return the data set that {@link #score} returns, with the counts
   * @throws InvalidInputException as {@link #score} does
   */
  public BatchScores scoreAll(Dataset raw) {
    return new BatchRun(raw, instruments, kept, waves, invalidCodes, counted).run();
  }

  /**
   * One line for people.
   *
   * @return the instruments and the kept columns
   */
  @Override
  public String toString() {
    List<String> names = instruments.stream().map(columns -> columns.instrument().id()).toList();
    return "batch of "
        + String.join(", ", names)
        + (kept.isEmpty() ? "" : ", keeping " + String.join(", ", kept));
  }
}
