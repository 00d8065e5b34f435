package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.LinePlot;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The means of one measure by wave with their t intervals: of everybody who was there, and of those
 * who were there at every wave.
 *
 * <p>The people of the first line differ from wave to wave; where those who leave differ from those
 * who stay it moves without anybody's change. The second line is of the same people throughout, who
 * may not be like the others.
 *
 * <p>Immutable and thread-safe.
 *
 * @param measure what was measured
 * @param points the waves from the first to the last
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record CohortTrajectory(Measure measure, List<Point> points) {
  /**
   * A wave of a trajectory.
   *
   * @param wave the wave
   * @param everybody the mean of all with a value at this wave
   * @param throughout the mean of those with a value at every wave
   * @since 0.1
   */
  @MapperForm
  public record Point(String wave, SampleMean everybody, SampleMean throughout) {
    /** Refuses nulls. */
    public Point {
      Objects.requireNonNull(wave, "wave");
      Objects.requireNonNull(everybody, "everybody");
      Objects.requireNonNull(throughout, "throughout");
    }

    /**
     * The wave in a line.
     *
     * @return the wave and the mean of everybody
     */
    @Override
    public String toString() {
      return wave + " " + everybody;
    }
  }

  /** Copies the list. */
  public CohortTrajectory {
    Objects.requireNonNull(measure, "measure");
    points = List.copyOf(points);
  }

  /**
   * The means by wave.
   *
   * @param data one row a person, with the columns {@code measure@wave}
   * @param measure what was measured
   * @param waves two or more waves from the first to the last
   * @param level the nominal coverage of the intervals
   * @return the trajectory
   * @throws InvalidInputException if a wave is named twice, a column does not exist or is not
   *     numeric, a value is outside of the measure's range, the values are counts over windows that
   *     differ, or the level is none
   */
  public static CohortTrajectory of(
      Dataset data, Measure measure, List<String> waves, double level) {
    double checked = OutcomeSettings.DEFAULT.withLevel(level).level();
    measure.requireNoWindows(data, waves.toArray(String[]::new));
    List<double[]> columns =
        Waves.require(waves).stream().map(wave -> measure.values(data, wave)).toList();
    int[] throughout =
        IntStream.range(0, data.rows())
            .filter(row -> columns.stream().noneMatch(values -> Double.isNaN(values[row])))
            .toArray();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      double[] values = columns.get(i);
      points.add(
          new Point(
              waves.get(i),
              SampleMean.of(values, checked),
              SampleMean.of(
                  Arrays.stream(throughout).mapToDouble(row -> values[row]).toArray(), checked)));
    }
    return new CohortTrajectory(measure, points);
  }

  /**
   * The means as a table.
   *
   * @return a row a wave
   */
  public Table table() {
    double level =
        points.stream()
            .flatMap(point -> point.everybody().interval().stream())
            .findFirst()
            .map(interval -> interval.level())
            .orElse(OutcomeSettings.DEFAULT.level());
    Table.Builder table =
        Table.titled(measure.label() + " by wave")
            .text("Wave")
            .numbers("n", "Mean", "SD")
            .interval(level)
            .numbers("n throughout", "Mean")
            .interval(level);
    for (Point point : points) {
      table.row(
          Cell.text(point.wave()),
          Cell.count(point.everybody().n()),
          Cell.of(point.everybody().mean(), v -> Cell.number(v, 2)),
          Cell.of(point.everybody().sd(), v -> Cell.number(v, 2)),
          Cell.interval(point.everybody().interval(), 2),
          Cell.count(point.throughout().n()),
          Cell.of(point.throughout().mean(), v -> Cell.number(v, 2)),
          Cell.interval(point.throughout().interval(), 2));
    }
    return table
        .note(
            "n: everybody with a value at the wave, who differ from wave to wave; n throughout:"
                + " those with a value at every wave.")
        .build();
  }

  /**
   * The means as a picture, the waves at equal distances.
   *
   * @return the picture; empty if fewer than two waves have a mean
   */
  public Optional<LinePlot> plot() {
    List<Double> places =
        IntStream.rangeClosed(1, points.size()).mapToObj(i -> (double) i).toList();
    return plot(places, points.stream().map(Point::wave).toList(), "Wave");
  }

  /**
   * The means as a picture over time.
   *
   * @param times when each wave was, ascending
   * @param axis what the times are, {@code "Months since referral"}
   * @return the picture, each wave named with its time; empty if fewer than two waves have a mean
   * @throws InvalidInputException if there is not one time a wave, or they do not ascend
   */
  public Optional<LinePlot> plot(List<Double> times, String axis) {
    if (times.size() != points.size()) {
      throw new InvalidInputException("times", "need one a wave; there are " + points.size());
    }
    Waves.requireForward("times", times);
    return plot(
        times,
        IntStream.range(0, times.size())
            .mapToObj(i -> points.get(i).wave() + " (" + Numbers.value(times.get(i)) + ")")
            .toList(),
        axis);
  }

  private Optional<LinePlot> plot(List<Double> places, List<String> names, String axis) {
    List<LinePlot.Line> lines = new ArrayList<>();
    line("everybody", places, Point::everybody).ifPresent(lines::add);
    line("throughout", places, Point::throughout).ifPresent(lines::add);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LinePlot(
            measure.label() + " by wave",
            "Means with their intervals: of everybody there at the wave, and of those there at every"
                + " wave",
            points.stream().map(Point::toString).collect(Collectors.joining("; ")),
            axis,
            measure.label(),
            OptionalDouble.empty(),
            lines,
            List.of(),
            List.of(),
            IntStream.range(0, places.size())
                .mapToObj(i -> new LinePlot.Mark(places.get(i), names.get(i)))
                .toList(),
            Optional.of(table())));
  }

  private Optional<LinePlot.Line> line(
      String name, List<Double> times, Function<Point, SampleMean> which) {
    List<LinePlot.Point> found = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      SampleMean mean = which.apply(points.get(i));
      if (mean.mean().isPresent()) {
        found.add(new LinePlot.Point(times.get(i), mean.mean().getAsDouble(), mean.interval()));
      }
    }
    return found.size() < 2 ? Optional.empty() : Optional.of(new LinePlot.Line(name, found));
  }

  /**
   * The same trajectory to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the trajectory for people
   */
  public CohortTrajectory callingWaves(Map<String, String> names) {
    return new CohortTrajectory(
        measure,
        points.stream()
            .map(
                point ->
                    new Point(
                        names.getOrDefault(point.wave(), point.wave()),
                        point.everybody(),
                        point.throughout()))
            .toList());
  }

  /**
   * The means in a line.
   *
   * @return the means of everybody, wave by wave
   */
  @Override
  public String toString() {
    return measure.label()
        + ": "
        + points.stream().map(Point::toString).collect(Collectors.joining("; "));
  }
}
