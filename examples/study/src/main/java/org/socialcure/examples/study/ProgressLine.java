package org.socialcure.examples.study;

import java.io.PrintWriter;
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
    return (stage, done, total) -> advanced(model, stage, done, total);
  }

  private void advanced(String model, Progress.Stage stage, long done, long total) {
    long now = nanos.getAsLong();
    if (done == 0) {
      stageStarted = now;
    }
    if (now - shownAt < (shown == 0 ? FIRST_AFTER_NANOS : EVERY_NANOS)) {
      return;
    }
    String words = stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String count = words + " " + Numbers.count(done) + " of " + Numbers.count(total);
    show(fitting(model, count + left(now - stageStarted, done, total)));
    shownAt = now;
  }

  /** The name of the model as far as there is room for it. */
  private static String fitting(String model, String rest) {
    String line = "Model " + model.replaceAll("\\p{Cntrl}", " ") + ": " + rest;
    return line.codePointCount(0, line.length()) <= WIDEST ? line : rest;
  }

  private static String left(long taken, long done, long total) {
    if (done == 0) {
      return "";
    }
    long seconds = (long) Math.ceil(taken / NANOS_OF_SECOND * (total - done) / done);
    return ", about "
        + (seconds < 2 * MINUTE
            ? seconds + " s"
            : Numbers.count((seconds + MINUTE / 2) / MINUTE) + " min")
        + " left";
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
