package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Whether one person's change is reliable and crosses from the clinical to the functional side of a
 * scale: clinically significant change (Jacobson and Truax 1991).
 *
 * <p>Whoever is on the functional side already cannot recover; {@link #start()} says so, and such
 * people are to be counted apart. A score at the cut is on neither side when crossing is asked for,
 * and counts as functional at the start.
 *
 * <p>Immutable and thread-safe.
 *
 * @param outcome one of five classes; not available without a reference, or where neither end of
 *     the scale is better
 * @param start on which side the person was before
 * @param reliable whether the change exceeds measurement error
 * @param cutoff the cut
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClinicalChange(
    Outcome outcome, Side start, ReliableChange reliable, ClinicalCutoff cutoff) {

  /**
   * The five classes.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Outcome {
    /** Reliably improved, from the clinical to the functional side. */
    RECOVERED("recovered"),
    /** Reliably improved without that crossing. */
    IMPROVED("improved"),
    /** No reliable change. */
    UNCHANGED("unchanged"),
    /** Reliably worse, without crossing. */
    DETERIORATED("deteriorated"),
    /** Reliably worse, from the functional to the clinical side. */
    HARMED("harmed"),
    /** Not said: there is no reference, or the scale has no better end. */
    NOT_AVAILABLE("not available");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * A side of the cut.
   *
   * @since 0.1
   */
  @MapperForm
  public enum Side {
    /** Of people with the problem. */
    CLINICAL("started on the clinical side"),
    /** Of people without it: no recovery is possible from here. */
    FUNCTIONAL("was on the functional side already"),
    /** Neither end of the scale is better. */
    NEITHER("neither end of the scale is better");

    private final String words;

    Side(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Refuses nulls. */
  public ClinicalChange {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(reliable, "reliable");
    Objects.requireNonNull(cutoff, "cutoff");
  }

  static ClinicalChange of(
      double before,
      double after,
      Direction direction,
      ReliableChange reliable,
      ClinicalCutoff cutoff) {
    if (direction == Direction.NEUTRAL) {
      return new ClinicalChange(Outcome.NOT_AVAILABLE, Side.NEITHER, reliable, cutoff);
    }
    double sign = direction == Direction.HIGHER_IS_BETTER ? 1 : -1;
    double first = sign * (before - cutoff.value());
    double last = sign * (after - cutoff.value());
    Outcome outcome =
        switch (reliable.outcome()) {
          case IMPROVED -> first < 0 && last > 0 ? Outcome.RECOVERED : Outcome.IMPROVED;
          case UNCHANGED -> Outcome.UNCHANGED;
          case DETERIORATED -> first > 0 && last < 0 ? Outcome.HARMED : Outcome.DETERIORATED;
          case NOT_AVAILABLE -> Outcome.NOT_AVAILABLE;
        };
    return new ClinicalChange(
        outcome, first < 0 ? Side.CLINICAL : Side.FUNCTIONAL, reliable, cutoff);
  }

  /**
   * The class in words.
   *
   * @return {@code "recovered; started on the clinical side of 50.00 (cut c …)"}
   */
  @Override
  public String toString() {
    return outcome + "; " + start + " of " + cutoff;
  }
}
