package org.socialcure.mediation.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;

/** The end of a calculation whose thread was interrupted. */
public final class Interruption {
  /** Loops over rows look this often: after at most about a tenth of a millisecond of work. */
  private static final int ROWS = 0xFFF;

  private static final String MESSAGE = "The calculation was interrupted.";

  private Interruption() {}

  /**
   * Ends the calculation if the current thread was interrupted, and leaves it marked so.
   *
   * @throws CancellationException if it was
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(MESSAGE);
    }
  }

  /**
   * The same in a loop over rows, at some of them.
   *
   * @param row the number of the row
   * @throws CancellationException if the current thread was interrupted
   */
  public static void check(int row) {
    if ((row & ROWS) == 0) {
      check();
    }
  }

  /**
   * Takes a lock, unless the current thread is interrupted.
   *
   * @param lock the lock
   * @throws CancellationException if the current thread was interrupted, which it stays marked as
   */
  public static void lock(Lock lock) {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw of(e);
    }
  }

  /**
   * What an interrupted wait becomes.
   *
   * @param cause the end of the wait
   * @return the exception to throw
   */
  static CancellationException of(InterruptedException cause) {
    CancellationException cancelled = new CancellationException(MESSAGE);
    cancelled.initCause(cause);
    return cancelled;
  }
}
