package org.socialcure.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder {@code shared} beside the repository, which holds data that may not be copied into it.
 * A test that needs it is skipped where it is absent.
 */
public final class Shared {
  private Shared() {}

  /**
   * A file of the folder.
   *
   * @param relative its path there
   * @return the file
   */
  public static Path file(String relative) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolveSibling("shared");
      if (Files.isDirectory(folder.resolve("reference"))) {
        return folder.resolve(relative);
      }
    }
    return Assumptions.abort("needs the folder 'shared' beside the repository: " + relative);
  }

  /**
   * The columns of a CSV file that has no line breaks or commas in quotes.
   *
   * @param relative its path in the folder
   * @return the columns by name; whatever is not a number is {@code NaN}
   */
  public static Map<String, double[]> columns(String relative) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] names = lines.get(0).replace("\"", "").split(",", -1);
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int c = 0; c < names.length; c++) {
      double[] values = new double[lines.size() - 1];
      for (int r = 0; r < values.length; r++) {
        values[r] = number(lines.get(r + 1).split(",", -1)[c]);
      }
      columns.put(names[c], values);
    }
    return columns;
  }

  private static double number(String cell) {
    return cell.matches("-?[0-9.]+([eE][-+]?[0-9]+)?") ? Double.parseDouble(cell) : Double.NaN;
  }
}
