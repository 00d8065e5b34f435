package org.socialcure.scoring.internal.factor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Factors of a correlation matrix before rotation: loadings and uniquenesses, {@code R ≈ ΛΛ' + Ψ}.
 *
 * <p>The uniquenesses are found by Newton steps with the approximate second derivatives of Jöreskog
 * (1977), damped until the discrepancy falls; given them, the loadings are the first principal
 * axes. A solution with a uniqueness that is not above zero (a Heywood case) is no proper one; the
 * best among those whose uniquenesses are held at {@link #LEAST} or more exists nevertheless.
 *
 * @param loadings by item and factor
 * @param uniquenesses by item; above zero in a proper solution. At a bound they are what the
 *     loadings leave of each item's variance, which may be less than nothing
 * @param atBound whether a uniqueness was held at {@link #LEAST}
 */
public record FactorSolution(double[][] loadings, double[] uniquenesses, boolean atBound) {
  /** The smallest uniqueness of a solution within bounds. */
  public static final double LEAST = 0.005;

  private static final int MOST_STEPS = 1000;
  private static final double LEAST_DAMPING = 1e-10;
  private static final double LITTLE = 0.05;
  private static final double MOST_DAMPING = 1e9;
  private static final double SMALLEST_UNIQUENESS = 1e-5;

  /** What the difference between the correlations and the model's is measured by. */
  public enum Discrepancy {
    /** Half the sum of squared differences off the diagonal (Harman and Jones 1966). */
    MINIMUM_RESIDUAL {
      @Override
      double[] uniquenesses(double[] parameters) {
        return parameters;
      }

      @Override
      double[] parameters(double[] uniquenesses) {
        return uniquenesses;
      }

      @Override
      RealMatrix reduced(RealMatrix r, double[] uniquenesses) {
        RealMatrix reduced = r.copy();
        for (int i = 0; i < uniquenesses.length; i++) {
          reduced.addToEntry(i, i, -uniquenesses[i]);
        }
        return reduced;
      }

      @Override
      double value(double root) {
        return root * root / 2;
      }

      @Override
      double slope(double root) {
        return -root;
      }

      @Override
      double loading(double root, double uniqueness) {
        return Math.sqrt(Math.max(0, root));
      }
    },
    /** Minus twice the log-likelihood ratio of the normal model, by person (Lawley 1940). */
    MAXIMUM_LIKELIHOOD {
      @Override
      double[] uniquenesses(double[] parameters) {
        return Arrays.stream(parameters).map(StrictMath::exp).toArray();
      }

      @Override
      double[] parameters(double[] uniquenesses) {
        return Arrays.stream(uniquenesses).map(StrictMath::log).toArray();
      }

      @Override
      RealMatrix reduced(RealMatrix r, double[] uniquenesses) {
        RealMatrix scaled = r.copy();
        for (int i = 0; i < uniquenesses.length; i++) {
          for (int j = 0; j < uniquenesses.length; j++) {
            scaled.setEntry(
                i, j, scaled.getEntry(i, j) / Math.sqrt(uniquenesses[i] * uniquenesses[j]));
          }
        }
        return scaled;
      }

      @Override
      double value(double root) {
        return root > 0 ? root - StrictMath.log(root) - 1 : Double.POSITIVE_INFINITY;
      }

      @Override
      double slope(double root) {
        return 1 - root;
      }

      @Override
      double loading(double root, double uniqueness) {
        return Math.sqrt(Math.max(0, root - 1) * uniqueness);
      }
    };

    /** The uniquenesses that the steps' parameters stand for. */
    abstract double[] uniquenesses(double[] parameters);

    abstract double[] parameters(double[] uniquenesses);

    /** The matrix whose principal axes give the loadings. */
    abstract RealMatrix reduced(RealMatrix r, double[] uniquenesses);

    /** What a root beyond the factors adds to the discrepancy. */
    abstract double value(double root);

    /** By how much that changes with a parameter, but for the squared weight of its item. */
    abstract double slope(double root);

    /** What an axis of length one has to be multiplied by to be a loading. */
    abstract double loading(double root, double uniqueness);
  }

  /**
   * Extracts factors.
   *
   * @param r a correlation matrix
   * @param factors how many, at least 1, with at least as many correlations as parameters
   * @param discrepancy what is made small
   * @return the solution; empty if there is no proper one
   */
  public static Optional<FactorSolution> of(double[][] r, int factors, Discrepancy discrepancy) {
    Search search = new Search(new Array2DRowRealMatrix(r), factors, discrepancy, 0);
    try {
      return search.lowestFrom(search.start()).flatMap(Search.Point::solution);
    } catch (SingularMatrixException noSolution) {
      return Optional.empty();
    }
  }

  /**
   * Extracts factors by minimum residuals with uniquenesses from {@link #LEAST} to 1. Where one is
   * held at a bound there may be more than one minimum; the lowest is then sought from as many
   * starts as there are items, each with little left of one of them.
   *
   * @param r a correlation matrix
   * @param factors how many, at least 1, with at least as many correlations as parameters
   * @return the solution; empty if there is none
   */
  public static Optional<FactorSolution> withinBounds(double[][] r, int factors) {
    RealMatrix matrix = new Array2DRowRealMatrix(r);
    Search search = new Search(matrix, factors, Discrepancy.MINIMUM_RESIDUAL, LEAST);
    double[] start = search.start();
    Optional<Search.Point> first = search.lowestFrom(start);
    if (first.isPresent() && !first.get().isAtBound()) {
      return first.get().solution();
    }
    return Stream.concat(
            first.stream(),
            IntStream.range(0, start.length)
                .mapToObj(
                    item -> {
                      double[] other = start.clone();
                      other[item] = LITTLE;
                      return new Search(matrix, factors, Discrepancy.MINIMUM_RESIDUAL, LEAST)
                          .lowestFrom(other);
                    })
                .flatMap(Optional::stream))
        .min(Comparator.comparingDouble(point -> point.value))
        .flatMap(Search.Point::solution);
  }

  /** Whether the model has no more parameters than there are correlations. */
  public static boolean isIdentified(int items, int factors) {
    return (items - factors) * (items - factors) >= items + factors;
  }

  private static final class Search {
    private final RealMatrix r;
    private final int factors;
    private final Discrepancy discrepancy;
    private final double least;
    private double damping = LEAST_DAMPING;

    /**
     * @param least the bound that uniquenesses are held at; 0 for steps that never reach one
     */
    Search(RealMatrix r, int factors, Discrepancy discrepancy, double least) {
      this.r = r;
      this.factors = factors;
      this.discrepancy = discrepancy;
      this.least = least;
    }

    /** Where steps from a start come to an end. */
    Optional<Point> lowestFrom(double[] start) {
      try {
        return lowest(discrepancy.parameters(start));
      } catch (MaxCountExceededException | SingularMatrixException noSolution) {
        return Optional.empty();
      }
    }

    private Optional<Point> lowest(double[] start) {
      Point here = new Point(start);
      for (int step = 0; step < MOST_STEPS; step++) {
        double[] gradient = here.gradient();
        if (Arrays.stream(gradient).allMatch(slope -> Math.abs(slope) < 1e-11)) {
          return Optional.of(here);
        }
        Optional<Point> next = lower(here, gradient);
        if (next.isEmpty()) {
          // Rounding leaves nothing to be gained.
          return Arrays.stream(gradient).allMatch(slope -> Math.abs(slope) < 1e-6)
              ? Optional.of(here)
              : Optional.empty();
        }
        here = next.get();
      }
      return Optional.empty();
    }

    /** A proper point with a lower discrepancy, by steps the shorter the more they are damped. */
    private Optional<Point> lower(Point here, double[] gradient) {
      for (; damping < MOST_DAMPING; damping *= 10) {
        double[] direction = here.newton(gradient, damping);
        double[] moved = here.parameters.clone();
        for (int i = 0; i < moved.length; i++) {
          moved[i] = bounded(moved[i] - direction[i]);
        }
        if (isProper(discrepancy.uniquenesses(moved))) {
          Point there = new Point(moved);
          if (there.value < here.value) {
            damping = Math.max(LEAST_DAMPING, damping / 100);
            return Optional.of(there);
          }
        }
      }
      return Optional.empty();
    }

    private double bounded(double parameter) {
      return least > 0 ? Math.max(least, Math.min(1, parameter)) : parameter;
    }

    /** Jöreskog's start: a share of what the other items cannot explain. */
    private double[] start() {
      int k = r.getRowDimension();
      LUDecomposition decomposition = new LUDecomposition(r);
      if (least > 0 && !decomposition.getSolver().isNonSingular()) {
        double[] halves = new double[k];
        Arrays.fill(halves, 0.5);
        return halves;
      }
      RealMatrix inverse = decomposition.getSolver().getInverse();
      return IntStream.range(0, k)
          .mapToDouble(
              i -> {
                double left = (1 - factors / (2.0 * k)) / inverse.getEntry(i, i);
                return left > 0.01 && left < 0.99 ? left : 0.5;
              })
          .toArray();
    }

    /** Each item keeps some variance of its own, and has no more than there is. */
    private static boolean isProper(double[] uniquenesses) {
      return Arrays.stream(uniquenesses).allMatch(u -> u >= SMALLEST_UNIQUENESS && u <= 1 + 1e-9);
    }

    private final class Point {
      private final double[] parameters;
      private final double[] uniquenesses;
      private final double[] roots;
      private final double[][] axes;
      private final double value;

      Point(double[] parameters) {
        this.parameters = parameters;
        this.uniquenesses = discrepancy.uniquenesses(parameters);
        EigenDecomposition eigen = new EigenDecomposition(discrepancy.reduced(r, uniquenesses));
        this.roots = eigen.getRealEigenvalues();
        this.axes = eigen.getV().getData();
        double sum = 0;
        for (int j = factors; j < roots.length; j++) {
          sum += discrepancy.value(roots[j]);
        }
        this.value = sum;
      }

      double[] gradient() {
        double[] gradient = new double[parameters.length];
        for (int i = 0; i < gradient.length; i++) {
          for (int j = factors; j < roots.length; j++) {
            gradient[i] += discrepancy.slope(roots[j]) * axes[i][j] * axes[i][j];
          }
          if (isHeld(i, gradient[i])) {
            gradient[i] = 0;
          }
        }
        return gradient;
      }

      /** Whether the discrepancy would fall beyond a bound only. */
      private boolean isHeld(int item, double slope) {
        return least > 0
            && (parameters[item] <= least && slope > 0 || parameters[item] >= 1 && slope < 0);
      }

      double[] newton(double[] gradient, double ridge) {
        int k = gradient.length;
        RealMatrix curvature = new Array2DRowRealMatrix(k, k);
        for (int i = 0; i < k; i++) {
          for (int l = 0; l <= i; l++) {
            double product = 0;
            for (int j = factors; j < k; j++) {
              product += axes[i][j] * axes[l][j];
            }
            // What is held at a bound, with a slope of 0, takes no part in the step.
            boolean free = i == l || gradient[i] != 0 && gradient[l] != 0;
            curvature.setEntry(i, l, free ? product * product : 0);
            curvature.setEntry(l, i, free ? product * product : 0);
          }
        }
        for (int i = 0; i < k; i++) {
          curvature.addToEntry(i, i, ridge);
        }
        return new LUDecomposition(curvature)
            .getSolver()
            .solve(new ArrayRealVector(gradient))
            .toArray();
      }

      Optional<FactorSolution> solution() {
        if (!isProper(uniquenesses) || least == 0 && roots[factors - 1] <= 0) {
          return Optional.empty();
        }
        double[][] loadings = new double[uniquenesses.length][factors];
        for (int i = 0; i < loadings.length; i++) {
          for (int j = 0; j < factors; j++) {
            loadings[i][j] = axes[i][j] * discrepancy.loading(roots[j], uniquenesses[i]);
          }
        }
        return Optional.of(
            new FactorSolution(loadings, isAtBound() ? left(loadings) : uniquenesses, isAtBound()));
      }

      boolean isAtBound() {
        return least > 0 && Arrays.stream(uniquenesses).anyMatch(u -> u <= least);
      }

      private double[] left(double[][] loadings) {
        return Arrays.stream(loadings)
            .mapToDouble(row -> 1 - Arrays.stream(row).map(loading -> loading * loading).sum())
            .toArray();
      }
    }
  }
}
