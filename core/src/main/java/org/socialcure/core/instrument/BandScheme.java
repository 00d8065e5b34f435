package org.socialcure.core.instrument;

import java.util.List;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * One way to divide the scores of a scale into bands, with the source of its cuts.
 *
 * <p>A scale may have several schemes, because publications disagree. At most one of them is used
 * unasked, and never one that is known from memory only.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the name of the scheme within its scale; not null
 * @param source where the cuts come from, in words; not null, not blank
 * @param evidence how well the cuts are supported; not null
 * @param use whether the scheme is used unasked; not null
 * @param bands the bands from the lowest to the highest; at least two; only the first has no lower
 *     edge; not null
 * @since 0.1
 */
@MapperForm
public record BandScheme(String id, String source, Evidence evidence, Use use, List<Band> bands) {

  /**
   * Checks the parts.
   *
   * @throws InvalidInputException with every rule above that is broken
   */
  public BandScheme {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(use, "use");
    bands = List.copyOf(bands);
    Problems problems = new Problems();
    problems.require(Names.isId(id), "id", Names.idRule());
    problems.require(!source.isBlank(), "source", "must say where the cuts come from");
    problems.require(
        use == Use.ON_REQUEST || evidence != Evidence.MEMORY_ONLY,
        "use",
        "cuts that are known from memory only can be on-request, but not the default");
    problems.require(bands.size() >= 2, "bands", "must hold at least two bands");
    checkEdges(bands, problems);
    problems.throwIfAny();
  }

  private static void checkEdges(List<Band> bands, Problems problems) {
    problems.requireDistinct("bands", "id", bands, Band::id);
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      String where = "bands[" + i + "]";
      if (i == 0) {
        problems.require(
            band.edge().isEmpty(), where, "is the lowest band and takes neither from nor above");
      } else if (band.edge().isEmpty()) {
        problems.add(where, "needs its lower edge: from (included) or above (not included)");
      } else {
        problems.require(
            band.edge().getAsDouble() > last, where, "must start higher than the band before it");
        last = band.edge().getAsDouble();
      }
    }
  }

  /**
   * The band that a score falls into.
   *
   * @param value a score; not NaN
   * @return the highest band whose lower edge is reached
   * @throws InvalidInputException if the value is NaN
   */
  public Band band(double value) {
    if (Double.isNaN(value)) {
      throw new InvalidInputException("score", "is NaN, which falls into no band");
    }
    Band found = bands.get(0);
    for (Band band : bands) {
      if (band.isReachedBy(value)) {
        found = band;
      }
    }
    return found;
  }

  /**
   * The bands and their source.
   *
   * @return {@code "elsa: not lonely; lonely, from 6 (ELSA usage)"}
   */
  @Override
  public String toString() {
    return id
        + ": "
        + String.join("; ", bands.stream().map(Band::toString).toList())
        + " ("
        + source
        + ")";
  }
}
