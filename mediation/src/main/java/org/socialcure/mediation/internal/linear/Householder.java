package org.socialcure.mediation.internal.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.socialcure.mediation.internal.Interruption;

/**
 * The QR factorisation of a matrix with more rows than columns, by Householder reflections.
 *
 * <p>Columns are scaled to length one first, so that units do not matter, and kept in their order.
 * A column of which the earlier ones leave less than {@link #TOLERANCE} of its length is left out
 * and reported as dependent on them.
 *
 * <p>No more accurate than the QR factorisation of commons-math3, which measures rank in the units
 * of the columns, names no combination, and whose regression gives leverages only as the diagonal
 * of a matrix with a row and a column for each row of data.
 */
public final class Householder {
  /** The length that must be left of a column of length one. */
  public static final double TOLERANCE = 1e-9;

  /** The smallest share of a dependent column that counts as taking part. */
  private static final double PART = 1e-6;

  private final int rows;
  private final double[][] reflectors;
  private final double[] factors;
  private final double[][] upper;
  private final double[] scales;
  private final int[] columns;
  private final List<Dependence> dependences;
  private int rank;

  /**
   * A column that is a linear combination of earlier ones.
   *
   * @param column its index
   * @param others the indices of the columns that take a noticeable part in the combination
   * @param multipliers the multiplier of each column in it, 0 for later and dependent ones
   */
  public record Dependence(int column, List<Integer> others, double[] multipliers) {}

  /**
   * Factors a matrix.
   *
   * @param matrix its columns; they are overwritten and belong to this object from now on
   */
  public Householder(double[][] matrix) {
    int k = matrix.length;
    rows = matrix[0].length;
    reflectors = new double[k][];
    factors = new double[k];
    upper = new double[k][];
    scales = new double[k];
    columns = new int[k];
    dependences = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      append(matrix[j], j);
    }
  }

  private void append(double[] column, int index) {
    Interruption.check();
    double scale = norm(column, 0);
    if (scale > 0) {
      for (int i = 0; i < rows; i++) {
        column[i] /= scale;
      }
    }
    for (int p = 0; p < rank; p++) {
      reflect(p, column);
    }
    double tail = rank < rows ? norm(column, rank) : 0;
    if (!(tail > TOLERANCE)) {
      dependences.add(dependence(column, index, scale));
      return;
    }
    double diagonal = column[rank] > 0 ? -tail : tail;
    double[] r = new double[rank + 1];
    System.arraycopy(column, 0, r, 0, rank);
    r[rank] = diagonal;
    column[rank] -= diagonal;
    upper[rank] = r;
    reflectors[rank] = column;
    // |v|² = 2 (tail² + |x| tail) for v = x - diagonal.
    factors[rank] = -1 / (diagonal * column[rank]);
    scales[rank] = scale;
    columns[rank] = index;
    rank++;
  }

  private Dependence dependence(double[] column, int index, double scale) {
    double[] share = new double[rank];
    System.arraycopy(column, 0, share, 0, rank);
    backSubstitute(share);
    List<Integer> others = new ArrayList<>();
    double[] multipliers = new double[reflectors.length];
    for (int p = 0; p < rank; p++) {
      multipliers[columns[p]] = share[p] * scale / scales[p];
      if (Math.abs(share[p]) > PART) {
        others.add(columns[p]);
      }
    }
    return new Dependence(index, others, multipliers);
  }

  private static double norm(double[] column, int from) {
    double largest = 0;
    for (int i = from; i < column.length; i++) {
      largest = Math.max(largest, Math.abs(column[i]));
    }
    if (!(largest > 0)) {
      return largest;
    }
    double sum = 0;
    for (int i = from; i < column.length; i++) {
      double share = column[i] / largest;
      sum += share * share;
    }
    return largest * Math.sqrt(sum);
  }

  /** Applies one reflection to a vector. */
  private void reflect(int p, double[] vector) {
    Interruption.check();
    double[] v = reflectors[p];
    // Four sums do not wait for each other.
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int last = rows - 3;
    int row = p;
    for (; row < last; row += 4) {
      first += v[row] * vector[row];
      second += v[row + 1] * vector[row + 1];
      third += v[row + 2] * vector[row + 2];
      fourth += v[row + 3] * vector[row + 3];
    }
    for (; row < rows; row++) {
      first += v[row] * vector[row];
    }
    double factor = ((first + second) + (third + fourth)) * factors[p];
    for (int i = p; i < rows; i++) {
      vector[i] -= factor * v[i];
    }
  }

  /** Solves R x = vector in place, for the first {@code rank} elements. */
  private void backSubstitute(double[] vector) {
    for (int p = rank - 1; p >= 0; p--) {
      vector[p] /= upper[p][p];
      for (int q = 0; q < p; q++) {
        vector[q] -= upper[p][q] * vector[p];
      }
    }
  }

  /**
   * The columns that depend on earlier ones.
   *
   * @return in the order of the columns; empty if the matrix has full rank
   */
  public List<Dependence> dependences() {
    return List.copyOf(dependences);
  }

  /**
   * Solves the least squares problem of a matrix of full rank.
   *
   * @param target the values to be described; overwritten
   * @return the coefficients of the columns
   */
  public double[] solve(double[] target) {
    for (int p = 0; p < rank; p++) {
      reflect(p, target);
    }
    double[] solution = new double[rank];
    System.arraycopy(target, 0, solution, 0, rank);
    backSubstitute(solution);
    for (int p = 0; p < rank; p++) {
      solution[p] /= scales[p];
    }
    return solution;
  }

  /**
   * The inverse of the matrix's cross-products, {@code (A'A)^-1}.
   *
   * @return a symmetric matrix
   */
  public double[][] inverseCrossProducts() {
    double[][] inverse = new double[rank][];
    for (int p = 0; p < rank; p++) {
      double[] unit = new double[rank];
      unit[p] = 1;
      backSubstitute(unit);
      inverse[p] = unit;
    }
    double[][] product = new double[rank][rank];
    for (int p = 0; p < rank; p++) {
      Interruption.check();
      for (int a = 0; a <= p; a++) {
        double factor = inverse[p][a];
        for (int b = 0; b <= a; b++) {
          product[a][b] += factor * inverse[p][b];
        }
      }
    }
    for (int a = 0; a < rank; a++) {
      for (int b = 0; b <= a; b++) {
        product[a][b] /= scales[a] * scales[b];
        product[b][a] = product[a][b];
      }
    }
    return product;
  }

  /**
   * The triangular factor of a matrix of full rank.
   *
   * @return the factor
   */
  public Triangle triangle() {
    return new Triangle(Arrays.copyOf(upper, rank), Arrays.copyOf(scales, rank));
  }

  /**
   * The diagonal of the hat matrix {@code A (A'A)^-1 A'}.
   *
   * @return one value a row
   */
  public double[] leverage() {
    double[] leverage = new double[rows];
    double[] q = new double[rows];
    for (int p = 0; p < rank; p++) {
      Arrays.fill(q, 0);
      q[p] = 1;
      for (int r = p; r >= 0; r--) {
        reflect(r, q);
      }
      for (int i = 0; i < rows; i++) {
        leverage[i] += q[i] * q[i];
      }
    }
    return leverage;
  }
}
