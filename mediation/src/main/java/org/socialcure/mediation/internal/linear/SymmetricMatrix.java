package org.socialcure.mediation.internal.linear;

import java.util.Optional;
import java.util.OptionalDouble;

/** Small symmetric matrices, such as covariances of coefficients. */
public final class SymmetricMatrix {
  /** The smallest share of a diagonal element that the earlier rows must leave. */
  private static final double TOLERANCE = 1e-13;

  private SymmetricMatrix() {}

  /**
   * The quadratic form with the inverse, {@code v' M^-1 v}.
   *
   * @param matrix a symmetric matrix
   * @param vector as many elements
   * @return the form, not negative; empty if the matrix is not positive definite
   */
  public static OptionalDouble inverseForm(double[][] matrix, double[] vector) {
    return factor(matrix)
        .map(factor -> Math.max(0, Summation.dot(vector, factor.solve(vector))))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /**
   * The inverse.
   *
   * @param matrix a symmetric matrix
   * @return its inverse; empty if the matrix is not positive definite
   */
  public static Optional<double[][]> inverse(double[][] matrix) {
    return factor(matrix).map(ScaledCholesky::inverse);
  }

  /**
   * The quadratic form {@code v' M v}.
   *
   * @param matrix a symmetric matrix
   * @param vector as many elements
   * @return the form
   */
  public static double form(double[][] matrix, double[] vector) {
    return form(matrix, vector, vector);
  }

  /**
   * The bilinear form {@code l' M r}.
   *
   * @param matrix a symmetric matrix
   * @param left as many elements
   * @param right as many elements
   * @return the form
   */
  public static double form(double[][] matrix, double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      if (left[i] != 0) {
        sum += left[i] * Summation.dot(matrix[i], right);
      }
    }
    return sum;
  }

  /**
   * The squared length of a vector.
   *
   * @param vector any vector
   * @return the sum of its squares
   */
  public static double squaredLength(double[] vector) {
    double sum = 0;
    for (double element : vector) {
      sum += element * element;
    }
    return sum;
  }

  /**
   * The product {@code M v}.
   *
   * @param rows the rows of any matrix M
   * @param vector one element a column
   * @return one element a row
   */
  static double[] rows(double[][] rows, double[] vector) {
    double[] product = new double[rows.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(rows[i], vector);
    }
    return product;
  }

  /**
   * The sum of products, as it comes.
   *
   * @param left one vector
   * @param right another of as many elements
   * @return the sum
   */
  static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  /**
   * The product {@code M'v}.
   *
   * @param rows the rows of any matrix M, at least one
   * @param vector one element a row
   * @return one element a column
   */
  static double[] columns(double[][] rows, double[] vector) {
    double[] product = new double[rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < product.length; j++) {
        product[j] += vector[i] * rows[i][j];
      }
    }
    return product;
  }

  /**
   * A block of rows and the same columns.
   *
   * @param matrix a symmetric matrix
   * @param indices which rows and columns
   * @return the block
   */
  public static double[][] block(double[][] matrix, int[] indices) {
    double[][] block = new double[indices.length][indices.length];
    for (int i = 0; i < indices.length; i++) {
      for (int j = 0; j < indices.length; j++) {
        block[i][j] = matrix[indices[i]][indices[j]];
      }
    }
    return block;
  }

  /**
   * A copy of a matrix.
   *
   * @param matrix any matrix
   * @return a deep copy
   */
  public static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  private static Optional<ScaledCholesky> factor(double[][] matrix) {
    return matrix.length == 0
        ? Optional.empty()
        : ScaledCholesky.of(matrix, matrix.length, TOLERANCE).factor();
  }
}
