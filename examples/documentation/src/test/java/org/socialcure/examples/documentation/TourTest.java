package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The researcher's tour runs through and prints what it shows. */
class TourTest {
  @Test
  void everyStepWorks() {
    try (Shell shell = new Shell()) {
      shell.run(Shell.script(Repository.root().resolve("examples/study/tour.jsh")));
      assertFalse(shell.output().isBlank());
      assertTrue(shell.output().lines().allMatch(line -> line.length() <= 100), "fits 100 columns");
    }
  }
}
