package org.socialcure.mediation.internal.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.effect.ProbedModerator.Rule;
import org.socialcure.mediation.effect.VariableSummary.Kind;
import org.socialcure.mediation.inference.QuantileRule;
import org.socialcure.mediation.internal.Ascending;
import org.socialcure.mediation.internal.effect.Probe;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.regression.Moments;

/**
 * The values at which a moderator is probed, on its own scale, also where it is centred.
 *
 * @param kind what values the moderator takes
 * @param rule how the values were found
 * @param probes the values, ascending
 */
record Probes(Kind kind, Rule rule, List<Probe> probes) {
  private static final int FEWEST_DIGITS = 5;
  private static final int MOST_DIGITS = 17;

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
      return new Probes(Kind.MULTICATEGORICAL, Rule.GROUPS, probes);
    }
    if (design.moments().isPresent()) {
      return ofMoments(design, design.moments().get(), moderator);
    }
    double[] column = design.sample().column(moderator);
    double[] sorted = Ascending.of(column);
    double[] distinct = Arrays.stream(sorted).distinct().limit(3).toArray();
    ProbeRule rule = rule(design, moderator);
    boolean ownRule = design.settings().probing().byModerator().containsKey(moderator);
    if (distinct.length <= 2 && !ownRule) {
      return new Probes(Kind.BINARY, Rule.BOTH_VALUES, probes(moderator, distinct));
    }
    Kind kind = distinct.length <= 2 ? Kind.BINARY : Kind.CONTINUOUS;
    if (rule instanceof ProbeRule.Percentiles percentiles) {
      double[] values =
          percentiles.percentages().stream()
              .mapToDouble(p -> QuantileRule.TYPE_6.quantile(sorted, p / 100))
              .toArray();
      return new Probes(kind, Rule.PERCENTILES, probes(moderator, values));
    }
    if (rule instanceof ProbeRule.Values given) {
      double[] values = given.values().stream().mapToDouble(Double::doubleValue).toArray();
      return new Probes(kind, Rule.VALUES, probes(moderator, values));
    }
    double mean = design.sample().mean(column);
    double sd = design.sample().standardDeviation(column);
    double[] values = {
      Math.max(mean - sd, sorted[0]), mean, Math.min(mean + sd, sorted[sorted.length - 1])
    };
    return new Probes(kind, Rule.MOMENTS, probes(moderator, values));
  }

  /** Moments tell neither percentiles nor whether a moderator has two values only. */
  private static Probes ofMoments(Design design, Moments moments, String moderator) {
    ProbeRule rule = rule(design, moderator);
    if (rule instanceof ProbeRule.Values given) {
      double[] values = given.values().stream().mapToDouble(Double::doubleValue).toArray();
      return new Probes(Kind.CONTINUOUS, Rule.VALUES, probes(moderator, values));
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
        Kind.CONTINUOUS,
        Rule.MOMENTS,
        probes(moderator, new double[] {mean - sd, mean, mean + sd}));
  }

  private static ProbeRule rule(Design design, String moderator) {
    Settings.Probing probing = design.settings().probing();
    return probing.byModerator().getOrDefault(moderator, probing.rule());
  }

  private static List<Probe> probes(String moderator, double[] values) {
    double[] distinct = Arrays.stream(values).distinct().toArray();
    int digits = FEWEST_DIGITS;
    while (digits < MOST_DIGITS && !areTold(distinct, digits)) {
      digits++;
    }
    int enough = digits;
    return Arrays.stream(distinct)
        .mapToObj(v -> new Probe(moderator + " = " + shown(v, enough), Map.of(moderator, v)))
        .toList();
  }

  /** Whether so many digits tell the values apart. */
  private static boolean areTold(double[] distinct, int digits) {
    return Arrays.stream(distinct).mapToObj(v -> shown(v, digits)).distinct().count()
        == distinct.length;
  }

  /** A value as it is shown where no other has to be told from it. */
  static String shown(double value) {
    return shown(value, FEWEST_DIGITS);
  }

  private static String shown(double value, int digits) {
    return value == 0
        ? "0"
        : new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toPlainString();
  }
}
