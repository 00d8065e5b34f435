package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.LinePlot;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.ScaleResult;
import org.socialcure.scoring.Score;

/**
 * One person's scores on one scale over any number of waves.
 *
 * <pre>{@code
 * PersonTrajectory loneliness = PersonTrajectory.EMPTY
 *     .then("referral", before.total())
 *     .then("four months", after.total());
 * loneliness.overall(); // the change from the first wave to the last
 * }</pre>
 *
 * <p>A wave without a score keeps its place. Changes are those of scores; several looks at one
 * person find a reliable change by chance more often than one look does.
 *
 * <p>Immutable and thread-safe.
 *
 * @param points the waves in their order
 * @param reference what differences are held against; empty if nothing is known
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonTrajectory(List<Point> points, Optional<ChangeReference> reference) {
  /** No wave yet. */
  public static final PersonTrajectory EMPTY = new PersonTrajectory(List.of(), Optional.empty());

  /**
   * A wave.
   *
   * @param wave its name; not blank
   * @param score the score; empty where the scale could not be scored
   * @since 0.1
   */
  @MapperForm
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Point(String wave, Optional<Score> score) {
    /**
     * Checks the name.
     *
     * @throws InvalidInputException if it is blank
     */
    public Point {
      Names.requireText("wave", wave);
      Objects.requireNonNull(score, "score");
    }

    @Override
    public String toString() {
      return wave + " " + score.map(it -> Numbers.score(it.value())).orElse("not scored");
    }
  }

  /**
   * Refuses scores that cannot be compared.
   *
   * @throws InvalidInputException if a wave is there twice, or two scores differ in instrument,
   *     version, target, scale, range or direction
   */
  public PersonTrajectory {
    Objects.requireNonNull(reference, "reference");
    points = List.copyOf(points);
    if (new HashSet<>(points.stream().map(Point::wave).toList()).size() != points.size()) {
      throw new InvalidInputException("waves", "name each wave once");
    }
    List<Score> scores = points.stream().flatMap(point -> point.score().stream()).toList();
    for (int i = 1; i < scores.size(); i++) {
      Change.requireComparable(scores.get(0), scores.get(i));
    }
  }

  /**
   * This trajectory with a further wave. Where no reference was given, that of the scale is taken
   * that is {@linkplain CitedReferences#byDefault used by default}.
   *
   * @param wave its name
   * @param result the score, or why there is none
   * @return the longer trajectory
   * @throws InvalidInputException if the wave is blank or there already, or the score cannot be
   *     compared with those before
   */
  public PersonTrajectory then(String wave, ScaleResult result) {
    List<Point> more = new ArrayList<>(points);
    Optional<Score> score = result instanceof Score scored ? Optional.of(scored) : Optional.empty();
    more.add(new Point(wave, score));
    return new PersonTrajectory(more, reference.or(() -> score.flatMap(Change::cited)));
  }

  /**
   * This trajectory held against another reference.
   *
   * @param changed the standard deviation and the reliability, on the scale of the score
   * @return the changed trajectory
   */
  public PersonTrajectory withReference(ChangeReference changed) {
    return new PersonTrajectory(points, Optional.of(changed));
  }

  /**
   * Each later score against the first.
   *
   * @return the changes in the order of the waves, those without a score left out
   */
  public List<Change> sinceFirst() {
    List<Score> scores = scores();
    return scores.stream()
        .skip(1)
        .map(score -> new Change(scores.get(0), score, reference))
        .toList();
  }

  /**
   * Each score against the one before.
   *
   * @return the changes in the order of the waves, those without a score left out
   */
  public List<Change> steps() {
    List<Score> scores = scores();
    List<Change> steps = new ArrayList<>();
    for (int i = 1; i < scores.size(); i++) {
      steps.add(new Change(scores.get(i - 1), scores.get(i), reference));
    }
    return List.copyOf(steps);
  }

  /**
   * The last score against the first.
   *
   * @return the change; empty for fewer than two scores
   */
  public Optional<Change> overall() {
    List<Change> changes = sinceFirst();
    return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(changes.size() - 1));
  }

  private List<Score> scores() {
    return points.stream().flatMap(point -> point.score().stream()).toList();
  }

  private List<Point> scored() {
    return points.stream().filter(point -> point.score().isPresent()).toList();
  }

  /**
   * The waves as a table for people.
   *
   * @return a row a wave: score, band, difference from the first score and whether it is reliable
   */
  public Table table() {
    Table.Builder table =
        Table.titled("Scores over time")
            .text("Wave")
            .numbers("Score")
            .text("Band")
            .numbers("Since first")
            .text("Direction", "Reliable change");
    List<Change> changes = sinceFirst();
    int seen = 0;
    for (Point point : points) {
      Optional<Change> change =
          point.score().isPresent() && seen > 0
              ? Optional.of(changes.get(seen - 1))
              : Optional.empty();
      table.row(
          Cell.text(point.wave()),
          point.score().map(it -> Cell.score(it.value())).orElseGet(Cell::empty),
          Cell.text(point.score().flatMap(Score::band).map(it -> it.label()).orElse("")),
          change.map(it -> Change.signed(it.difference())).orElseGet(Cell::empty),
          Cell.text(
              point.score().isEmpty()
                  ? "not scored"
                  : change.map(it -> it.direction().toString()).orElse("")),
          Cell.text(change.map(it -> it.reliable().verdict()).orElse("")));
      seen += point.score().isPresent() ? 1 : 0;
    }
    reference.ifPresent(it -> table.note("Held against " + it + "."));
    return table.build();
  }

  /**
   * The waves as a picture.
   *
   * @return a line over the waves, the first score marked; empty for fewer than two scores
   */
  public Optional<LinePlot> figure() {
    List<LinePlot.Point> line = new ArrayList<>();
    List<LinePlot.Mark> marks = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      int place = i + 1;
      marks.add(new LinePlot.Mark(place, points.get(i).wave()));
      points
          .get(i)
          .score()
          .ifPresent(score -> line.add(new LinePlot.Point(place, score.value(), Optional.empty())));
    }
    if (line.size() < 2) {
      return Optional.empty();
    }
    Score first = scores().get(0);
    return Optional.of(
        new LinePlot(
            first.label(),
            "Scores over time; higher = " + first.higherMeans() + ", dashed: the first score",
            toString(),
            "Wave",
            first.label(),
            OptionalDouble.of(first.value()),
            List.of(new LinePlot.Line("", line)),
            List.of(),
            List.of(),
            marks,
            Optional.empty()));
  }

  /**
   * The trajectory as a section of a document.
   *
   * @param id a word for links, see {@link Section#id()}
   * @return what happened in a sentence, the picture and the table
   * @throws IllegalArgumentException if the id is no such word
   */
  public Section section(String id) {
    List<Block> blocks = new ArrayList<>();
    overall().ifPresent(change -> blocks.add(new Block.Paragraph(change.sentence())));
    figure().ifPresent(blocks::add);
    blocks.add(table());
    return Section.of(
        id, scores().stream().findFirst().map(Score::label).orElse("Scores over time"), blocks);
  }

  /**
   * The scores in a line.
   *
   * @return {@code "Loneliness (UCLA-3): referral 8, four months 4; -4, better; …"}
   */
  @Override
  public String toString() {
    if (points.isEmpty()) {
      return "no wave yet";
    }
    String label = scored().isEmpty() ? "" : scores().get(0).label() + ": ";
    return label
        + points.stream().map(Point::toString).collect(Collectors.joining(", "))
        + overall()
            .map(
                change ->
                    "; "
                        + Numbers.signed(change.difference())
                        + ", "
                        + change.direction()
                        + (reference.isPresent() ? ", " + change.reliable().verdict() : ""))
            .orElse("");
  }
}
