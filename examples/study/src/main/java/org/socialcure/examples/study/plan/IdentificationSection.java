package org.socialcure.examples.study.plan;

import java.util.List;

/**
 * With how many groups people identify: an entry of {@code identifications} in the plan.
 *
 * <p>Immutable and thread-safe.
 *
 * @param instrument the id of a questionnaire among {@code instruments} that asks about one group
 *     at a time
 * @param threshold the lowest score that counts
 * @param targets the groups that are counted; empty for all that the plan scores
 */
public record IdentificationSection(String instrument, double threshold, List<String> targets) {
  /** Copies the groups. */
  public IdentificationSection {
    targets = List.copyOf(targets);
  }
}
