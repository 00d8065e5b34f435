package org.socialcure.mediation.internal.refit;

/** What becomes of clusters in a resample. */
public enum DrawnClusters {
  /** Rows were drawn: those of one cluster stay in it, however often they were drawn. */
  SAME {
    @Override
    double times(int[] cluster, double[] frequencies) {
      for (int row : cluster) {
        if (frequencies[row] > 0) {
          return 1;
        }
      }
      return 0;
    }

    @Override
    double within(double frequency) {
      return frequency;
    }
  },

  /** Whole clusters were drawn: one that was drawn twice is two clusters. */
  DISTINCT {
    @Override
    double times(int[] cluster, double[] frequencies) {
      return frequencies[cluster[0]];
    }

    @Override
    double within(double frequency) {
      return frequency > 0 ? 1 : 0;
    }
  };

  /** How many clusters of a resample come from one of the sample. */
  abstract double times(int[] cluster, double[] frequencies);

  /** How often a row stands in each of them. */
  abstract double within(double frequency);
}
