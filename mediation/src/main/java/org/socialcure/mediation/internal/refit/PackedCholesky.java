package org.socialcure.mediation.internal.refit;

/**
 * The Cholesky factorisation {@code L L'} of a symmetric matrix whose lower triangle is packed row
 * by row in an array; in place, without allocation, for it is solved once an equation in every
 * replicate.
 */
final class PackedCholesky {
  private PackedCholesky() {}

  /** How many elements a triangle has. */
  static int length(int size) {
    return size * (size + 1) / 2;
  }

  /** The place of a row's first element. */
  static int row(int i) {
    return i * (i + 1) / 2;
  }

  /**
   * Factors in place.
   *
   * @param tolerance the smallest share of a diagonal element that the earlier rows must leave
   * @return whether the matrix is positive definite, with that much to spare
   */
  static boolean factor(double[] matrix, int size, double tolerance) {
    for (int i = 0; i < size; i++) {
      int start = row(i);
      double diagonal = matrix[start + i];
      double left = diagonal;
      for (int j = 0; j < i; j++) {
        int other = row(j);
        double sum = matrix[start + j];
        for (int p = 0; p < j; p++) {
          sum -= matrix[start + p] * matrix[other + p];
        }
        double element = sum / matrix[other + j];
        matrix[start + j] = element;
        left -= element * element;
      }
      if (!(left > tolerance * diagonal)) {
        return false;
      }
      matrix[start + i] = Math.sqrt(left);
    }
    return true;
  }

  /** Solves L x = b in place. */
  static void forward(double[] factor, int size, double[] vector) {
    for (int i = 0; i < size; i++) {
      int start = row(i);
      double sum = vector[i];
      for (int j = 0; j < i; j++) {
        sum -= factor[start + j] * vector[j];
      }
      vector[i] = sum / factor[start + i];
    }
  }

  /** Solves L' x = b in place. */
  static void backward(double[] factor, int size, double[] vector) {
    for (int i = size - 1; i >= 0; i--) {
      double value = vector[i] / factor[row(i) + i];
      vector[i] = value;
      for (int j = 0; j < i; j++) {
        vector[j] -= factor[row(i) + j] * value;
      }
    }
  }

  /**
   * The inverse of the factored matrix.
   *
   * @param inverse where it goes, row by row
   * @param column scratch of at least {@code size} elements
   */
  static void inverse(double[] factor, int size, double[][] inverse, double[] column) {
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        column[i] = i == j ? 1 : 0;
      }
      forward(factor, size, column);
      backward(factor, size, column);
      for (int i = 0; i < size; i++) {
        inverse[i][j] = column[i];
      }
    }
  }
}
