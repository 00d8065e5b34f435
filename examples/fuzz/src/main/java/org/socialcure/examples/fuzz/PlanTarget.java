package org.socialcure.examples.fuzz;

import org.socialcure.examples.study.plan.Plan;

/** Plans of studies. */
public final class PlanTarget {
  private PlanTarget() {}

  /**
   * Tries one input.
   *
   * @param input the bytes of the text
   */
  public static void fuzzerTestOneInput(byte[] input) {
    Readers.read(Readers.text(input), Plan::read);
  }
}
