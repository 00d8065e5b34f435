package org.socialcure.scoring;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.instrument.AnswerFlag;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The results of scoring one filled-in instrument: one for each of its scales.
 *
 * <p>There are two ways to ask. {@link #total()} and {@link #get(String)} return the {@link Score}
 * outright and throw a {@link NotScoredException} where there is none; they are for code that knows
 * the form to be complete. {@link #result(String)} returns a value in either case, a {@link Score}
 * or a {@link NotScored}, to be taken apart by a {@code switch} or {@code instanceof}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param instrument the instrument's id
 * @param version the version of the instrument's definition
 * @param target the group that was asked about; empty for an instrument that asks about none in
 *     particular
 * @param main the scale that stands for the whole instrument; empty if none does
 * @param results one result a scale, in the order of the instrument
 * @param flags answers that somebody has to look at whatever the scores are; none for most forms
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScoreSheet(
    String instrument,
    String version,
    Optional<String> target,
    Optional<String> main,
    List<ScaleResult> results,
    List<AnswerFlag> flags) {
  /**
   * Copies the list and checks that its results belong together.
   *
   * @throws InvalidInputException if there is no result, two results are of one scale, a result is
   *     of another instrument, version or target, or the main scale has no result
   */
  public ScoreSheet {
    Objects.requireNonNull(instrument, "instrument");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(main, "main");
    results = List.copyOf(results);
    flags = List.copyOf(flags);
    Set<String> scales = new HashSet<>();
    for (ScaleResult result : results) {
      if (!result.instrument().equals(instrument)
          || !result.version().equals(version)
          || !result.target().equals(target)
          || !scales.add(result.scale())) {
        throw new InvalidInputException(
            "results",
            result.name()
                + " does not belong to this sheet of "
                + instrument
                + ", or stands in it twice");
      }
    }
    if (results.isEmpty() || (main.isPresent() && !scales.contains(main.get()))) {
      throw new InvalidInputException(
          "results", "a sheet of " + instrument + " needs the results of its scales");
    }
  }

  /**
   * The score that stands for the whole instrument.
   *
   * @return the score of the main scale
   * @throws NotScoredException if the main scale was not scored; it holds the reason
   * @throws UnsupportedOperationException if no single score stands for the instrument, as with the
   *     four ONS well-being questions; the message lists the scales
   */
  public Score total() {
    if (main.isEmpty()) {
      throw new UnsupportedOperationException(
          "No single score stands for "
              + instrument
              + "; its scales stand side by side: "
              + scales());
    }
    return get(main.get());
  }

  /**
   * The score of a scale.
   *
   * @param scale the scale's id
   * @return the score
   * @throws NotScoredException if the scale was not scored; it holds the reason
   * @throws InvalidInputException if the instrument has no such scale; the message lists those it
   *     has
   */
  public Score get(String scale) {
    ScaleResult result = result(scale);
    if (result instanceof NotScored missing) {
      throw new NotScoredException(missing);
    }
    return (Score) result;
  }

  /**
   * The result of a scale, scored or not.
   *
   * @param scale the scale's id
   * @return a {@link Score} or a {@link NotScored}
   * @throws InvalidInputException if the instrument has no such scale; the message lists those it
   *     has
   */
  public ScaleResult result(String scale) {
    Objects.requireNonNull(scale, "scale");
    return results.stream()
        .filter(result -> result.scale().equals(scale))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    instrument,
                    "has no such scale"
                        + Nearest.listed(
                            scale, results.stream().map(ScaleResult::scale).toList(), "scales")));
  }

  /**
   * The scales that were scored.
   *
   * @return the scores, in the order of the instrument
   */
  public List<Score> scores() {
    return results.stream().filter(Score.class::isInstance).map(Score.class::cast).toList();
  }

  /**
   * The results as a table for people: a row a scale, with its label.
   *
   * @return score, range, what a higher score means, band and answered items of each scale; the
   *     reason where a scale was not scored
   */
  public Table table() {
    Table.Builder table =
        Table.titled("Scores")
            .text("Scale")
            .numbers("Score")
            .text("Range", "Higher means", "Band", "Answered", "Not scored");
    for (ScaleResult result : results) {
      Optional<Score> score =
          Optional.of(result).filter(Score.class::isInstance).map(Score.class::cast);
      String counts = result.answered() + " of " + result.items();
      String treatment =
          score
              .filter(s -> s.completeness() != Completeness.COMPLETE)
              .map(s -> ", " + s.completeness())
              .orElse("");
      table.row(
          Cell.text(result.label()),
          score.map(s -> Cell.score(s.value())).orElseGet(Cell::empty),
          Cell.text(score.map(s -> s.range().toString()).orElse("")),
          Cell.text(score.map(Score::higherMeans).orElse("")),
          Cell.text(score.flatMap(Score::band).map(ScoreBand::label).orElse("")),
          Cell.text(counts + treatment),
          Cell.text(result instanceof NotScored missing ? missing.reason().toString() : ""));
    }
    scores().stream()
        .flatMap(s -> s.band().stream().map(b -> "Band of " + s.label() + ": " + b + "."))
        .forEach(table::note);
    flags.forEach(flag -> table.note("Look at this form: " + flag + "."));
    return table.build();
  }

  private String scales() {
    return results.stream().map(ScaleResult::scale).collect(Collectors.joining(", "));
  }

  /**
   * One line a scale and one for each flag, for people.
   *
   * @return the results, each as it prints itself
   */
  @Override
  public String toString() {
    return Stream.concat(
            results.stream().map(ScaleResult::toString),
            flags.stream().map(flag -> "Look at this form: " + flag))
        .collect(Collectors.joining("\n"));
  }
}
