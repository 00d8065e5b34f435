package org.socialcure.scoring.contact;

/** The ratios of rates, by how often each person counts, and their residuals of a person. */
enum RatioStatistic {
  /** The ratio of totals; persons without a count at a wave count there not at all. */
  TOTALS {
    @Override
    double of(PersonCounts counts, double[] weights) {
      double[] sums = sums(counts, weights);
      return sums[2] / sums[3] / (sums[0] / sums[1]);
    }

    @Override
    double[] residuals(PersonCounts counts) {
      ContactRate first = counts.rateOfAllBefore().orElseThrow();
      ContactRate second = counts.rateOfAllAfter().orElseThrow();
      double rateBefore = first.contacts() / first.months();
      double rateAfter = second.contacts() / second.months();
      double[] residuals = new double[counts.persons()];
      for (int i = 0; i < residuals.length; i++) {
        if (counts.hasAfter(i)) {
          residuals[i] += (counts.after[i] - rateAfter * counts.monthsAfter[i]) / second.contacts();
        }
        if (counts.hasBefore(i)) {
          residuals[i] -=
              (counts.before[i] - rateBefore * counts.monthsBefore[i]) / first.contacts();
        }
      }
      return residuals;
    }
  },

  /** The ratio of the means of personal rates; everybody has both counts. */
  MEAN_RATES {
    @Override
    double of(PersonCounts counts, double[] weights) {
      double before = 0;
      double after = 0;
      for (int i = 0; i < weights.length; i++) {
        before += weights[i] * counts.rateBefore(i);
        after += weights[i] * counts.rateAfter(i);
      }
      return after / before;
    }

    @Override
    double[] residuals(PersonCounts counts) {
      int n = counts.persons();
      double before = 0;
      double after = 0;
      for (int i = 0; i < n; i++) {
        before += counts.rateBefore(i);
        after += counts.rateAfter(i);
      }
      double[] residuals = new double[n];
      for (int i = 0; i < n; i++) {
        residuals[i] =
            (counts.rateAfter(i) - after / n) / after
                - (counts.rateBefore(i) - before / n) / before;
      }
      return residuals;
    }
  },

  /** The mean of personal ratios; everybody has a contact before. */
  INDIVIDUAL {
    @Override
    double of(PersonCounts counts, double[] weights) {
      double sum = 0;
      double people = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * counts.rateAfter(i) / counts.rateBefore(i);
        people += weights[i];
      }
      return sum / people;
    }

    @Override
    double[] residuals(PersonCounts counts) {
      throw new IllegalStateException("The mean of individual changes has a t interval.");
    }
  };

  /** The rate after minus the rate before, of a month, where person i counts so often. */
  static double rateDifference(PersonCounts counts, double[] weights) {
    double[] sums = sums(counts, weights);
    return sums[2] / sums[3] - sums[0] / sums[1];
  }

  /** Contacts and months before, contacts and months after. */
  private static double[] sums(PersonCounts counts, double[] weights) {
    double[] sums = new double[4];
    for (int i = 0; i < weights.length; i++) {
      if (counts.hasBefore(i)) {
        sums[0] += weights[i] * counts.before[i];
        sums[1] += weights[i] * counts.monthsBefore[i];
      }
      if (counts.hasAfter(i)) {
        sums[2] += weights[i] * counts.after[i];
        sums[3] += weights[i] * counts.monthsAfter[i];
      }
    }
    return sums;
  }

  /** The ratio where person i counts {@code weights[i]} times; not finite where it has no value. */
  abstract double of(PersonCounts counts, double[] weights);

  /** How much each person moves the logarithm of the ratio; their sum is zero. */
  abstract double[] residuals(PersonCounts counts);
}
