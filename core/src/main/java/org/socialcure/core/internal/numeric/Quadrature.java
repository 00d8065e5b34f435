package org.socialcure.core.internal.numeric;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * Definite integrals of functions of one variable.
 *
 * <p>The one quadrature of the house; its figures beside those of commons-math3, whose rules do not
 * adapt to the function, are written at the package.
 */
public final class Quadrature {
  private static final int MOST_PIECES = 4000;
  private static final double UNDERFLOW = 1e-300;

  // Nodes and weights of the Gauss-Kronrod pair of 7 and 15 points (Kronrod 1965), from the outside
  // to the centre; every other node belongs to the Gauss rule.
  private static final double[] NODES = {
    0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
    0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
    0.586087235467691130294144838258730, 0.405845151377397166906606412076961,
    0.207784955007898467600689403773245, 0
  };
  private static final double[] KRONROD = {
    0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
    0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
    0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
    0.204432940075298892414161999234649, 0.209482141084727828012999174891714
  };
  private static final double[] GAUSS = {
    0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
    0.381830050505118944950369775488975, 0.417959183673469387755102040816327
  };

  private Quadrature() {}

  private record Piece(double left, double right, double value, double error) {}

  /**
   * The integral by adaptive Gauss-Kronrod quadrature: the piece with the largest error is halved
   * until the errors add up to less than the tolerance.
   *
   * @param f a function that is smooth, or steep only near the break points
   * @param breaks at least two points in ascending order, the ends of the range among them
   * @param tolerance the accuracy asked for, relative to the integral
   * @return the integral
   */
  public static double integrate(DoubleUnaryOperator f, double[] breaks, double tolerance) {
    PriorityQueue<Piece> pieces =
        new PriorityQueue<>(Comparator.comparingDouble(Piece::error).reversed());
    for (int i = 1; i < breaks.length; i++) {
      if (breaks[i] > breaks[i - 1]) {
        pieces.add(piece(f, breaks[i - 1], breaks[i]));
      }
    }
    double value = 0;
    double error = 0;
    while (!pieces.isEmpty()) {
      value = pieces.stream().mapToDouble(Piece::value).sum();
      error = pieces.stream().mapToDouble(Piece::error).sum();
      Piece worst = pieces.element();
      double middle = (worst.left + worst.right) / 2;
      boolean divisible = middle > worst.left && middle < worst.right;
      if (error <= tolerance * Math.abs(value) + UNDERFLOW
          || pieces.size() >= MOST_PIECES
          || !divisible) {
        break;
      }
      pieces.remove();
      pieces.add(piece(f, worst.left, middle));
      pieces.add(piece(f, middle, worst.right));
    }
    return value;
  }

  private static Piece piece(DoubleUnaryOperator f, double left, double right) {
    double centre = (left + right) / 2;
    double half = (right - left) / 2;
    double middle = f.applyAsDouble(centre);
    double kronrod = KRONROD[7] * middle;
    double gauss = GAUSS[3] * middle;
    for (int k = 0; k < 7; k++) {
      double pair =
          f.applyAsDouble(centre - half * NODES[k]) + f.applyAsDouble(centre + half * NODES[k]);
      kronrod += KRONROD[k] * pair;
      if (k % 2 == 1) {
        gauss += GAUSS[k / 2] * pair;
      }
    }
    return new Piece(left, right, half * kronrod, half * Math.abs(kronrod - gauss));
  }
}
