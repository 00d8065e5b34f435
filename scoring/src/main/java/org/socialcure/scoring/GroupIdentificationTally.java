package org.socialcure.scoring;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * With how many groups a person identifies by a {@link GroupIdentificationCount}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param label what was counted, {@code "Group identifications (GIS, 5 or more)"}; not null
 * @param groups how many groups were asked about
 * @param count how many of them reach the threshold; empty if one has no score; not null
 * @param notScored the groups without a score; not null
 * @param evidence how well it is supported that the scores are made as they are; not null
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record GroupIdentificationTally(
    String label, int groups, OptionalInt count, List<String> notScored, Evidence evidence) {
  /**
   * Checks the parts against each other.
   *
   * @throws InvalidInputException unless there is a count from 0 to the number of groups, or there
   *     are groups without a score
   */
  public GroupIdentificationTally {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(count, "count");
    Objects.requireNonNull(evidence, "evidence");
    notScored = List.copyOf(notScored);
    if (groups < 1
        || count.isPresent() != notScored.isEmpty()
        || count.orElse(0) < 0
        || count.orElse(0) > groups
        || notScored.size() > groups) {
      throw new InvalidInputException(
          "count", "must be from 0 to the number of groups, unless groups have no score");
    }
  }

  /**
   * The count, or why there is none.
   *
   * @return {@code "Group identifications (GIS, 5 or more): 2 of 3 groups, unverified"}
   */
  @Override
  public String toString() {
    return label
        + ": "
        + (count.isPresent()
            ? count.getAsInt() + " of " + groups + " groups"
            : "not counted, without a score for " + String.join(", ", notScored))
        + (evidence == Evidence.MEMORY_ONLY ? ", unverified" : "");
  }
}
