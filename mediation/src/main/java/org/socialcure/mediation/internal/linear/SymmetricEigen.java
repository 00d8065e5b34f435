package org.socialcure.mediation.internal.linear;

import java.util.Arrays;

/**
 * The eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations, which find
 * small eigenvalues of well-scaled matrices to the last digits.
 *
 * @param values the eigenvalues, in no order
 * @param vectors for each eigenvalue its vector of length 1
 */
record SymmetricEigen(double[] values, double[][] vectors) {
  private static final int SWEEPS = 60;

  static SymmetricEigen of(double[][] symmetric) {
    int size = symmetric.length;
    double[][] matrix = SymmetricMatrix.copy(symmetric);
    double[][] vectors = new double[size][size];
    for (int i = 0; i < size; i++) {
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS && !isDiagonal(matrix); sweep++) {
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          if (matrix[p][q] != 0) {
            rotate(matrix, vectors, p, q);
          }
        }
      }
    }
    double[] values = new double[size];
    Arrays.setAll(values, i -> matrix[i][i]);
    return new SymmetricEigen(values, vectors);
  }

  private static boolean isDiagonal(double[][] matrix) {
    double off = 0;
    double all = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        all += matrix[i][j] * matrix[i][j];
        off += i == j ? 0 : matrix[i][j] * matrix[i][j];
      }
    }
    return off <= 1e-34 * all;
  }

  private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    for (double[] row : matrix) {
      double one = row[p];
      double other = row[q];
      row[p] = cosine * one - sine * other;
      row[q] = sine * one + cosine * other;
    }
    turn(matrix, p, q, cosine, sine);
    turn(vectors, p, q, cosine, sine);
  }

  private static void turn(double[][] rows, int p, int q, double cosine, double sine) {
    for (int j = 0; j < rows.length; j++) {
      double one = rows[p][j];
      double other = rows[q][j];
      rows[p][j] = cosine * one - sine * other;
      rows[q][j] = sine * one + cosine * other;
    }
  }
}
