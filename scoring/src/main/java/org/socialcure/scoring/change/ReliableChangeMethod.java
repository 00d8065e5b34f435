package org.socialcure.scoring.change;

import java.util.Optional;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;

/**
 * The methods for telling a person's change from measurement error.
 *
 * <p>x and y are the scores before and after; M1, M2, S1, S2 means and standard deviations of the
 * reference sample before and after; rxx its reliability (before), ryy that afterwards, r the
 * correlation of before and after; SEM = S1 √(1 − rxx), SEP = S1 √(1 − rxx²). Change is reliable
 * when the index is beyond the critical value; exactly at it is not.
 *
 * <p>The first needs a standard deviation and a reliability alone. The others take into account
 * that extreme scores tend to come back to the mean, and need a {@link ReferenceSample}.
 *
 * @since 0.1
 */
@MapperForm
public enum ReliableChangeMethod {
  /**
   * The reliable change index of Jacobson and Truax (1991, doi 10.1037/0022-006X.59.1.12): (after −
   * before) divided by the standard error of the difference, √2 · sd · √(1 − reliability). Change
   * is reliable when the index is beyond ±1.96; exactly 1.96 is not.
   */
  JACOBSON_TRUAX("Jacobson-Truax", 1.96) {
    @Override
    Line line(double before, ReferenceSample sample) {
      return new Line(1, -before, sample.reference().standardErrorOfDifference());
    }
  },
  /**
   * Gulliksen, Lord and Novick, after Hsu (1989, Behav Assess 11:459–467): ((y − M1) − rxx (x −
   * M1)) / SEP, beyond ±1.96.
   */
  GULLIKSEN_LORD_NOVICK("Gulliksen-Lord-Novick", 1.96) {
    @Override
    Line line(double before, ReferenceSample sample) {
      return new Line(1, -sample.expected(before), sample.standardErrorOfPrediction());
    }
  },
  /**
   * Hsu, Linn and Lord (Hsu 1989): ((y − M2) − rxx (x − M1)) / SEP, beyond ±1.96. Needs the mean
   * afterwards.
   */
  HSU_LINN_LORD("Hsu-Linn-Lord", 1.96) {
    @Override
    Optional<NotEstimable> obstacle(ReferenceSample sample) {
      return unless(sample.after().isPresent());
    }

    @Override
    Line line(double before, ReferenceSample sample) {
      double shift = sample.after().orElseThrow().mean() - sample.meanBefore();
      return new Line(1, -sample.expected(before) - shift, sample.standardErrorOfPrediction());
    }
  },
  /**
   * Edwards and Nunnally, after Speer (1992, doi 10.1037/0022-006X.60.3.402): (y − (M1 + rxx (x −
   * M1))) / SEM, beyond ±1.96.
   */
  EDWARDS_NUNNALLY("Edwards-Nunnally", 1.96) {
    @Override
    Line line(double before, ReferenceSample sample) {
      return new Line(1, -sample.expected(before), sample.reference().standardErrorOfMeasurement());
    }
  },
  /**
   * Nunnally and Kotsch (1983): (y − (M1 + rxx (x − M1))) / √(rxx² S1² (1 − rxx) + S1² (1 − ryy)),
   * beyond ±1.96. Needs the reliability afterwards.
   */
  NUNNALLY_KOTSCH("Nunnally-Kotsch", 1.96) {
    @Override
    Optional<NotEstimable> obstacle(ReferenceSample sample) {
      return unless(sample.reliabilityAfter().isPresent());
    }

    @Override
    Line line(double before, ReferenceSample sample) {
      double sd = sample.reference().sd();
      double r = sample.reference().reliability();
      double left = r * r * (1 - r) + 1 - sample.reliabilityAfter().orElseThrow();
      return new Line(1, -sample.expected(before), sd * Math.sqrt(left));
    }
  },
  /**
   * Hageman and Arrindell (1999, doi 10.1016/S0005-7967(99)00032-7): ((y − x) r_dd + (M2 − M1) (1 −
   * r_dd)) / (√r_dd · √(2 SEM²)), beyond ±1.65, with the reliability of differences r_dd = (S1² r11
   * + S2² r22 − 2 S1 S2 r) / (S1² + S2² − 2 S1 S2 r), r_kk = (S_k² − SEM²)/S_k². Needs mean and
   * deviation afterwards and the correlation; has no solution where r_dd is not above 0.
   */
  HAGEMAN_ARRINDELL("Hageman-Arrindell", 1.65) {
    @Override
    Optional<NotEstimable> obstacle(ReferenceSample sample) {
      return unless(sample.after().isPresent() && sample.correlation().isPresent())
          .or(
              () ->
                  sample.reliabilityOfDifferences() > 0
                      ? Optional.empty()
                      : Optional.of(NotEstimable.NO_SOLUTION));
    }

    @Override
    Line line(double before, ReferenceSample sample) {
      double reliability = sample.reliabilityOfDifferences();
      double shift = sample.after().orElseThrow().mean() - sample.meanBefore();
      return new Line(
          reliability,
          shift * (1 - reliability) - before * reliability,
          Math.sqrt(reliability) * sample.reference().standardErrorOfDifference());
    }
  };

  /**
   * The standard normal quantile, rounded as the authors do and as published classifications use
   * it.
   */
  static final double CRITICAL = 1.96;

  private final String words;
  private final double critical;

  ReliableChangeMethod(String words, double critical) {
    this.words = words;
    this.critical = critical;
  }

  /** An index as a function of the score afterwards: {@code (slope y + constant) / error}. */
  record Line(double slope, double constant, double error) {
    double index(double after) {
      return (slope * after + constant) / error;
    }

    /** The score afterwards whose index is such. */
    double after(double index) {
      return (index * error - constant) / slope;
    }
  }

  /**
   * Beyond which value, in either direction, the index tells a reliable change.
   *
   * @return 1.96, or 1.65 for {@link #HAGEMAN_ARRINDELL}
   */
  public double critical() {
    return critical;
  }

  /** Why the index cannot be had with this sample; empty if it can. */
  Optional<NotEstimable> obstacle(ReferenceSample sample) {
    return Optional.empty();
  }

  abstract Line line(double before, ReferenceSample sample);

  double index(double difference, ChangeReference reference) {
    return difference / reference.standardErrorOfDifference();
  }

  private static Optional<NotEstimable> unless(boolean known) {
    return known ? Optional.empty() : Optional.of(NotEstimable.NO_REFERENCE);
  }

  @Override
  public String toString() {
    return words;
  }
}
