package org.socialcure.mediation.internal.linear;

import java.util.Arrays;
import java.util.Optional;
import org.socialcure.mediation.internal.Interruption;

/** The factorisation {@code L D L'} of a symmetric positive definite matrix, with 32 digits. */
final class TwofoldFactor {
  private final Twofold[][] lower;
  private final Twofold[] diagonal;

  private TwofoldFactor(Twofold[][] lower, Twofold[] diagonal) {
    this.lower = lower;
    this.diagonal = diagonal;
  }

  /**
   * Factors a matrix.
   *
   * @param matrix its lower triangle is read
   * @return the factor; empty if the matrix is not positive definite
   */
  static Optional<TwofoldFactor> of(Twofold[][] matrix) {
    int k = matrix.length;
    Twofold[][] lower = new Twofold[k][k];
    Twofold[] diagonal = new Twofold[k];
    for (int i = 0; i < k; i++) {
      Interruption.check();
      Twofold[] scaled = new Twofold[i];
      Twofold left = matrix[i][i];
      for (int j = 0; j < i; j++) {
        Twofold sum = matrix[i][j];
        for (int p = 0; p < j; p++) {
          sum = sum.minus(scaled[p].times(lower[j][p]));
        }
        scaled[j] = sum;
        lower[i][j] = sum.over(diagonal[j]);
        left = left.minus(sum.times(lower[i][j]));
      }
      if (!(left.high() > 0)) {
        return Optional.empty();
      }
      diagonal[i] = left;
    }
    return Optional.of(new TwofoldFactor(lower, diagonal));
  }

  /** Solves for one right-hand side. */
  Twofold[] solve(Twofold[] target) {
    int k = diagonal.length;
    Twofold[] x = target.clone();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        x[i] = x[i].minus(lower[i][j].times(x[j]));
      }
    }
    for (int i = k - 1; i >= 0; i--) {
      x[i] = x[i].over(diagonal[i]);
      for (int j = i + 1; j < k; j++) {
        x[i] = x[i].minus(lower[j][i].times(x[j]));
      }
    }
    return x;
  }

  /** The inverse, rounded to doubles. */
  double[][] inverse() {
    int k = diagonal.length;
    double[][] inverse = new double[k][k];
    for (int j = 0; j < k; j++) {
      Interruption.check();
      Twofold[] unit = new Twofold[k];
      Arrays.fill(unit, Twofold.ZERO);
      unit[j] = Twofold.of(1);
      Twofold[] column = solve(unit);
      for (int i = 0; i <= j; i++) {
        inverse[i][j] = column[i].value();
        inverse[j][i] = inverse[i][j];
      }
    }
    return inverse;
  }
}
