package org.socialcure.mediation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Runs numbered tasks on several threads, each with a worker of its own. */
public final class Parallel {
  /** Tasks are handed out in blocks of this size. */
  private static final int BLOCK = 16;

  private Parallel() {}

  /**
   * Runs all tasks and waits for them.
   *
   * @param tasks how many there are, numbered from 0
   * @param threads how many threads; as many as there are processors by default
   * @param workers gives each thread a worker of its own
   */
  public static void run(int tasks, OptionalInt threads, Supplier<IntConsumer> workers) {
    int wanted = threads.orElse(Runtime.getRuntime().availableProcessors());
    int used = Math.max(1, Math.min(wanted, (tasks + BLOCK - 1) / BLOCK));
    if (used == 1) {
      IntConsumer worker = workers.get();
      for (int task = 0; task < tasks; task++) {
        worker.accept(task);
      }
      return;
    }
    ExecutorService executor =
        Executors.newFixedThreadPool(
            used,
            runnable -> {
              Thread thread = new Thread(runnable, "resampling");
              thread.setDaemon(true);
              return thread;
            });
    try {
      AtomicInteger next = new AtomicInteger();
      List<Future<?>> running = new ArrayList<>();
      for (int t = 0; t < used; t++) {
        running.add(executor.submit(() -> work(tasks, next, workers.get())));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The resampling was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private static void work(int tasks, AtomicInteger next, IntConsumer worker) {
    for (int start = next.getAndAdd(BLOCK); start < tasks; start = next.getAndAdd(BLOCK)) {
      for (int task = start; task < Math.min(start + BLOCK, tasks); task++) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        worker.accept(task);
      }
    }
  }
}
