package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.ColumnRole;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Range;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.internal.Names;

/**
 * The number of group identifications: with how many of a fixed set of groups a person identifies,
 * a group counting if its score reaches a threshold (Sani, Madhok, Norbury, Dugard and Wakefield
 * 2015, Br J Health Psychol 20:466-481, doi 10.1111/bjhp.12119; there of the family, the local
 * community and a group of the person's choice, so 0 to 3).
 *
 * <pre>{@code
 * GroupIdentificationCount rule =
 *     GroupIdentificationCount.of(Instruments.GROUP_IDENTIFICATION, 5, "family", "community");
 * ScoreSheet family = Scorer.score(new GroupIdentification("family", 6, 6, 7, 5));
 * ScoreSheet community = Scorer.score(new GroupIdentification("community", 2, 3, 4, 3));
 * rule.count(family, community).count();   // 1
 * }</pre>
 *
 * <p>{@link #addTo} counts in a file of scores, as {@code group-identification.identified-5}.
 *
 * <p>The threshold has no default, because no published one could be confirmed. A person whose
 * score is missing for one of the groups has no count: it would be too low.
 *
 * <p>Immutable and thread-safe.
 *
 * @param instrument an instrument that asks about one group at a time; not null
 * @param threshold the lowest score that counts, in the range of the instrument's main scale
 * @param targets the groups, at least one and each once; not null
 * @since 0.1
 */
public record GroupIdentificationCount(
    Instrument instrument, double threshold, List<String> targets) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if the instrument asks about no group or has no main scale, the
   *     threshold is out of its range, or the groups are none, named twice or no ids
   */
  public GroupIdentificationCount {
    Objects.requireNonNull(instrument, "instrument");
    targets = List.copyOf(targets);
    Problems problems = new Problems();
    problems.require(
        instrument.targeting() == Targeting.GROUP,
        "instrument",
        instrument.id() + " asks about no group; take one that does, as group-identification");
    Optional<Range> range = instrument.mainScale().map(instrument::range);
    problems.require(
        range.isPresent(), "instrument", instrument.id() + " has no score that stands for it");
    if (range.isPresent()) {
      problems.require(
          range.get().contains(threshold),
          "threshold",
          "must lie within the range of the scores, " + range.get());
    }
    problems.require(!targets.isEmpty(), "targets", "must name the groups that are counted");
    problems.requireDistinct("targets", "group", targets, target -> target);
    for (int i = 0; i < targets.size(); i++) {
      problems.require(Names.isId(targets.get(i)), "targets[" + i + "]", Names.idRule());
    }
    problems.throwIfAny();
  }

  /**
   * A rule.
   *
   * @param instrument an instrument that asks about one group at a time
   * @param threshold the lowest score that counts
   * @param targets the groups
   * @return the rule
   * @throws InvalidInputException as the constructor does
   */
  public static GroupIdentificationCount of(
      Instrument instrument, double threshold, String... targets) {
    return new GroupIdentificationCount(instrument, threshold, Arrays.asList(targets));
  }

  /**
   * Counts the groups that one person identifies with.
   *
   * @param sheets the scored form of each group; a group without a sheet was not scored
   * @return the count, or which groups have no score
   * @throws InvalidInputException if a sheet is of another instrument or version or of a group that
   *     the rule does not name, or two are of one group
   */
  public GroupIdentificationTally count(ScoreSheet... sheets) {
    return count(List.of(sheets));
  }

  /**
   * Counts the groups that one person identifies with.
   *
   * @param sheets the scored form of each group; a group without a sheet was not scored
   * @return the count, or which groups have no score
   * @throws InvalidInputException if a sheet is of another instrument or version or of a group that
   *     the rule does not name, or two are of one group
   */
  public GroupIdentificationTally count(List<ScoreSheet> sheets) {
    Problems problems = new Problems();
    Map<String, ScaleResult> results = new HashMap<>();
    for (int i = 0; i < sheets.size(); i++) {
      ScoreSheet sheet = sheets.get(i);
      String place = "sheets[" + i + "]";
      String target = sheet.target().orElse("");
      boolean fits =
          sheet.instrument().equals(instrument.id())
              && sheet.version().equals(instrument.version());
      problems.require(
          fits, place, "must be of " + instrument.id() + ", version " + instrument.version());
      problems.require(
          !fits || targets.contains(target),
          place,
          "is of another group than " + String.join(", ", targets));
      problems.require(
          !fits || results.put(target, sheet.result(scale().id())) == null,
          place,
          "is the second of its group");
    }
    problems.throwIfAny();
    List<String> missing =
        targets.stream().filter(it -> !(results.get(it) instanceof Score)).toList();
    OptionalInt count =
        missing.isEmpty()
            ? OptionalInt.of(
                (int)
                    results.values().stream()
                        .filter(it -> it instanceof Score score && score.value() >= threshold)
                        .count())
            : OptionalInt.empty();
    return new GroupIdentificationTally(
        label(), targets.size(), count, missing, instrument.scoringEvidence(scale()));
  }

  /**
   * Adds the count of each row to scored data, one column for each wave where waves stand side by
   * side, and the change of the count where the scores have theirs: last wave minus first. {@link
   * BatchScorer#identifications} does so while a file is scored.
   *
   * @param scored data with the scores of every group, as {@link BatchScorer#score} makes them
   * @return the data with the counts as measures, missing where a group has no score
   * @throws InvalidInputException with each column of a group that is not there
   */
  public Dataset addTo(Dataset scored) {
    Set<Optional<String>> waves = new LinkedHashSet<>();
    for (String name : scored.names()) {
      ColumnName column = ColumnName.parse(name);
      targets.stream()
          .map(this::column)
          .filter(it -> column.measure().equals(it.measure()))
          .filter(it -> !column.wave().equals(Optional.of(ColumnName.CHANGE)))
          .forEach(it -> waves.add(column.wave()));
    }
    if (waves.isEmpty()) {
      waves.add(Optional.empty());
    }
    Problems problems = new Problems();
    List<List<String>> columns = new ArrayList<>();
    for (Optional<String> wave : waves) {
      List<String> ofWave = scores(wave);
      ofWave.stream()
          .filter(name -> !scored.has(name))
          .forEach(name -> problems.add("column " + name, "is needed for the count of groups"));
      columns.add(ofWave);
    }
    problems.throwIfAny();
    Map<String, double[]> counts = new LinkedHashMap<>();
    int place = 0;
    for (Optional<String> wave : waves) {
      counts.put(column(wave), counts(columns.get(place++).stream().map(scored::numbers).toList()));
    }
    ColumnName measure = ColumnName.parse(name());
    if (targets.stream().anyMatch(it -> scored.has(column(it).withChange().toString()))) {
      BatchWaves.change(measure, waves.stream().flatMap(Optional::stream).toList(), counts.keySet())
          .ifPresent(change -> counts.put(change.name(), change.of(counts)));
    }
    Dataset result = scored;
    for (Map.Entry<String, double[]> entry : counts.entrySet()) {
      ColumnName column = ColumnName.parse(entry.getKey());
      result =
          result
              .with(entry.getKey(), entry.getValue())
              .withLabels(Map.of(entry.getKey(), column.label(label(), Map.of())));
      if (column.wave().isEmpty()) {
        result = result.withRole(ColumnRole.MEASURE, entry.getKey());
      }
    }
    return result;
  }

  /** The column of counts at a wave, or of rows. */
  String column(Optional<String> wave) {
    return at(ColumnName.parse(name()), wave).toString();
  }

  /** The columns of scores that are counted at a wave, or in rows. */
  List<String> scores(Optional<String> wave) {
    return targets.stream().map(target -> at(column(target), wave).toString()).toList();
  }

  /** The count of each row, NaN where a group has no score. */
  double[] counts(List<double[]> scores) {
    double[] counts = new double[scores.get(0).length];
    for (double[] of : scores) {
      for (int row = 0; row < counts.length; row++) {
        counts[row] += Double.isNaN(of[row]) ? Double.NaN : of[row] >= threshold ? 1 : 0;
      }
    }
    return counts;
  }

  /**
   * The name of the column of counts, without a wave.
   *
   * @return for example {@code group-identification.identified-5}
   */
  public String name() {
    return instrument.id() + ".identified-" + Names.number(threshold);
  }

  /**
   * What people call the count.
   *
   * @return for example {@code "Group identifications (GIS, 5 or more)"}
   */
  public String label() {
    return "Group identifications ("
        + instrument.label()
        + ", "
        + Names.number(threshold)
        + " or more)";
  }

  private Scale scale() {
    return instrument.mainScale().orElseThrow();
  }

  private ColumnName column(String target) {
    return ColumnName.of(instrument.id(), Optional.of(target), scale().id());
  }

  private static ColumnName at(ColumnName name, Optional<String> wave) {
    return wave.map(name::withWave).orElse(name);
  }

  /**
   * The rule in words.
   *
   * @return {@code "Group identifications (GIS, 5 or more) of family, community"}
   */
  @Override
  public String toString() {
    return label() + " of " + String.join(", ", targets);
  }
}
