package org.socialcure.scoring.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.instrument.Direction;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Scores of people with the problem and of people without it, between whom a change can cross.
 *
 * <p>Immutable and thread-safe.
 *
 * @param clinical mean and standard deviation of people with the problem; empty if not known
 * @param functional mean and standard deviation of people without it; empty if not known
 * @param source who they are, as it is to be printed beside the result; not blank
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClinicalPopulations(
    Optional<MeanSd> clinical, Optional<MeanSd> functional, String source) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if neither is known, a standard deviation is not above 0 or the
   *     source is blank
   */
  public ClinicalPopulations {
    Objects.requireNonNull(clinical, "clinical");
    Objects.requireNonNull(functional, "functional");
    Problems problems = new Problems();
    problems.require(
        clinical.isPresent() || functional.isPresent(), "populations", "name at least one of both");
    problems.require(
        clinical.map(MeanSd::sd).orElse(1.0) > 0, "clinical", "needs a standard deviation above 0");
    problems.require(
        functional.map(MeanSd::sd).orElse(1.0) > 0,
        "functional",
        "needs a standard deviation above 0");
    problems.throwIfAny();
    Names.requireText("source", source);
  }

  /**
   * Both populations.
   *
   * @param clinical mean and standard deviation of people with the problem
   * @param functional mean and standard deviation of people without it
   * @param source who they are
   * @return the populations
   * @throws InvalidInputException if a standard deviation is not above 0 or the source is blank
   */
  public static ClinicalPopulations of(MeanSd clinical, MeanSd functional, String source) {
    return new ClinicalPopulations(Optional.of(clinical), Optional.of(functional), source);
  }

  /**
   * A cut between the two.
   *
   * @param kind which one
   * @param direction which end of the scale is better
   * @return the cut; empty if a population that it needs is not known, or neither end of the scale
   *     is better
   */
  public Optional<ClinicalCutoff> cutoff(CutoffKind kind, Direction direction) {
    if (direction == Direction.NEUTRAL) {
      return Optional.empty();
    }
    double sign = direction == Direction.HIGHER_IS_BETTER ? 1 : -1;
    Optional<Double> value =
        switch (kind) {
          case A -> clinical.map(it -> it.mean() + sign * 2 * it.sd());
          case B -> functional.map(it -> it.mean() - sign * 2 * it.sd());
          case C ->
              clinical.flatMap(
                  from ->
                      functional.map(
                          to ->
                              (from.sd() * to.mean() + to.sd() * from.mean())
                                  / (from.sd() + to.sd())));
        };
    return value.map(cut -> new ClinicalCutoff(kind, cut, source));
  }

  /**
   * The cut to be preferred: c where both populations are known, else the one that can be had.
   *
   * @param direction which end of the scale is better
   * @return the cut; empty where neither end of the scale is better
   */
  public Optional<ClinicalCutoff> cutoff(Direction direction) {
    return Stream.of(CutoffKind.C, CutoffKind.A, CutoffKind.B)
        .flatMap(kind -> cutoff(kind, direction).stream())
        .findFirst();
  }

  @Override
  public String toString() {
    return clinical.map(it -> "clinical " + it).orElse("clinical not known")
        + ", "
        + functional.map(it -> "functional " + it).orElse("functional not known")
        + "; "
        + source;
  }
}
