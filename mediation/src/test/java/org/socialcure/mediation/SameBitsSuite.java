package org.socialcure.mediation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.json.Json;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.BootstrapKind;
import org.socialcure.mediation.inference.IntervalMethod;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.regression.StandardErrors;

/**
 * Prints a hash of the document and the table of each of many small fits, and of the text and the
 * page of some: these are of the same numbers, and take an interpreter longer than the fit.
 */
final class SameBitsSuite {
  private static final int ROWS = 40;
  private static final int REPLICATES = 41;

  private static final List<String> WITH_PAGE =
      List.of("PERCENTILE", "exposure", "wild", "permutations", "functions");

  private SameBitsSuite() {}

  /**
   * Runs every nth fit.
   *
   * @param args n alone
   */
  public static void main(String[] args) {
    hashes(Integer.parseInt(args[0])).forEach((fit, hash) -> System.out.println(hash + " " + fit));
  }

  static Map<String, String> hashes(int every) {
    Map<String, String> hashes = new LinkedHashMap<>();
    int fit = 0;
    for (var entry : fits().entrySet()) {
      if (fit % every == 0) {
        hashes.put(entry.getKey(), hash(told(entry.getKey(), entry.getValue())));
      }
      fit++;
    }
    return hashes;
  }

  private static Map<String, Supplier<MediationResult>> fits() {
    Dataset data = data();
    Map<String, Supplier<MediationResult>> fits = new LinkedHashMap<>();
    for (Family family : Family.values()) {
      boolean binary = family == Family.LOGIT || family == Family.PROBIT;
      MediationModel model =
          Mediation.from("x").through("m").to(binary ? "b" : "y").adjustingFor("c").build();
      MediationModel of = model.withFamily(binary ? "b" : "y", family);
      fits.put(family + ", delta", () -> of.withMonteCarlo(100, 3).fit(data));
      fits.put(
          family + ", cluster",
          () -> of.withClusters("g").fit(data, percentile().withKind(BootstrapKind.CLUSTER)));
      for (IntervalMethod method : IntervalMethod.values()) {
        fits.put(
            family + ", " + method, () -> of.fit(data, Bootstrap.of(method, REPLICATES).seed(11)));
      }
      fits.put(
          family + ", Bayesian", () -> of.fit(data, percentile().withKind(BootstrapKind.BAYESIAN)));
      fits.put(family + ", strata", () -> of.fit(data, percentile().withStrata("g")));
      fits.put(family + ", weights", () -> of.withWeights("w").fit(data, percentile()));
      if (family.isCount()) {
        fits.put(family + ", exposure", () -> exposed(of).fit(data, percentile()));
      }
    }
    MediationModel linear =
        Mediation.from("x").through("m", "n").inSeries().to("y").adjustingFor("c").build();
    for (StandardErrors errors : StandardErrors.values()) {
      if (!errors.usesClusters()) {
        fits.put("linear, " + errors, () -> linear.withStandardErrors(errors).fit(data));
      }
    }
    fits.put("wild", () -> linear.fit(data, percentile().withKind(BootstrapKind.WILD)));
    fits.put("residual", () -> linear.fit(data, percentile().withKind(BootstrapKind.RESIDUAL)));
    fits.put("permutations", () -> linear.withPermutationTests(99, 5).fit(data));
    fits.put(
        "functions",
        () ->
            linear
                .withEffect("ratio", "exp(`m~x` * `y~m`)")
                .withEffect("power", "(1 + `m~x`^2)^0.3")
                .withEffect("log", "log(1 + abs(`y~x`))")
                .fit(data, percentile()));
    return fits;
  }

  private static MediationModel exposed(MediationModel model) {
    return model.withExposure("y", "w");
  }

  private static Bootstrap percentile() {
    return Bootstrap.percentile(REPLICATES).seed(11);
  }

  private static String told(String fit, Supplier<MediationResult> answer) {
    try {
      MediationResult result = answer.get();
      String text = Json.write(result.document()) + result.report().effectsCsv();
      if (WITH_PAGE.stream().anyMatch(fit::endsWith)) {
        text += result.report().html() + result;
      }
      return text;
    } catch (org.socialcure.core.InvalidInputException e) {
      // A refusal has to be the same as well.
      if (!fit.contains("STUDENTIZED") && !fit.contains("BCA")) {
        throw e;
      }
      return e.getMessage();
    }
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
      columns.get("g")[i] = i % 13;
    }
    return Dataset.of(columns);
  }
}
