package org.socialcure.mediation.internal.fit;

import java.util.HashSet;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.internal.Parallel;
import org.socialcure.mediation.internal.Work;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.Family;

/** What replicates need of the memory, told before it is taken. */
final class MemoryNeed {
  private static final double NUMBER = Double.BYTES;
  private static final double OBJECT = 48;

  /** Arrays of one number a row that a thread needs for frequencies and weights. */
  private static final int ARRAYS_OF_THREAD = 2;

  /** As many more for each equation that is fitted by iteration. */
  private static final int ARRAYS_OF_ITERATION = 6;

  /** As many for a least squares fit of every replicate, besides its columns three times over. */
  private static final int ARRAYS_OF_FIT = 6;

  /** Arrays that a fitted equation keeps: its residuals, fitted values, leverages, weights. */
  private static final int ARRAYS_KEPT = 4;

  /** Copies of the columns of the largest equation while it is checked and factored. */
  private static final int COPIES = 4;

  /** An effect in every draw, the same sorted, and room to sort. */
  private static final int ARRAYS_OF_DRAWS = 3;

  /** Long arrays must lie in one piece, and free memory does not. */
  private static final double FRAGMENTED = 1.25;

  private MemoryNeed() {}

  /** Refuses a fit for which the memory that is left does not suffice. */
  static void check(Design design) {
    Set<String> variables = new HashSet<>(design.model().variables());
    double arrays = variables.size() + ARRAYS_OF_FIT;
    int mostTerms = 0;
    for (Equation equation : design.model().equations()) {
      int size = equation.terms().size() + 1;
      arrays += size + ARRAYS_KEPT;
      mostTerms = Math.max(mostTerms, size);
    }
    arrays += COPIES * (double) mostTerms;
    int rows = design.sample().rows();
    require("data", NUMBER * rows * arrays, "to fit the equations to " + rows + " rows");
  }

  /** Refuses a bootstrap for which the memory that is left does not suffice. */
  static void check(
      Design design, Bootstrap bootstrap, BootstrapKind kind, int statistics, Work work) {
    require(
        "bootstrap",
        bytes(design, bootstrap, kind, statistics, work),
        "for "
            + bootstrap.replicates()
            + " replicates of "
            + design.sample().rows()
            + " rows; fewer threads need less");
  }

  /** Refuses draws for which the memory that is left does not suffice. */
  static void check(Draws draws, int coefficients) {
    require(
        "Monte Carlo draws",
        NUMBER * draws.count() * (coefficients + ARRAYS_OF_DRAWS),
        "for " + draws.count() + " draws of " + coefficients + " coefficients; fewer need less");
  }

  private static void require(String where, double bytes, String what) {
    double needed = FRAGMENTED * bytes;
    if (needed <= left()) {
      return;
    }
    // What nobody needs any more still counts as used.
    System.gc();
    double left = left();
    if (needed > left) {
      throw new InvalidInputException(
          where,
          "needs about "
              + megabytes(needed)
              + " MB of memory "
              + what
              + ", and "
              + megabytes(left)
              + " MB are left; start Java with more memory (-Xmx)");
    }
  }

  private static double bytes(
      Design design, Bootstrap bootstrap, BootstrapKind kind, int statistics, Work work) {
    double rows = design.sample().rows();
    double replicate = NUMBER * statistics + OBJECT;
    Set<String> pool = new HashSet<>();
    double perThread = ARRAYS_OF_THREAD;
    int mostTerms = 0;
    for (Equation equation : design.model().equations()) {
      pool.add(equation.outcome());
      equation.terms().forEach(term -> pool.add(term.name()));
      int size = equation.terms().size() + 1;
      mostTerms = Math.max(mostTerms, size);
      if (bootstrap.method() == IntervalMethod.STUDENTIZED) {
        replicate += NUMBER * size * size + OBJECT * (size + 1);
      }
      if (equation.family() != Family.GAUSSIAN) {
        perThread += ARRAYS_OF_ITERATION;
      }
    }
    if (kind.drawsResiduals()) {
      perThread += pool.size() + 3.0 * mostTerms + ARRAYS_OF_FIT;
    }
    int threads = Parallel.threads(bootstrap.replicates(), work);
    return bootstrap.replicates() * replicate
        + NUMBER * rows * (pool.size() + 1 + threads * perThread);
  }

  private static double left() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - (double) (runtime.totalMemory() - runtime.freeMemory());
  }

  private static long megabytes(double bytes) {
    return Math.round(Math.ceil(bytes / 1e6));
  }
}
