package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.core.internal.numeric.Decimals;
import org.socialcure.scoring.Completeness;
import org.socialcure.scoring.NotScoredException;
import org.socialcure.scoring.ScaleResult;
import org.socialcure.scoring.Score;
import org.socialcure.scoring.ScoreSheet;

/**
 * The change of one person on one scale between two times.
 *
 * <p>{@link #difference()} is after minus before; {@link #direction()} says whether that is better
 * or worse; {@link #reliable()} says whether it exceeds measurement error, for which a {@link
 * ChangeReference} is needed.
 *
 * <pre>{@code
 * ChangeReference reference = new ChangeReference(1.9, .72, ReliabilityKind.INTERNAL_CONSISTENCY, "own cohort at referral");
 * Change change = Change.between(before, after, reference);
 * change.reliable().outcome();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param before the earlier score
 * @param after the later score of the same scale of the same version of the same instrument about
 *     the same target
 * @param reference what the difference is held against; empty if nothing was given
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record Change(Score before, Score after, Optional<ChangeReference> reference) {
  /**
   * Refuses scores that cannot be compared.
   *
   * @throws InvalidInputException if the scores differ in instrument, version, target, scale, range
   *     or direction
   */
  public Change {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(reference, "reference");
    requireComparable(before, after);
  }

  /** Scores of one scale, by one definition, about one target. */
  static void requireComparable(Score before, Score after) {
    if (!before.name().equals(after.name())) {
      throw new InvalidInputException(
          "change",
          before.name()
              + " and "
              + after.name()
              + " cannot be compared; give two scores of one scale");
    }
    if (!before.version().equals(after.version())
        || !before.range().equals(after.range())
        || before.direction() != after.direction()) {
      throw new InvalidInputException(
          "change",
          before.name()
              + " was scored by two different definitions ("
              + before.version()
              + ", "
              + before.range()
              + " and "
              + after.version()
              + ", "
              + after.range()
              + "); score both times by the same one");
    }
    // Complete forms score the same by every rule.
    boolean complete =
        before.completeness() == Completeness.COMPLETE
            && after.completeness() == Completeness.COMPLETE;
    if (!complete && !before.missingRule().equals(after.missingRule())) {
      throw new InvalidInputException(
          "change",
          before.name()
              + " was scored by two different rules for missing answers ("
              + before.missingRule()
              + "; "
              + after.missingRule()
              + "); score both times by the same one");
    }
  }

  /**
   * The change between two scores, held against the published reference of the scale where there is
   * one that is {@linkplain CitedReferences#byDefault used by default}.
   *
   * @param before the earlier score
   * @param after the later score
   * @return the change
   * @throws InvalidInputException if the scores cannot be compared
   */
  public static Change between(Score before, Score after) {
    return new Change(before, after, cited(before));
  }

  /**
   * The change between two scores.
   *
   * @param before the earlier score
   * @param after the later score
   * @param reference the standard deviation and the reliability to hold the difference against, on
   *     the scale of the score
   * @return the change
   * @throws InvalidInputException if the scores cannot be compared
   */
  public static Change between(Score before, Score after, ChangeReference reference) {
    return new Change(before, after, Optional.of(reference));
  }

  /**
   * The change of the total between two sheets, held against a published reference as {@link
   * #between(Score, Score)} does.
   *
   * @param before the earlier sheet
   * @param after the later sheet
   * @return the change of the score that stands for the whole instrument
   * @throws NotScoredException if a total was not scored
   * @throws UnsupportedOperationException if the instrument has no total; use {@link #perScale}
   * @throws InvalidInputException if the totals cannot be compared
   */
  public static Change between(ScoreSheet before, ScoreSheet after) {
    return between(before.total(), after.total());
  }

  /**
   * The change of the total between two sheets.
   *
   * @param before the earlier sheet
   * @param after the later sheet
   * @param reference the standard deviation and the reliability of the total
   * @return the change of the score that stands for the whole instrument
   * @throws NotScoredException if a total was not scored
   * @throws UnsupportedOperationException if the instrument has no total; use {@link #perScale}
   * @throws InvalidInputException if the totals cannot be compared
   */
  public static Change between(ScoreSheet before, ScoreSheet after, ChangeReference reference) {
    return between(before.total(), after.total(), reference);
  }

  /**
   * The change of every scale that was scored at both times.
   *
   * @param before the earlier sheet
   * @param after the later sheet
   * @return the changes by scale id, in the order of the instrument; scales not scored at one of
   *     the times are left out
   * @throws InvalidInputException if the sheets are of different instruments, versions or targets
   */
  public static Map<String, Change> perScale(ScoreSheet before, ScoreSheet after) {
    if (!before.instrument().equals(after.instrument())
        || !before.version().equals(after.version())
        || !before.target().equals(after.target())) {
      throw new InvalidInputException(
          "change",
          "sheets of "
              + before.instrument()
              + " and "
              + after.instrument()
              + " cannot be compared; they must be of one instrument, version and target");
    }
    Map<String, Change> changes = new LinkedHashMap<>();
    for (ScaleResult earlier : before.results()) {
      if (earlier instanceof Score x && after.result(earlier.scale()) instanceof Score y) {
        changes.put(earlier.scale(), between(x, y));
      }
    }
    return Collections.unmodifiableMap(changes);
  }

  /**
   * Changes as a table for people: a row a change, with the label of its scale.
   *
   * @param changes the changes in the order of the rows, such as the values of {@link #perScale}
   * @return scores before and after, difference and direction; index, threshold and class of those
   *     with a reference
   */
  public static Table table(Collection<Change> changes) {
    Table.Builder table =
        Table.titled("Change")
            .text("Scale")
            .numbers("Before", "After", "Difference")
            .text("Direction")
            .numbers("Index", "Reliable beyond")
            .text("Reliable change")
            .keyed("Held against");
    for (Change change : changes) {
      ReliableChange reliable = change.reliable();
      double difference = change.difference();
      table.row(
          Cell.text(change.after.label()),
          Cell.score(change.before.value()),
          Cell.score(change.after.value()),
          signed(difference),
          Cell.text(change.direction().toString()),
          Cell.of(reliable.index(), v -> Cell.number(v, 2)),
          Cell.of(reliable.threshold(), v -> Cell.number(v, 2)),
          Cell.text(reliable.verdict()),
          Cell.text(reliable.reference().map(ChangeReference::toString).orElse("")));
    }
    return table.build();
  }

  /** A difference in a table, whose direction is said by its sign. */
  static Cell signed(double difference) {
    return new Cell.Quantity(difference, Numbers.signed(difference));
  }

  /**
   * The published reference of a scale, where there is one that is used without being asked for.
   */
  static Optional<ChangeReference> cited(Score score) {
    return CitedReferences.byDefault(score.instrument(), score.scale())
        .map(CitedReference::reference);
  }

  /**
   * The difference in points.
   *
   * @return after minus before
   */
  public double difference() {
    return Decimals.difference(after.value(), before.value());
  }

  /**
   * Which way the score went, whatever the size of the difference.
   *
   * @return better, the same, worse, or neither where no end of the scale is better
   */
  public ChangeDirection direction() {
    if (difference() == 0) {
      return ChangeDirection.SAME;
    }
    if (before.direction() == Direction.NEUTRAL) {
      return ChangeDirection.NEITHER;
    }
    return (difference() > 0) == (before.direction() == Direction.HIGHER_IS_BETTER)
        ? ChangeDirection.BETTER
        : ChangeDirection.WORSE;
  }

  /**
   * Whether the change exceeds measurement error, by the index of Jacobson and Truax.
   *
   * @return the class with the index, the standard deviation, the reliability and their source; not
   *     available without a reference
   */
  public ReliableChange reliable() {
    return ReliableChange.of(difference(), before.direction(), reference);
  }

  /**
   * The same change held against another reference.
   *
   * @param changed the standard deviation and the reliability, on the scale of the score
   * @return the changed change
   */
  public Change withReference(ChangeReference changed) {
    return new Change(before, after, Optional.of(changed));
  }

  /**
   * Whether the change exceeds measurement error, by a method of one's choice.
   *
   * @param method the method
   * @param sample what is known of the sample that the change is held against
   * @return the index and the class, or why the method cannot be used with this sample
   */
  public ReliableChangeIndex reliable(ReliableChangeMethod method, ReferenceSample sample) {
    return ReliableChangeIndex.of(
        before.value(), after.value(), before.direction(), method, sample);
  }

  /**
   * Whether the change is reliable and crosses from the clinical to the functional side.
   *
   * @param cutoff the cut between the two, on the scale of the score
   * @return one of five classes, and on which side the person was before; not available without a
   *     reference
   */
  public ClinicalChange clinical(ClinicalCutoff cutoff) {
    return ClinicalChange.of(before.value(), after.value(), before.direction(), reliable(), cutoff);
  }

  /**
   * Whether the change is large enough to matter, which is another question than whether it exceeds
   * measurement error.
   *
   * @param important the difference that matters, on the scale of the score
   * @return the verdict, with a caution where such a difference is below the minimal detectable
   *     change
   */
  public ImportanceVerdict important(ImportantDifference important) {
    return ImportanceVerdict.of(difference(), before.direction(), important, reference);
  }

  /**
   * The change in one sentence.
   *
   * @return for example {@code "Loneliness (UCLA-3) went from 8 to 4 (3 to 9, higher = lonelier): 4
   *     points better, which is more than measurement error explains (…)."}
   */
  public String sentence() {
    double points = Math.abs(difference());
    String size = Numbers.value(points) + (points == 1 ? " point " : " points ");
    String what =
        switch (direction()) {
          case BETTER, WORSE -> size + direction();
          case SAME -> "no difference";
          case NEITHER ->
              size + (difference() > 0 ? "higher" : "lower") + ", and neither end is better";
        };
    return before.label()
        + " went from "
        + Numbers.score(before.value())
        + " to "
        + Numbers.score(after.value())
        + " ("
        + Numbers.score(before.range().minimum())
        + " to "
        + Numbers.score(before.range().maximum())
        + ", higher = "
        + before.higherMeans()
        + "): "
        + what
        + reference.map(this::measured).orElse("")
        + ".";
  }

  private String measured(ChangeReference held) {
    boolean beyond = Math.abs(reliable().index().orElse(0)) > ReliableChangeMethod.CRITICAL;
    return ", which is "
        + (beyond ? "more" : "not more")
        + " than measurement error explains (up to "
        + Numbers.fixed(held.minimalDetectableChange(), 2)
        + " points; "
        + held
        + ")";
  }

  /**
   * One line for people.
   *
   * @return the scores, the difference, its direction and whether it is reliable
   */
  @Override
  public String toString() {
    return before.label()
        + " "
        + Numbers.value(before.value())
        + " -> "
        + Numbers.value(after.value())
        + " ("
        + Numbers.signed(difference())
        + ", "
        + direction()
        + "); "
        + reliable();
  }
}
