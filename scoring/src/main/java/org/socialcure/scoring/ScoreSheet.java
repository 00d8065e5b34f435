package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param scales the scales in the order of the instrument
 * @param scores the scales that were scored, in that order
 * @param notScored the scales that were not scored, in that order
 * @since 0.1
 */
public record ScoreSheet(
    String instrument,
    String version,
    Optional<String> target,
    Optional<String> main,
    List<String> scales,
    List<Score> scores,
    List<NotScored> notScored) {
  /**
   * Copies the lists and checks that they fit each other.
   *
   * @throws IllegalArgumentException if a scale has no result or more than one, if the main scale
   *     is not among the scales, or if a result is of another instrument, version or target
   */
  public ScoreSheet {
    Objects.requireNonNull(instrument, "instrument");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(main, "main");
    scales = List.copyOf(scales);
    scores = List.copyOf(scores);
    notScored = List.copyOf(notScored);
    List<ScaleResult> all =
        Stream.<ScaleResult>concat(scores.stream(), notScored.stream()).toList();
    for (ScaleResult result : all) {
      if (!result.instrument().equals(instrument)
          || !result.version().equals(version)
          || !result.target().equals(target)) {
        throw new IllegalArgumentException(
            result.name() + " does not belong to a sheet of " + instrument + ".");
      }
    }
    List<String> found = all.stream().map(ScaleResult::scale).sorted().toList();
    if (!found.equals(scales.stream().sorted().toList())) {
      throw new IllegalArgumentException(
          "Every scale of " + scales + " needs one result; there are " + found + ".");
    }
    if (main.isPresent() && !scales.contains(main.get())) {
      throw new IllegalArgumentException(
          "The main scale " + main.get() + " is not among the scales.");
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
              + String.join(", ", scales));
    }
    return get(main.get());
  }

  /**
   * The score of a scale.
   *
   * @param scale the scale's id
   * @return the score
   * @throws NotScoredException if the scale was not scored; it holds the reason
   * @throws IllegalArgumentException if the instrument has no such scale; the message lists those
   *     it has
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
   * @throws IllegalArgumentException if the instrument has no such scale; the message lists those
   *     it has
   */
  public ScaleResult result(String scale) {
    Objects.requireNonNull(scale, "scale");
    return Stream.<ScaleResult>concat(scores.stream(), notScored.stream())
        .filter(result -> result.scale().equals(scale))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    instrument
                        + " has no scale \""
                        + scale
                        + "\"; its scales are "
                        + String.join(", ", scales)));
  }

  /**
   * The results of all scales.
   *
   * @return one result a scale, in the order of the instrument
   */
  public List<ScaleResult> results() {
    List<ScaleResult> results = new ArrayList<>();
    scales.forEach(scale -> results.add(result(scale)));
    return List.copyOf(results);
  }

  /**
   * One line a scale, for people.
   *
   * @return the results, each as it prints itself
   */
  @Override
  public String toString() {
    return results().stream().map(ScaleResult::toString).collect(Collectors.joining("\n"));
  }
}
