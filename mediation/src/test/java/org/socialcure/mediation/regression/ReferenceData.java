package org.socialcure.mediation.regression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.socialcure.testsupport.ReferenceCase;

/** The data of reference cases, with R's formulas evaluated on them. */
final class ReferenceData {
  private static final Pattern FORMULA = Pattern.compile("([A-Za-z0-9_.]+) *~ *([^,)]*)");

  private final Map<String, String[]> cells;
  private final Map<String, double[]> computed = new LinkedHashMap<>();

  private ReferenceData(Map<String, String[]> cells) {
    this.cells = cells;
  }

  /** The data of a case. */
  static ReferenceData of(ReferenceCase reference) {
    return new ReferenceData(table(reference.dataLines()));
  }

  /** A CSV file among the test resources. */
  static ReferenceData resource(InputStream csv) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      return new ReferenceData(table(reader.lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String[]> table(List<String> lines) {
    String[] names = lines.get(0).replace("\"", "").split(",", -1);
    Map<String, String[]> table = new LinkedHashMap<>();
    for (int c = 0; c < names.length; c++) {
      String[] column = new String[lines.size() - 1];
      for (int r = 0; r < column.length; r++) {
        column[r] = lines.get(r + 1).replace("\"", "").split(",", -1)[c];
      }
      table.put(names[c], column);
    }
    return table;
  }

  int rows() {
    return cells.values().iterator().next().length;
  }

  String[] labels(String name) {
    return cells.get(name);
  }

  double[] numbers(String name) {
    return computed.computeIfAbsent(name, this::parse).clone();
  }

  private double[] parse(String name) {
    String[] column = cells.get(name);
    if (column == null) {
      throw new AssertionError("no column " + name);
    }
    return Arrays.stream(column)
        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
        .toArray();
  }

  ReferenceData with(String name, double[] values) {
    ReferenceData copy = new ReferenceData(cells);
    copy.computed.putAll(computed);
    copy.computed.put(name, values);
    return copy;
  }

  /** 1 where the cell has the label, else 0. */
  double[] indicator(String name, String label) {
    return Arrays.stream(labels(name)).mapToDouble(cell -> cell.equals(label) ? 1 : 0).toArray();
  }

  /** These data with the variables minus their means. */
  ReferenceData centred(String... names) {
    ReferenceData centred = this;
    for (String name : names) {
      double[] values = numbers(name);
      double mean = Arrays.stream(values).average().orElseThrow();
      centred = centred.with(name, Arrays.stream(values).map(v -> v - mean).toArray());
    }
    return centred;
  }

  /** The rows without a missing value in the variables. */
  ReferenceData complete(List<String> names) {
    List<double[]> columns = names.stream().map(this::numbers).toList();
    List<Integer> kept =
        IntStream.range(0, rows())
            .filter(row -> columns.stream().noneMatch(column -> Double.isNaN(column[row])))
            .boxed()
            .toList();
    Map<String, String[]> rest = new LinkedHashMap<>();
    for (String name : names) {
      String[] column = cells.get(name);
      rest.put(name, kept.stream().map(r -> column[r]).toArray(String[]::new));
    }
    return new ReferenceData(rest);
  }

  /** The variables of the formulas in an R call. */
  static List<String> variables(String call) {
    TreeSet<String> variables = new TreeSet<>();
    Matcher formulas = FORMULA.matcher(call);
    while (formulas.find()) {
      variables.add(formulas.group(1));
      for (String term : formulas.group(2).split("[+:]")) {
        variables.add(term.strip());
      }
    }
    return List.copyOf(variables);
  }

  /**
   * The equation of an R formula: variables, products of variables written with colons, and text
   * columns, which become indicators of all labels but the alphabetically first.
   */
  Regression equation(String formula) {
    Matcher parts = FORMULA.matcher(formula);
    if (!parts.find()) {
      throw new AssertionError("not a formula: " + formula);
    }
    Regression equation = Regression.of(parts.group(1), numbers(parts.group(1)));
    for (String each : parts.group(2).split("\\+")) {
      String term = each.strip();
      if (!term.contains(":") && isText(term)) {
        List<String> levels = List.copyOf(new TreeSet<>(Arrays.asList(labels(term))));
        for (String level : levels.subList(1, levels.size())) {
          equation = equation.term(term + level, indicator(term, level));
        }
        continue;
      }
      double[] product = new double[rows()];
      Arrays.fill(product, 1);
      for (String factor : term.split(":")) {
        double[] values = numbers(factor);
        for (int r = 0; r < product.length; r++) {
          product[r] *= values[r];
        }
      }
      equation = equation.term(term, product);
    }
    return equation;
  }

  private boolean isText(String name) {
    return cells.containsKey(name)
        && Arrays.stream(cells.get(name)).anyMatch(cell -> cell.matches("[A-Za-z].*"));
  }
}
