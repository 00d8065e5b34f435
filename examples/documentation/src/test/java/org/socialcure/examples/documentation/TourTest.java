package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The researcher's tour runs through and prints what it shows. */
class TourTest {
  @Test
  void everyStepWorks() {
    try (Shell shell = new Shell()) {
      shell.type(Shell.script(Repository.root().resolve("examples/study/tour.jsh")));
      String output = shell.output();
      for (String seen :
          List.of(
              "808 rows",
              "Loneliness (UCLA-3) 6",
              "Paired change",
              "a1*groups@change",
              "Bootstrap")) {
        assertTrue(output.contains(seen), seen);
      }
    }
  }
}
