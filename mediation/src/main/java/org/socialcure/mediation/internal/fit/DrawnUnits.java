package org.socialcure.mediation.internal.fit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;

/**
 * What a bootstrap draws of a sample: rows, or whole clusters of rows.
 *
 * @param kind what is drawn
 * @param ofRow the unit of each row, from 0
 * @param strata the stratum within which each unit is drawn, from 0
 */
record DrawnUnits(BootstrapKind kind, int[] ofRow, int[] strata) {
  /** Fewer clusters say nothing of how much they vary. */
  private static final int LEAST_CLUSTERS = 3;

  private static final String KIND = "bootstrap kind";

  /**
   * What is drawn of a design.
   *
   * @throws InvalidInputException if the bootstrap needs clusters or strata that are not there, or
   *     that leave nothing to draw
   */
  static DrawnUnits of(Design design, Bootstrap bootstrap) {
    int rows = design.sample().rows();
    Optional<int[]> clusters = design.settings().data().cluster().map(name -> groups(design, name));
    BootstrapKind kind = kind(bootstrap, clusters, rows);
    int[] each = IntStream.range(0, rows).toArray();
    return switch (kind) {
      case CLUSTER, WILD_CLUSTER -> {
        int[] ofRow =
            clusters.orElseThrow(
                () ->
                    new InvalidInputException(
                        KIND, Words.of(kind) + " needs a cluster column in the model"));
        int count = count(ofRow);
        if (count < LEAST_CLUSTERS) {
          throw new InvalidInputException(
              KIND,
              "there are "
                  + count
                  + " clusters among the rows used, and resampling clusters needs at least "
                  + LEAST_CLUSTERS
                  + "; name another cluster column, or another kind of bootstrap");
        }
        yield new DrawnUnits(kind, ofRow, new int[count]);
      }
      case STRATIFIED -> {
        String column =
            bootstrap
                .strata()
                .orElseThrow(
                    () ->
                        new InvalidInputException(
                            KIND, "the stratified bootstrap needs a column of strata"));
        int[] strata = groups(design, column);
        checkStrata(column, strata, clusters);
        checkSupplied(bootstrap, strata);
        yield new DrawnUnits(kind, each, strata);
      }
      case CASE, RESIDUAL, WILD, BAYESIAN -> new DrawnUnits(kind, each, new int[rows]);
    };
  }

  private static int[] groups(Design design, String column) {
    return Objects.requireNonNull(design.sample().groups().get(column), column);
  }

  /** Clusters where the model has them and nothing else was named. */
  private static BootstrapKind kind(Bootstrap bootstrap, Optional<int[]> clusters, int rows) {
    if (!bootstrap.hasIndices()) {
      return bootstrap
          .kind()
          .orElse(clusters.isPresent() ? BootstrapKind.CLUSTER : BootstrapKind.CASE);
    }
    bootstrap
        .kind()
        .filter(k -> k.drawsResiduals() || k == BootstrapKind.BAYESIAN)
        .ifPresent(
            k -> {
              throw new InvalidInputException(
                  KIND,
                  "supplied resamples are of rows or clusters, which "
                      + Words.of(k)
                      + " does not draw; leave out the kind or the resamples");
            });
    boolean whole = clusters.isPresent() && drawsWhole(bootstrap, clusters.get(), rows);
    if (bootstrap.kind().filter(BootstrapKind.CLUSTER::equals).isPresent()
        && clusters.isPresent()
        && !whole) {
      throw new InvalidInputException(
          KIND,
          "the supplied resamples split clusters; draw whole clusters, or name the kind case");
    }
    return bootstrap.kind().orElse(whole ? BootstrapKind.CLUSTER : BootstrapKind.CASE);
  }

  /** Whether every supplied resample holds all rows of a cluster equally often. */
  private static boolean drawsWhole(Bootstrap bootstrap, int[] clusters, int rows) {
    for (int r = 0; r < bootstrap.replicates(); r++) {
      int[] counts = new int[rows];
      for (int index : bootstrap.indices(r)) {
        if (index < rows) {
          counts[index]++;
        }
      }
      int[] ofCluster = new int[count(clusters)];
      Arrays.fill(ofCluster, -1);
      for (int i = 0; i < rows; i++) {
        if (ofCluster[clusters[i]] < 0) {
          ofCluster[clusters[i]] = counts[i];
        } else if (ofCluster[clusters[i]] != counts[i]) {
          return false;
        }
      }
    }
    return true;
  }

  private static void checkStrata(String column, int[] strata, Optional<int[]> clusters) {
    String where = "bootstrap strata";
    if (count(strata) == strata.length) {
      throw new InvalidInputException(
          where,
          "every stratum of "
              + column
              + " has one row, which would be in every resample, so that intervals would have no"
              + " width; name a column of fewer, larger groups, or leave out strata");
    }
    if (clusters.isPresent() && samePartition(strata, clusters.get())) {
      throw new InvalidInputException(
          where,
          column
              + " divides the rows as the clusters do: rows drawn within clusters say nothing of how"
              + " much clusters differ; name the kind cluster, or leave out strata");
    }
  }

  private static boolean samePartition(int[] one, int[] other) {
    Map<Integer, Integer> there = new HashMap<>();
    for (int i = 0; i < one.length; i++) {
      Integer known = there.putIfAbsent(one[i], other[i]);
      if (known != null && known != other[i]) {
        return false;
      }
    }
    return count(one) == count(other);
  }

  private static void checkSupplied(Bootstrap bootstrap, int[] strata) {
    if (!bootstrap.hasIndices()) {
      return;
    }
    int[] sizes = sizes(strata);
    for (int r = 0; r < bootstrap.replicates(); r++) {
      int[] drawn = new int[sizes.length];
      for (int index : bootstrap.indices(r)) {
        if (index < strata.length) {
          drawn[strata[index]]++;
        }
      }
      if (!Arrays.equals(drawn, sizes)) {
        throw new InvalidInputException(
            "resample " + (r + 1),
            "does not draw as many rows of each stratum as there are; draw within strata, or leave"
                + " out strata");
      }
    }
  }

  private static int count(int[] groups) {
    return Arrays.stream(groups).max().orElse(-1) + 1;
  }

  private static int[] sizes(int[] groups) {
    int[] sizes = new int[count(groups)];
    for (int group : groups) {
      sizes[group]++;
    }
    return sizes;
  }

  /** How many units there are. */
  int count() {
    return strata.length;
  }

  /** How many units each stratum has. */
  int[] sizesOfStrata() {
    return sizes(strata);
  }

  /** The rows of each unit. */
  List<int[]> rows() {
    int[][] rows = new int[count()][];
    int[] sizes = sizes(ofRow);
    Arrays.setAll(rows, u -> new int[sizes[u]]);
    int[] filled = new int[rows.length];
    for (int i = 0; i < ofRow.length; i++) {
      rows[ofRow[i]][filled[ofRow[i]]++] = i;
    }
    return List.of(rows);
  }
}
