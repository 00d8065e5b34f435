package org.socialcure.mediation.internal.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.internal.effect.Probe;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.regression.Moments;

/**
 * The values at which a moderator is probed.
 *
 * @param kind {@code continuous}, {@code binary} or {@code multicategorical}
 * @param rule how the values were found
 * @param probes the values, ascending
 */
record Probes(String kind, String rule, List<Probe> probes) {

  static Probes of(Design design, String moderator) {
    var coded = design.coded(moderator);
    if (coded.isPresent()) {
      List<Probe> probes = new ArrayList<>();
      for (int level = 0; level < coded.get().levels().size(); level++) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int j = 0; j < coded.get().names().size(); j++) {
          values.put(coded.get().names().get(j), coded.get().codes()[level][j]);
        }
        probes.add(new Probe(moderator + " = " + coded.get().levels().get(level), values));
      }
      return new Probes("multicategorical", "groups", probes);
    }
    if (design.moments().isPresent()) {
      return ofMoments(design, design.moments().get(), moderator);
    }
    double[] sorted = design.predictor(moderator).clone();
    Arrays.sort(sorted);
    double[] distinct = Arrays.stream(sorted).distinct().limit(3).toArray();
    ProbeRule rule = design.settings().probes().getOrDefault(moderator, design.settings().probe());
    boolean ownRule = design.settings().probes().containsKey(moderator);
    if (distinct.length <= 2 && !ownRule) {
      return new Probes("binary", "both values", probes(moderator, distinct));
    }
    String kind = distinct.length <= 2 ? "binary" : "continuous";
    if (rule instanceof ProbeRule.Percentiles percentiles) {
      double[] values =
          percentiles.percentages().stream()
              .mapToDouble(p -> QuantileRule.TYPE_6.quantile(sorted, p / 100))
              .toArray();
      return new Probes(kind, "percentiles", probes(moderator, values));
    }
    if (rule instanceof ProbeRule.Values given) {
      double[] values = given.values().stream().mapToDouble(Double::doubleValue).toArray();
      return new Probes(kind, "values", probes(moderator, values));
    }
    double mean = SampleStatistics.mean(sorted);
    double sd = SampleStatistics.standardDeviation(sorted);
    double[] values = {
      Math.max(mean - sd, sorted[0]), mean, Math.min(mean + sd, sorted[sorted.length - 1])
    };
    return new Probes(kind, "moments", probes(moderator, values));
  }

  /** Moments tell neither percentiles nor whether a moderator has two values only. */
  private static Probes ofMoments(Design design, Moments moments, String moderator) {
    ProbeRule rule = design.settings().probes().getOrDefault(moderator, design.settings().probe());
    if (rule instanceof ProbeRule.Values given) {
      double[] values = given.values().stream().mapToDouble(Double::doubleValue).toArray();
      return new Probes("continuous", "values", probes(moderator, values));
    }
    if (rule instanceof ProbeRule.Percentiles || !moments.names().contains(moderator)) {
      throw new InvalidInputException(
          "probe of " + moderator,
          "needs rows: moments tell no percentiles, and a mean and SD of the variables among them"
              + " only; say at which values the moderator is probed");
    }
    double mean = moments.means().get(moments.indexOf(moderator));
    double sd = Math.sqrt(design.covariance(moderator)[0][0]);
    return new Probes(
        "continuous", "moments", probes(moderator, new double[] {mean - sd, mean, mean + sd}));
  }

  private static List<Probe> probes(String moderator, double[] values) {
    return Arrays.stream(values)
        .distinct()
        .mapToObj(v -> new Probe(moderator + " = " + shown(v), Map.of(moderator, v)))
        .toList();
  }

  static String shown(double value) {
    if (value == 0) {
      return "0";
    }
    return new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros().toPlainString();
  }
}
