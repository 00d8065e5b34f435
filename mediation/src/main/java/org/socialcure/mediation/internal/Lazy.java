package org.socialcure.mediation.internal;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed at the first question and kept.
 *
 * <p>Thread-safe: it is computed once, and a failure is not kept. Who waits for another thread to
 * compute it can be interrupted like the one that computes.
 *
 * @param <T> the type of the value
 */
public final class Lazy<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Supplier<T> supplier;
  private volatile @Nullable T value;

  private Lazy(Supplier<T> supplier) {
    this.supplier = supplier;
  }

  /**
   * A value to be computed later.
   *
   * @param <T> the type of the value
   * @param supplier computes it; never null
   * @return the value to come
   */
  public static <T> Lazy<T> of(Supplier<T> supplier) {
    return new Lazy<>(supplier);
  }

  /**
   * The value.
   *
   * @return the value, computed now if nobody asked before
   * @throws CancellationException if the current thread was interrupted before there was a value
   */
  public T get() {
    T known = value;
    if (known == null) {
      Interruption.lock(lock);
      try {
        known = value;
        if (known == null) {
          known = Objects.requireNonNull(supplier).get();
          value = known;
          supplier = null;
        }
      } finally {
        lock.unlock();
      }
    }
    return known;
  }
}
