package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.core.internal.numeric.WeightedStatistics;
import org.socialcure.mediation.effect.Caution.Code;
import org.socialcure.mediation.effect.EffectSize;
import org.socialcure.mediation.effect.SampleAccount;
import org.socialcure.mediation.effect.Standardised;
import org.socialcure.mediation.effect.VariableSummary;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.regression.StandardErrors;

/** What is told of weighted rows is weighted; a row of weight zero is no row. */
class WeightedRowsTest {
  private static final int ROWS = 70;
  private static final MediationModel MODEL =
      Mediation.of(PathModel.parse("m ~ a*x\ny ~ b*m + c*x")).between("x", "y");
  private static final MediationModel MODERATED =
      Mediation.of(PathModel.parse("m ~ a*x + w + a3*x:w\ny ~ b*m + c*x")).between("x", "y");

  private static Dataset data() {
    Random random = new Random(97);
    double[][] columns = new double[6][ROWS];
    for (int i = 0; i < ROWS; i++) {
      columns[0][i] = random.nextGaussian();
      columns[1][i] = 3 + random.nextGaussian();
      columns[2][i] = 0.5 * columns[0][i] + random.nextGaussian();
      columns[3][i] = 0.4 * columns[2][i] - 0.3 * columns[0][i] + random.nextGaussian();
      columns[4][i] = 1 + random.nextInt(5) + (columns[0][i] > 0 ? 3 : 0);
      columns[5][i] = Math.floor(Math.exp(1 + 0.3 * columns[2][i]) * 2 * random.nextDouble());
    }
    return of(columns);
  }

  private static Dataset of(double[]... columns) {
    var builder = Dataset.builder();
    List<String> names = List.of("x", "w", "m", "y", "weight", "visits");
    for (int j = 0; j < columns.length; j++) {
      builder = builder.numbers(names.get(j), columns[j]);
    }
    return builder.build();
  }

  private static Dataset pick(Dataset data, int[] rows) {
    return of(
        data.names().stream()
            .map(n -> Arrays.stream(rows).mapToDouble(r -> data.numbers(n)[r]).toArray())
            .toArray(double[][]::new));
  }

  /** Every row as often as its weight says. */
  private static Dataset repeated() {
    Dataset data = data();
    return pick(
        data,
        IntStream.range(0, ROWS)
            .flatMap(r -> IntStream.generate(() -> r).limit((long) data.numbers("weight")[r]))
            .toArray());
  }

  private static double complete(MediationResult result) {
    return result.indirect("m").standardised().stream()
        .filter(s -> s.kind() == Standardised.Kind.COMPLETE)
        .mapToDouble(Standardised::estimate)
        .findFirst()
        .orElseThrow();
  }

  private static double size(MediationResult result, EffectSize.Kind kind) {
    return result.effectSizes().stream()
        .filter(s -> s.kind() == kind)
        .mapToDouble(s -> s.estimate().orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void standardisedNumbersAreThoseOfRowsRepeated() {
    MediationResult weighted = MODEL.withWeights("weight").fit(data());
    MediationResult repeated = MODEL.fit(repeated());
    assertEquals(complete(repeated), complete(weighted), 1e-12);
    for (EffectSize.Kind kind :
        List.of(EffectSize.Kind.UPSILON, EffectSize.Kind.R2_MEDIATED, EffectSize.Kind.KAPPA2)) {
      assertEquals(size(repeated, kind), size(weighted, kind), 1e-12, kind.toString());
    }
    for (String outcome : List.of("m", "y")) {
      repeated
          .equation(outcome)
          .fit()
          .standardized()
          .forEach(
              (term, beta) ->
                  assertEquals(
                      beta, weighted.equation(outcome).fit().standardized().get(term), 1e-12));
    }
    assertTrue(Math.abs(complete(MODEL.fit(data())) - complete(weighted)) > 0.01);
  }

  @Test
  void summariesAreThoseOfRowsRepeatedAndSayWhose() {
    MediationResult weighted = MODEL.withWeights("weight").fit(data());
    MediationResult repeated = MODEL.fit(repeated());
    for (VariableSummary theirs : repeated.document().variables()) {
      VariableSummary ours =
          weighted.document().variables().stream()
              .filter(v -> v.name().equals(theirs.name()))
              .findFirst()
              .orElseThrow();
      assertEquals(theirs.mean(), ours.mean(), 1e-12);
      double n = repeated.document().sample().rowsUsed();
      double divisor = Math.sqrt((n - 1) / n * ROWS / (ROWS - 1));
      assertEquals(theirs.sd() * divisor, ours.sd(), 1e-12);
    }
    assertEquals("weight", weighted.document().model().weights().orElseThrow());
    assertTrue(weighted.report().text().contains("weighted by weight"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1, 30_000})
  void theSizeOfWeightsChangesNothingThatIsStandardised(double factor) {
    double[] scaled =
        Arrays.stream(data().numbers("weight")).map(weight -> factor * weight).toArray();
    Bootstrap bootstrap = Bootstrap.percentile(50).seed(3);
    MediationResult one = MODEL.withWeights("weight").fit(data(), bootstrap);
    MediationResult other =
        MODEL.withWeights("weight").fit(data().with("weight", scaled), bootstrap);
    List<Standardised> ones = one.indirect("m").standardised();
    List<Standardised> others = other.indirect("m").standardised();
    for (int i = 0; i < ones.size(); i++) {
      assertEquals(ones.get(i).estimate(), others.get(i).estimate(), 1e-12);
      assertEquals(ones.get(i).se().orElseThrow(), others.get(i).se().orElseThrow(), 1e-12);
    }
  }

  @Test
  void aReplicateIsWeightedAsItsRowsAre() {
    double[] x = data().numbers("x");
    double[] weights = data().numbers("weight");
    double[] frequencies = new double[ROWS];
    Random random = new Random(3);
    int[] drawn = random.ints(ROWS, 0, ROWS).sorted().toArray();
    Arrays.stream(drawn).forEach(i -> frequencies[i]++);
    double[] values = Arrays.stream(drawn).mapToDouble(i -> x[i]).toArray();
    double[] theirs = Arrays.stream(drawn).mapToDouble(i -> weights[i]).toArray();
    assertEquals(
        WeightedStatistics.standardDeviation(values, theirs),
        WeightedStatistics.standardDeviation(x, frequencies, weights),
        1e-13);
    double[] ones = new double[ROWS];
    Arrays.fill(ones, 7);
    assertEquals(
        SampleStatistics.standardDeviation(x),
        WeightedStatistics.standardDeviation(x, ones),
        1e-14);
  }

  @Test
  void rowsOfWeightZeroAreLeftOutAndCounted() {
    double[] weights = data().numbers("weight");
    weights[3] = 0;
    weights[40] = -0.0;
    double[] m = data().numbers("m");
    m[3] = Double.NaN;
    m[5] = Double.NaN;
    Dataset with = data().with("weight", weights).with("m", m);
    int[] kept = IntStream.range(0, ROWS).filter(i -> i != 3 && i != 40).toArray();
    Bootstrap bootstrap = Bootstrap.percentile(60).seed(2);
    for (MediationModel model : List.of(MODEL, MODERATED.withCentring(Centring.PRODUCTS))) {
      MediationResult all = model.withWeights("weight").fit(with, bootstrap);
      MediationResult fewer = model.withWeights("weight").fit(pick(with, kept), bootstrap);
      assertEquals(fewer.document().equations(), all.document().equations());
      assertEquals(fewer.document().effects(), all.document().effects());
      SampleAccount account = all.document().sample();
      assertEquals(new SampleAccount(ROWS, ROWS - 3, 3, 2, Map.of("m", 1)), account);
      assertTrue(all.report().text().contains("2 of weight zero; 1 with missing values"));
    }
  }

  @Test
  void probesAtMomentsAreThoseOfTheWeightedRows() {
    MediationResult result =
        MODERATED.withWeights("weight").withProbes(ProbeRule.moments()).fit(data());
    VariableSummary w =
        result.document().variables().stream()
            .filter(v -> v.name().equals("w"))
            .findFirst()
            .orElseThrow();
    List<Double> values = result.document().moderators().get(0).values();
    assertEquals(w.mean(), values.get(1), 1e-12);
    assertEquals(w.mean() - w.sd(), values.get(0), 1e-12);
  }

  @Test
  void aCautionDoesNotBlameCountsForWeights() {
    double[] large = Arrays.stream(data().numbers("weight")).map(v -> 20_000 * v).toArray();
    Dataset data = data().with("weight", large);
    MediationModel counts =
        Mediation.of(PathModel.parse("m ~ a*x\npoisson(visits) ~ b*m + c*x"))
            .between("x", "visits");
    List<Code> codes =
        counts.withWeights("weight").fit(data).cautions().stream().map(c -> c.code()).toList();
    assertTrue(codes.contains(Code.WEIGHTS_AS_COUNTS), codes::toString);
    String unweighted = counts.fit(data).cautions().toString();
    String weighted = counts.withWeights("weight").fit(data).cautions().toString();
    assertEquals(unweighted.contains("OVERDISPERSED"), weighted.contains("OVERDISPERSED"));
    assertFalse(weighted.matches(".*vary \\d{2,}.*"), weighted);
    assertFalse(
        counts
            .withFamily("visits", Family.QUASI_POISSON)
            .withWeights("weight")
            .fit(data)
            .cautions()
            .stream()
            .anyMatch(c -> c.code() == Code.WEIGHTS_AS_COUNTS));
  }

  @ParameterizedTest
  @EnumSource(StandardErrors.class)
  void theAdjustmentOfUpsilonIsByMaximumLikelihoodWhateverTheErrors(StandardErrors kind) {
    double[] sites = IntStream.range(0, ROWS).mapToDouble(i -> i % 12).toArray();
    MediationModel model = MODEL.withWeights("weight").withClusters("site");
    assertEquals(
        adjusted(model.withStandardErrors(StandardErrors.CLASSICAL), data().with("site", sites)),
        adjusted(model.withStandardErrors(kind), data().with("site", sites)),
        1e-14);
  }

  private static double adjusted(MediationModel model, Dataset data) {
    return model.fit(data).effectSizes().stream()
        .filter(size -> size.kind() == EffectSize.Kind.UPSILON_ADJUSTED)
        .findFirst()
        .flatMap(size -> size.estimate().stream().boxed().findFirst())
        .orElseThrow();
  }
}
