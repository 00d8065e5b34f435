package org.socialcure.mediation.inference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socialcure.testsupport.Reference;

/** The reference files of this module's test resources. */
final class Goldens {
  private static final String FOLDER = "/org/socialcure/mediation/golden/";

  private Goldens() {}

  /** The {@code values} of a golden file. */
  static Reference golden(String name) {
    return Reference.read(Goldens.class.getResourceAsStream(FOLDER + name + ".json")).get("values");
  }

  /** The {@code values} that the R script of this package computed. */
  static Reference script(String part) {
    return Reference.read(Goldens.class.getResourceAsStream("inference.json")).get("values", part);
  }

  /** The parts of an object, in order. */
  static List<Reference> parts(Reference object) {
    return object.names().stream().map(name -> object.get(name)).toList();
  }

  /** The estimates of the fixed-index bootstrap by statistic, in the order of the resamples. */
  static Map<String, double[]> resampleEstimates() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Goldens.class.getResourceAsStream(FOLDER + "boot60_tal_or_estimates.csv"),
                StandardCharsets.UTF_8))) {
      String[] names = reader.readLine().split(",");
      List<String[]> rows = reader.lines().map(line -> line.split(",")).toList();
      Map<String, double[]> columns = new LinkedHashMap<>();
      for (int c = 0; c < names.length; c++) {
        int column = c;
        columns.put(
            names[c], rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray());
      }
      return columns;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
