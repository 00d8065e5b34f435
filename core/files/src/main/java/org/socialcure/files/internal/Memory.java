package org.socialcure.files.internal;

import org.socialcure.core.InvalidInputException;

/**
 * What one file may take of the memory that Java may use, counted before it is taken, so that a
 * file that is too large, or that only says it is, is refused and does not end the program.
 */
public final class Memory {
  private static final int SHARE = 3;
  private static final long MEGABYTE = 1L << 20;

  private final long allowed;
  private long taken;

  private Memory(long allowed) {
    this.allowed = allowed;
  }

  /**
   * A third of what Java may use: the table is copied once into the data set.
   *
   * @return the memory for one file
   */
  public static Memory ofThisJava() {
    return new Memory(Runtime.getRuntime().maxMemory() / SHARE);
  }

  static Memory of(long bytes) {
    return new Memory(bytes);
  }

  /**
   * Counts memory that is about to be taken.
   *
   * @param bytes how much
   * @throws InvalidInputException if it is more than is left
   */
  public void take(long bytes) {
    if (bytes < 0 || bytes > allowed - taken) {
      long needed = bytes < 0 ? Long.MAX_VALUE : taken + Math.min(bytes, Long.MAX_VALUE - taken);
      throw new InvalidInputException(
          "the file",
          "needs more memory than Java may use: at least "
              + Math.max(1, Math.min(needed, Long.MAX_VALUE / SHARE) / MEGABYTE * SHARE)
              + " MB; start Java with a larger -Xmx, or leave out columns and rows");
    }
    taken += bytes;
  }

  /** Gives back what is no longer held. */
  void free(long bytes) {
    taken -= bytes;
  }
}
