package org.socialcure.testsupport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * A case of other software: a golden file and the data it was computed from.
 *
 * <p>Cases on made-up data stand among the resources of this module, with the scripts that made
 * them; every test runs on them. Cases on data that may not be copied join where the folder {@code
 * shared} stands beside the repository.
 */
public final class ReferenceCase {
  private final Root root;
  private final String id;

  private ReferenceCase(Root root, String id) {
    this.root = root;
    this.id = id;
  }

  /** A folder with the subfolders {@code golden} and {@code data}. */
  private sealed interface Root {
    List<String> ids() throws IOException;

    boolean has(String file);

    InputStream open(String file) throws IOException;
  }

  private record Resources() implements Root {
    @Override
    public List<String> ids() throws IOException {
      return read(open("cases.txt"));
    }

    @Override
    public boolean has(String file) {
      return ReferenceCase.class.getResource("reference/" + file) != null;
    }

    @Override
    public InputStream open(String file) {
      InputStream in = ReferenceCase.class.getResourceAsStream("reference/" + file);
      if (in == null) {
        throw new AssertionError("no reference file " + file);
      }
      return in;
    }
  }

  private record Folder(Path folder) implements Root {
    @Override
    public List<String> ids() throws IOException {
      try (Stream<Path> files = Files.list(folder.resolve("golden"))) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".json"))
            .map(name -> name.substring(0, name.length() - ".json".length()))
            .sorted()
            .toList();
      }
    }

    @Override
    public boolean has(String file) {
      return Files.exists(folder.resolve(file));
    }

    @Override
    public InputStream open(String file) throws IOException {
      return Files.newInputStream(folder.resolve(file));
    }
  }

  /**
   * The cases of a kind.
   *
   * @param pattern a regular expression that the whole id matches
   * @return those on made-up data, of which there must be one, and those of the folder beside the
   *     repository, if it is there
   */
  public static List<ReferenceCase> all(String pattern) {
    List<ReferenceCase> cases = new ArrayList<>(matching(new Resources(), pattern));
    if (cases.isEmpty()) {
      throw new AssertionError("no case in the repository matches " + pattern);
    }
    Optional<Path> folder = Shared.folder();
    folder.ifPresent(it -> cases.addAll(matching(new Folder(it.resolve("reference")), pattern)));
    return List.copyOf(cases);
  }

  private static List<ReferenceCase> matching(Root root, String pattern) {
    try {
      return root.ids().stream()
          .filter(Pattern.compile(pattern).asMatchPredicate())
          .map(id -> new ReferenceCase(root, id))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Its name.
   *
   * @return the name of the golden file without the ending
   */
  public String id() {
    return id;
  }

  /**
   * The golden file.
   *
   * @return the whole file
   */
  public Reference golden() {
    return Reference.read(open("golden/" + id + ".json"));
  }

  /**
   * The variable that plays a part, as the golden file's words have it: {@code X=age}.
   *
   * @param letter the part
   * @return the variable's name
   */
  public String role(String letter) {
    String model = golden().text("model");
    Matcher matcher = Pattern.compile("\\b" + letter + "=([\\w.]+)").matcher(model);
    if (!matcher.find()) {
      throw new AssertionError(id + " has no " + letter + ": " + model);
    }
    return matcher.group(1);
  }

  /**
   * The data it was computed from.
   *
   * @return the open CSV file, to be closed by whoever reads it
   */
  public Reader data() {
    return new InputStreamReader(open(dataFile()), StandardCharsets.UTF_8);
  }

  private String dataFile() {
    return golden().text("data").split(" ")[0];
  }

  /**
   * The lines of the data file.
   *
   * @return the lines in order, the first of them the header
   */
  public List<String> dataLines() {
    return read(open(dataFile()));
  }

  /**
   * The columns of the data file.
   *
   * @return the columns by name; whatever is not a number is {@code NaN}
   */
  public Map<String, double[]> columns() {
    return columns(dataFile());
  }

  /**
   * The columns of a file beside the golden file.
   *
   * @param file its path, such as {@code golden/scores.csv}; without line breaks or commas in
   *     quotes
   * @return the columns by name; whatever is not a number is {@code NaN}
   */
  public Map<String, double[]> columns(String file) {
    List<String> lines = read(open(file));
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

  /**
   * The resamples of a bootstrap case.
   *
   * @return a line for each: row numbers from 1, separated by commas
   */
  public List<String> draws() {
    String file = "data/" + family() + "_indices.csv";
    if (root.has(file)) {
      return read(open(file));
    }
    ZipInputStream zip = new ZipInputStream(open(file + ".zip"));
    try {
      zip.getNextEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(zip).stream().filter(line -> Character.isDigit(line.charAt(0))).toList();
  }

  /**
   * The variables of a bootstrap case in the order of its serial model.
   *
   * @return the exposure, the two mediators and the outcome
   */
  public List<String> series() {
    String model = golden().text("model");
    return List.of(model.replaceAll(".*serial: ([^;]*);.*", "$1").split(" -> "));
  }

  /**
   * The statistics of every resample of a bootstrap case.
   *
   * @return the values by statistic, in the order of the resamples
   */
  public Map<String, double[]> estimates() {
    return columns("golden/" + family() + "_estimates.csv");
  }

  /** Cases that differ in the number of resamples share their resamples. */
  private String family() {
    return id.replaceFirst("_B\\d+$", "");
  }

  private InputStream open(String file) {
    try {
      return root.open(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(InputStream in) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
