package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.regression.Coefficient;
import org.socialcure.mediation.regression.Regression;
import org.socialcure.mediation.regression.RegressionFit;

/** What asks for too much is told what it is too much of. */
class LimitsTest {
  private static double[] normal(Random random, int rows) {
    return random.doubles(rows).map(u -> u - 0.5).toArray();
  }

  @Test
  void noCompleteRowNamesTheVariablesThatEmptyIt() {
    double[] none = new double[20];
    Arrays.fill(none, Double.NaN);
    double[] some = normal(new Random(1), 20);
    some[3] = Double.NaN;
    Dataset data =
        Dataset.builder()
            .numbers("x", normal(new Random(2), 20))
            .numbers("stress", none)
            .numbers("y", some)
            .build();
    MediationModel model = Mediation.from("x").through("stress").to("y").build();
    String message = assertThrows(InvalidInputException.class, () -> model.fit(data)).getMessage();
    assertTrue(message.contains("column stress"), message);
    assertTrue(message.contains("no value in any of the 20 rows"), message);
    assertFalse(message.contains("column y"), message);
  }

  @Test
  void resamplesThatAreNoneAreRefused() {
    Bootstrap bootstrap = Bootstrap.percentile(10);
    for (int[][] indices : List.of(new int[][] {{0, 1}, null}, new int[][] {}, new int[][] {{0}})) {
      assertThrows(InvalidInputException.class, () -> bootstrap.withIndices(indices));
    }
  }

  @Test
  void replicatesThatNoMemoryHoldsAreRefusedBeforeTheyAreDrawn() {
    Random random = new Random(3);
    var data =
        Dataset.builder().numbers("x", normal(random, 200)).numbers("m", normal(random, 200));
    StringBuilder covariates = new StringBuilder();
    for (int c = 0; c < 60; c++) {
      data = data.numbers("c" + c, normal(random, 200));
      covariates.append(" + c").append(c);
    }
    Dataset all = data.numbers("y", normal(random, 200)).build();
    MediationModel model =
        Mediation.of(PathModel.parse("m ~ x" + covariates + "\ny ~ m + x" + covariates))
            .between("x", "y");
    Bootstrap huge = Bootstrap.of(IntervalMethod.STUDENTIZED, 1_000_000).seed(1);
    String message =
        assertThrows(InvalidInputException.class, () -> model.fit(all, huge)).getMessage();
    assertTrue(message.contains("MB of memory for 1000000 replicates of 200 rows"), message);
  }

  /** More threads than there is work for are not started. */
  @Test
  void manyThreadsAreFew() {
    Random random = new Random(5);
    Dataset data =
        Dataset.builder()
            .numbers("x", normal(random, 50))
            .numbers("m", normal(random, 50))
            .numbers("y", normal(random, 50))
            .build();
    MediationModel model = Mediation.from("x").through("m").to("y").build();
    int before = Thread.activeCount();
    int[] most = {0};
    Thread watch =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                most[0] = Math.max(most[0], Thread.activeCount());
                Thread.onSpinWait();
              }
            });
    watch.setDaemon(true);
    watch.start();
    MediationResult many =
        model.fit(data, Bootstrap.percentile(20_000).seed(1).withThreads(20_000));
    watch.interrupt();
    int permitted = 4 * Runtime.getRuntime().availableProcessors();
    assertTrue(most[0] <= before + permitted + 8, most[0] + " threads");
    MediationResult one = model.fit(data, Bootstrap.percentile(20_000).seed(1).withThreads(1));
    assertEquals(one.document(), many.document());
  }

  @Test
  void equationsOfMoreCoefficientsThanAreEstimatedAreRefused() {
    Random random = new Random(3);
    int rows = 30;
    Dataset data =
        Dataset.builder()
            .numbers("x", normal(random, rows))
            .numbers("m", normal(random, rows))
            .numbers("y", normal(random, rows))
            .build();
    String terms =
        IntStream.range(0, 20_000).mapToObj(i -> " + c" + i).collect(Collectors.joining());
    MediationModel many =
        Mediation.of(PathModel.parse("m ~ x\ny ~ m + x" + terms)).between("x", "y");
    assertRefused(() -> many.fit(data), "equation y: has 20003 coefficients, and at most 1200");

    Regression regression = Regression.of("y", normal(random, rows));
    for (int i = 0; i < Regression.MOST_COEFFICIENTS; i++) {
      regression = regression.term("c" + i, normal(random, rows));
    }
    assertRefused(regression::fit, "equation y: has 1201 coefficients, and at most 1200");
  }

  @Test
  void codingsOfMoreLevelsThanAreEstimatedAreRefused() {
    Random random = new Random(3);
    int rows = 4000;
    Dataset data =
        Dataset.builder()
            .numbers("x", normal(random, rows))
            .numbers("m", normal(random, rows))
            .numbers("y", normal(random, rows))
            .texts("g", groups(rows, 2000))
            .texts("h", groups(rows, 41))
            .texts("i", groups(rows, 37))
            .build();
    CategoricalCoding coding = CategoricalCoding.of(CategoricalCoding.Scheme.INDICATOR);
    MediationModel levels =
        Mediation.from("x").through("m").to("y").adjustingFor("g").build().withCoding("g", coding);
    assertRefused(() -> levels.fit(data), "coding of g: the variable has 2000 levels");

    MediationModel products =
        Mediation.of(PathModel.parse("m ~ x\ny ~ m + x + h:i"))
            .between("x", "y")
            .withCoding("h", coding)
            .withCoding("i", coding);
    assertRefused(() -> products.fit(data), "equation y: has 1443 coefficients");
  }

  private static String[] groups(int rows, int count) {
    return IntStream.range(0, rows).mapToObj(i -> "g" + i % count).toArray(String[]::new);
  }

  private static void assertRefused(Executable asked, String reason) {
    String message = assertThrows(InvalidInputException.class, asked).getMessage();
    assertTrue(message.contains(reason), message);
  }

  @Test
  void aMatrixThatNobodyCouldReadIsInTheDocumentAlone() {
    Random random = new Random(3);
    int rows = 150;
    int covariates = 70;
    var data =
        Dataset.builder()
            .numbers("x", normal(random, rows))
            .numbers("m", normal(random, rows))
            .numbers("y", normal(random, rows));
    String[] names = IntStream.range(0, covariates).mapToObj(i -> "c" + i).toArray(String[]::new);
    for (String name : names) {
      data = data.numbers(name, normal(random, rows));
    }
    MediationResult result =
        Mediation.from("x").through("m").to("y").adjustingFor(names).build().fit(data.build());
    String page = result.report().html();
    assertTrue(page.contains("of 73 coefficients, more than the 60 of a table"), page);
    assertEquals(covariates + 3, result.document().equations().get(1).covariance().size());
  }

  /** Equations of many terms are estimated without 32 digits, to the last digits all the same. */
  @Test
  void manyTermsAreEstimatedToTheLastDigits() {
    Random random = new Random(7);
    int terms = 90;
    double[] y = new double[400];
    double[][] columns = new double[terms][];
    double[] slopes = normal(random, terms);
    for (int c = 0; c < terms; c++) {
      columns[c] = normal(random, y.length);
      for (int i = 0; i < y.length; i++) {
        y[i] += slopes[c] * columns[c][i];
      }
    }
    Regression regression = Regression.of("y", y);
    for (int c = 0; c < terms; c++) {
      regression = regression.term("c" + c, columns[c]);
    }
    RegressionFit fit = regression.fit();
    for (int c = 0; c < terms; c++) {
      Coefficient coefficient = fit.coefficient("c" + c);
      assertEquals(slopes[c], coefficient.estimate(), 1e-13);
    }
    // A regression on the residuals of the others (Frisch and Waugh 1933) has the same error.
    double[] noisy = y.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += random.nextGaussian();
    }
    Regression whole = Regression.of("y", noisy);
    Regression others = Regression.of("c0", columns[0]);
    for (int c = 0; c < terms; c++) {
      whole = whole.term("c" + c, columns[c]);
      others = c == 0 ? others : others.term("c" + c, columns[c]);
    }
    RegressionFit all = whole.fit();
    double[] rest = others.fit().cases().orElseThrow().residuals();
    double left = Arrays.stream(rest).map(r -> r * r).sum();
    double variance =
        Arrays.stream(all.cases().orElseThrow().residuals()).map(r -> r * r).sum()
            / (noisy.length - terms - 1);
    assertEquals(Math.sqrt(variance / left), all.coefficient("c0").standardError(), 1e-12);
  }
}
