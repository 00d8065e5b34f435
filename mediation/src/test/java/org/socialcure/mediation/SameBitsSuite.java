package org.socialcure.mediation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.StandardErrors;

/** Prints a hash of the document, the page and the table of each of many small fits. */
final class SameBitsSuite {
  private static final int ROWS = 80;

  private SameBitsSuite() {}

  /**
   * Runs all fits.
   *
   * @param args nothing
   */
  public static void main(String[] args) {
    hashes().forEach((fit, hash) -> System.out.println(hash + " " + fit));
  }

  static Map<String, String> hashes() {
    Dataset data = data();
    Map<String, String> hashes = new LinkedHashMap<>();
    for (Family family : Family.values()) {
      boolean binary = family == Family.LOGIT || family == Family.PROBIT;
      MediationModel model =
          Mediation.from("x").through("m").to(binary ? "b" : "y").adjustingFor("c").build();
      MediationModel of = model.withFamily(binary ? "b" : "y", family);
      add(hashes, family + ", delta", () -> of.withMonteCarlo(200, 3).fit(data));
      add(
          hashes,
          family + ", cluster",
          () -> of.withClusters("g").fit(data, percentile().withKind(BootstrapKind.CLUSTER)));
      for (IntervalMethod method : IntervalMethod.values()) {
        add(hashes, family + ", " + method, () -> of.fit(data, Bootstrap.of(method, 60).seed(11)));
      }
      add(
          hashes,
          family + ", Bayesian",
          () -> of.fit(data, percentile().withKind(BootstrapKind.BAYESIAN)));
      add(hashes, family + ", strata", () -> of.fit(data, percentile().withStrata("g")));
      add(hashes, family + ", weights", () -> of.withWeights("w").fit(data, percentile()));
      if (family.isCount()) {
        add(hashes, family + ", exposure", () -> exposed(of).fit(data, percentile()));
      }
    }
    MediationModel linear =
        Mediation.from("x").through("m", "n").inSeries().to("y").adjustingFor("c").build();
    for (StandardErrors errors : StandardErrors.values()) {
      if (!errors.usesClusters()) {
        add(hashes, "linear, " + errors, () -> linear.withStandardErrors(errors).fit(data));
      }
    }
    add(hashes, "wild", () -> linear.fit(data, percentile().withKind(BootstrapKind.WILD)));
    add(hashes, "residual", () -> linear.fit(data, percentile().withKind(BootstrapKind.RESIDUAL)));
    add(hashes, "permutations", () -> linear.withPermutationTests(200, 5).fit(data));
    add(
        hashes,
        "functions",
        () ->
            linear
                .withEffect("ratio", "exp(`m~x` * `y~m`)")
                .withEffect("power", "(1 + `m~x`^2)^0.3")
                .withEffect("log", "log(1 + abs(`y~x`))")
                .fit(data, percentile()));
    return hashes;
  }

  private static MediationModel exposed(MediationModel model) {
    return model.withExposure("y", "w");
  }

  private static Bootstrap percentile() {
    return Bootstrap.percentile(60).seed(11);
  }

  private static void add(
      Map<String, String> hashes, String fit, Supplier<MediationResult> answer) {
    String text;
    try {
      MediationResult result = answer.get();
      text =
          Json.write(result.document())
              + result.report().html()
              + result.report().effectsCsv()
              + result;
    } catch (org.socialcure.core.InvalidInputException e) {
      // A refusal has to be the same as well.
      text = e.getMessage();
      if (!fit.contains("STUDENTIZED") && !fit.contains("BCA")) {
        throw e;
      }
    }
    hashes.put(fit, hash(text));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Dataset data() {
    java.util.SplittableRandom random = new java.util.SplittableRandom(99);
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (String name : new String[] {"x", "m", "n", "y", "b", "c", "w", "g"}) {
      columns.put(name, new double[ROWS]);
    }
    for (int i = 0; i < ROWS; i++) {
      double x = random.nextInt(100) / 10.0;
      double m = 0.4 * x + random.nextInt(70) / 10.0;
      double n = 0.3 * m + random.nextInt(50) / 7.0;
      columns.get("x")[i] = x;
      columns.get("m")[i] = m;
      columns.get("n")[i] = n;
      columns.get("y")[i] = Math.floor(random.nextDouble() * random.nextDouble() * (m + 2 * n));
      columns.get("b")[i] = random.nextDouble() < 0.3 + 0.05 * m ? 1 : 0;
      columns.get("c")[i] = random.nextInt(60) / 3.0;
      columns.get("w")[i] = 1 + random.nextInt(30) / 10.0;
      columns.get("g")[i] = i % 25;
    }
    return Dataset.of(columns);
  }
}
