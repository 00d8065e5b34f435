package org.socialcure.mediation.internal.glm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.linear.Householder;

/**
 * Recognises directions in which a likelihood rises for ever, so that estimates are infinite.
 *
 * <p>Where the likelihood has no maximum, Fisher scoring goes off in such a direction with steps of
 * about one unit of the linear predictor, while everything else comes to rest. A step that looks
 * like this is taken apart: the rows that it does not clearly move towards their outcome have to
 * stay where they are, so that only its part in the null space of these rows counts. If that part
 * moves no row against its outcome, it is the proof. An outlier, which for a while looks much the
 * same, leaves nothing in the null space.
 *
 * @param kind whether all outcomes are predicted perfectly
 * @param direction how the coefficients go to infinity
 */
public record Separation(Kind kind, double[] direction) {
  /** Ordinary data have come to rest by this iteration. */
  public static final int FIRST_ITERATION = 6;

  private static final double MOVES = 0.05;
  private static final double NEARLY_RESTS = 1e-2;
  private static final double ROUNDING = 1e-9;

  /** Whether all outcomes are predicted perfectly. */
  public enum Kind {
    /** All are. */
    COMPLETE,
    /** Only some are. */
    QUASI_COMPLETE
  }

  /** The elements of a design matrix. */
  @FunctionalInterface
  public interface Design {
    /**
     * One element.
     *
     * @param row a row
     * @param column a column
     * @return the element
     */
    double at(int row, int column);
  }

  /**
   * Judges a step of Fisher scoring.
   *
   * @param response the distribution of the outcome
   * @param y the outcome
   * @param weights the weight of each row, or null if all are 1; rows of weight zero do not count
   * @param design the design matrix
   * @param step the change of the coefficients
   * @param change the change of each row's linear predictor, which is the design times the step
   * @return the separation that the step proves, if any
   */
  public static Optional<Separation> of(
      Response response,
      double[] y,
      double @Nullable [] weights,
      Design design,
      double[] step,
      double[] change) {
    return suspicious(response, y, weights, change)
        ? new Judgement(response, y, weights, design, step.length).proof(step)
        : Optional.empty();
  }

  private static boolean suspicious(
      Response response, double[] y, double @Nullable [] weights, double[] change) {
    double most = 0;
    for (int i = 0; i < y.length; i++) {
      if (weights != null && !(weights[i] > 0)) {
        continue;
      }
      double gain = gain(response.direction(y[i]), change[i]);
      if (!(gain >= -NEARLY_RESTS)) {
        return false;
      }
      most = Math.max(most, gain);
    }
    return most > MOVES;
  }

  /** How far a change moves a linear predictor to where its outcome is more likely. */
  private static double gain(int direction, double change) {
    return direction == 0 ? -Math.abs(change) : direction * change;
  }

  private record Judgement(
      Response response, double[] y, double @Nullable [] weights, Design design, int size) {
    Optional<Separation> proof(double[] step) {
      List<Integer> resting = new ArrayList<>();
      for (int i = 0; i < y.length; i++) {
        Interruption.check(i);
        if (counts(i) && !(relativeGain(i, step) > ROUNDING)) {
          resting.add(i);
        }
      }
      double[] direction = resting.isEmpty() ? step : inNullSpace(step, resting);
      double most = 0;
      boolean all = true;
      for (int i = 0; i < y.length; i++) {
        Interruption.check(i);
        if (counts(i)) {
          double relative = relativeGain(i, direction);
          if (!(relative >= -ROUNDING)) {
            return Optional.empty();
          }
          all &= relative > ROUNDING;
          most = Math.max(most, relative > ROUNDING ? change(i, direction) : 0);
        }
      }
      return most > MOVES / 2
          ? Optional.of(new Separation(all ? Kind.COMPLETE : Kind.QUASI_COMPLETE, direction))
          : Optional.empty();
    }

    private boolean counts(int row) {
      return weights == null || weights[row] > 0;
    }

    private double change(int row, double[] direction) {
      double change = 0;
      for (int j = 0; j < size; j++) {
        change += direction[j] * design.at(row, j);
      }
      return Math.abs(change);
    }

    /** A row's gain as a share of what its terms would add up to if none cancelled. */
    private double relativeGain(int row, double[] direction) {
      double change = 0;
      double parts = 0;
      for (int j = 0; j < size; j++) {
        double part = direction[j] * design.at(row, j);
        change += part;
        parts += Math.abs(part);
      }
      return parts > 0 ? gain(response.direction(y[row]), change) / parts : 0;
    }

    /** The part of a step that leaves some rows where they are. */
    private double[] inNullSpace(double[] step, List<Integer> resting) {
      double[] lengths = new double[size];
      double[][] columns = new double[size][resting.size()];
      for (int j = 0; j < size; j++) {
        for (int i = 0; i < resting.size(); i++) {
          columns[j][i] = design.at(resting.get(i), j);
        }
        for (int i = 0; i < y.length; i++) {
          lengths[j] += counts(i) ? design.at(i, j) * design.at(i, j) : 0;
        }
        lengths[j] = Math.sqrt(lengths[j]);
      }
      // Measured with columns of length one, and orthogonalised one after the other.
      List<double[]> basis = new ArrayList<>();
      double[] part = new double[size];
      for (Householder.Dependence found : new Householder(columns).dependences()) {
        double[] vector = new double[size];
        for (int j = 0; j < size; j++) {
          vector[j] = (j == found.column() ? 1 : -found.multipliers()[j]) * lengths[j];
        }
        for (double[] earlier : basis) {
          subtract(vector, earlier, dot(vector, earlier));
        }
        double length = Math.sqrt(dot(vector, vector));
        if (length > 0) {
          for (int j = 0; j < size; j++) {
            vector[j] /= length;
          }
          basis.add(vector);
        }
      }
      double[] scaled = step.clone();
      for (int j = 0; j < size; j++) {
        scaled[j] *= lengths[j];
      }
      for (double[] vector : basis) {
        subtract(part, vector, -dot(scaled, vector));
      }
      for (int j = 0; j < size; j++) {
        part[j] = lengths[j] > 0 ? part[j] / lengths[j] : 0;
      }
      return part;
    }

    private static void subtract(double[] from, double[] vector, double factor) {
      for (int j = 0; j < from.length; j++) {
        from[j] -= factor * vector[j];
      }
    }

    private static double dot(double[] left, double[] right) {
      double sum = 0;
      for (int j = 0; j < left.length; j++) {
        sum += left[j] * right[j];
      }
      return sum;
    }
  }
}
