package org.socialcure.mediation.internal;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.socialcure.core.Progress;
import org.socialcure.core.Progress.Stage;

/**
 * Runs numbered tasks on several threads, each with a worker of its own. However it ends, none of
 * the threads is left.
 */
public final class Parallel {
  /** Tasks are handed out in blocks of this size. */
  private static final int BLOCK = 16;

  /** More threads than this for each processor only wait for each other. */
  private static final int MOST_PER_PROCESSOR = 4;

  private Parallel() {}

  /**
   * How many threads some tasks are run on.
   *
   * @param tasks how many tasks
   * @param work on how many threads at most
   * @return no more than have work to do, nor than four for each processor
   */
  public static int threads(int tasks, Work work) {
    int processors = Runtime.getRuntime().availableProcessors();
    int useful = Math.min(MOST_PER_PROCESSOR * processors, (tasks + BLOCK - 1) / BLOCK);
    return Math.max(1, Math.min(work.threads().orElse(processors), useful));
  }

  /**
   * Runs all tasks and waits for them.
   *
   * @param stage what the tasks are
   * @param tasks how many there are, numbered from 0
   * @param work on how many threads at most, and who hears of it; no more are started than have
   *     work to do, nor than four for each processor
   * @param workers gives each thread a worker of its own
   * @throws CancellationException if the current thread was interrupted, which it stays marked as,
   *     or the listener ends the work
   */
  public static void run(Stage stage, int tasks, Work work, Supplier<IntConsumer> workers) {
    Interruption.check();
    int used = threads(tasks, work);
    Work.Account account = work.account(stage, tasks);
    if (used == 1) {
      IntConsumer worker = workers.get();
      for (int task = 0; task < tasks; task++) {
        Interruption.check();
        worker.accept(task);
        account.passing(task + 1);
      }
    } else {
      onThreads(used, tasks, account, workers);
    }
    account.tell(tasks);
  }

  private static void onThreads(
      int threads, int tasks, Work.Account account, Supplier<IntConsumer> workers) {
    List<Thread> started = new CopyOnWriteArrayList<>();
    ExecutorService executor =
        Executors.newFixedThreadPool(
            threads,
            runnable -> {
              Thread thread = new Thread(runnable, "resampling");
              thread.setDaemon(true);
              started.add(thread);
              return thread;
            });
    try {
      ExecutorCompletionService<Void> ended = new ExecutorCompletionService<>(executor);
      AtomicInteger next = new AtomicInteger();
      AtomicInteger done = new AtomicInteger();
      for (int t = 0; t < threads; t++) {
        ended.submit(() -> work(tasks, next, done, workers.get()), null);
      }
      for (int running = threads; running > 0; ) {
        Future<Void> one = ended.poll(Progress.EVERY_MILLIS, TimeUnit.MILLISECONDS);
        if (one == null) {
          account.passing(done.get());
        } else {
          one.get();
          running--;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Interruption.of(e);
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
      awaitEnd(started);
    }
  }

  private static void work(int tasks, AtomicInteger next, AtomicInteger done, IntConsumer worker) {
    for (int start = next.getAndAdd(BLOCK); start < tasks; start = next.getAndAdd(BLOCK)) {
      int end = Math.min(start + BLOCK, tasks);
      for (int task = start; task < end; task++) {
        Interruption.check();
        worker.accept(task);
      }
      done.addAndGet(end - start);
    }
  }

  /** Waits until the threads have ended, however often the wait is interrupted. */
  private static void awaitEnd(List<Thread> threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
