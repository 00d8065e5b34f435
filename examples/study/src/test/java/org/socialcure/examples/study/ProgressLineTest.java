package org.socialcure.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.socialcure.core.Progress;
import org.socialcure.core.Progress.Stage;

/** What a terminal shows while a job runs. */
class ProgressLineTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong clock = new AtomicLong();
  private final StringWriter terminal = new StringWriter();
  private final ProgressLine line = new ProgressLine(new PrintWriter(terminal), clock::get);

  @Test
  void tellsWhatIsDoneAndHowLongTheRestTakesAndIsTakenBack() {
    Progress progress = line.of("visits");
    progress.advanced(Stage.REPLICATES, 0, 10_000);
    clock.set(2 * SECOND);
    progress.advanced(Stage.REPLICATES, 2000, 10_000);

    assertEquals("\rModel visits: replicates 2,000 of 10,000, about 8 s left", terminal.toString());

    line.close();
    String[] parts = terminal.toString().split("\r");
    assertTrue(parts[parts.length - 1].isBlank());
    assertEquals(parts[1].length(), parts[2].length());
    assertTrue(terminal.toString().endsWith("\r"));
  }

  @Test
  void tellsOfTheJackknifeBeforeItComes() {
    Progress progress = line.of("v");
    progress.ahead(Stage.JACKKNIFE, 30_000, Duration.ofMinutes(7));
    progress.advanced(Stage.REPLICATES, 0, 10_000);
    clock.set(2 * SECOND);
    progress.advanced(Stage.REPLICATES, 2000, 10_000);

    assertEquals(
        "\rModel v: replicates 2,000 of 10,000, about 8 s left, then 7 min of jackknife",
        terminal.toString());

    clock.set(4 * SECOND);
    progress.advanced(Stage.JACKKNIFE, 10, 30_000);
    assertFalse(terminal.toString().split("\r")[2].contains("then"), terminal.toString());
  }

  @Test
  void aShortJobShowsNothing() {
    Progress progress = line.of("visits");
    progress.advanced(Stage.REPLICATES, 0, 100);
    clock.set(SECOND / 2);
    progress.advanced(Stage.REPLICATES, 100, 100);
    line.close();

    assertEquals("", terminal.toString());
  }

  @Test
  void isNotRenewedMoreOftenThanAnybodyReads() {
    Progress progress = line.of("visits");
    for (int i = 0; i <= 1000; i++) {
      clock.set(i * SECOND / 100);
      progress.advanced(Stage.MONTE_CARLO_DRAWS, i, 1000);
    }

    long renewed = terminal.toString().chars().filter(c -> c == '\r').count();
    assertTrue(renewed > 20 && renewed < 60, () -> "renewed " + renewed);
    assertTrue(terminal.toString().contains("monte carlo draws "), terminal.toString());
  }

  @Test
  void isNeverWiderThanATerminal() {
    Progress progress = line.of("m".repeat(300) + "\n");
    progress.advanced(Stage.PERMUTATIONS, 0, 10_000_000);
    clock.set(5 * SECOND);
    progress.advanced(Stage.PERMUTATIONS, 3, 10_000_000);

    assertTrue(terminal.toString().strip().length() < 80, terminal.toString());
    assertTrue(terminal.toString().contains("min left"), terminal.toString());
  }

  @Test
  void aLongNameIsShortenedAndTheFirstMomentsAreNoMeasureOfTheRest() {
    Progress progress = line.of("loneliness through belonging and the number of groups");
    clock.set(2 * SECOND);
    progress.advanced(Stage.REPLICATES, 0, 400_000);
    clock.set(2 * SECOND + SECOND / 2);
    progress.advanced(Stage.REPLICATES, 112, 400_000);
    clock.set(4 * SECOND);
    progress.advanced(Stage.REPLICATES, 40_000, 400_000);

    String[] shown = terminal.toString().split("\r");
    assertEquals(
        "Model loneliness through belonging and the number o…: replicates 112 of 400,000",
        shown[2].strip());
    assertEquals(
        "Model loneliness through belong…: replicates 40,000 of 400,000, about 18 s left",
        shown[3].strip());
  }
}
