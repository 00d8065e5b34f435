package org.socialcure.examples.study;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.socialcure.core.Numbers;
import org.socialcure.core.Progress;

/**
 * The last line of a terminal while a job runs: what is calculated, how much of it is done, and how
 * long the rest will take. Short jobs show none, and in the end nothing of it is left.
 */
final class ProgressLine implements AutoCloseable {
  private static final long FIRST_AFTER_NANOS = 1_000_000_000L;
  private static final long EVERY_NANOS = 200_000_000L;
  private static final double NANOS_OF_SECOND = 1e9;
  private static final int MINUTE = 60;

  /** A longer line would be broken, and could not be taken back. */
  private static final int WIDEST = 79;

  /** Less of a name says nothing. */
  private static final int SHORTEST_NAME = 8;

  private final PrintWriter terminal;
  private final LongSupplier nanos;
  private long stageStarted;
  private long shownAt;
  private int shown;

  ProgressLine(PrintWriter terminal, LongSupplier nanos) {
    this.terminal = terminal;
    this.nanos = nanos;
    this.shownAt = nanos.getAsLong();
  }

  /** What hears of one model. */
  Progress of(String model) {
    return new Progress() {
      private long jackknife;

      @Override
      public void ahead(Stage stage, long total, Duration about) {
        jackknife = about.toNanos();
      }

      @Override
      public void advanced(Stage stage, long done, long total) {
        ProgressLine.this.advanced(
            model, stage, done, total, stage == Stage.REPLICATES ? jackknife : 0);
      }
    };
  }

  private void advanced(String model, Progress.Stage stage, long done, long total, long ahead) {
    long now = nanos.getAsLong();
    if (done == 0) {
      stageStarted = now;
    }
    if (now - shownAt < (shown == 0 ? FIRST_AFTER_NANOS : EVERY_NANOS)) {
      return;
    }
    String words = stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String count = words + " " + Numbers.count(done) + " of " + Numbers.count(total);
    show(fitting(model, count + left(now - stageStarted, done, total) + then(ahead)));
    shownAt = now;
  }

  /** The name of the model, shortened to the room there is, so that the line keeps its shape. */
  private static String fitting(String model, String rest) {
    String name = model.replaceAll("\\p{Cntrl}", " ");
    int room = WIDEST - "Model : ".length() - rest.length();
    int length = name.codePointCount(0, name.length());
    if (length > room) {
      name =
          room < SHORTEST_NAME ? "" : name.substring(0, name.offsetByCodePoints(0, room - 1)) + "…";
    }
    return name.isEmpty() ? rest : "Model " + name + ": " + rest;
  }

  private static String left(long taken, long done, long total) {
    // What comes first is slower than the rest, while the program warms up.
    if (done == 0 || taken < FIRST_AFTER_NANOS) {
      return "";
    }
    long seconds = (long) Math.ceil(taken / NANOS_OF_SECOND * (total - done) / done);
    return ", about " + inWords(seconds) + " left";
  }

  /** What comes after the replicates, where it is worth a word. */
  private static String then(long nanos) {
    long seconds = Math.round(nanos / NANOS_OF_SECOND);
    return seconds == 0 ? "" : ", then " + inWords(seconds) + " of jackknife";
  }

  private static String inWords(long seconds) {
    return seconds < 2 * MINUTE
        ? seconds + " s"
        : Numbers.count((seconds + MINUTE / 2) / MINUTE) + " min";
  }

  private void show(String line) {
    terminal.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    terminal.flush();
    shown = line.length();
  }

  /** Takes the line back. */
  @Override
  public void close() {
    if (shown > 0) {
      terminal.print("\r" + " ".repeat(shown) + "\r");
      terminal.flush();
      shown = 0;
    }
  }
}
