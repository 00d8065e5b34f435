package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.core.internal.numeric.WeightedStatistics;
import org.socialcure.mediation.effect.CodedVariable;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.linear.Magnitude;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.Derivation;
import org.socialcure.mediation.model.PathModel;

/**
 * The rows of a data set that a model uses, and their values.
 *
 * <p>One common sample: a row with a missing value in any variable of the model is left out of
 * every equation. So is a row of weight zero, which R's lm and glm leave out too.
 *
 * @param rowsRead rows of the data set
 * @param missing how many rows miss each variable that has missing values
 * @param columns the numeric columns over the rows used, code columns and derived ones included
 * @param codings the coded variables
 * @param groups for cluster and strata columns, the group number of each row
 * @param rows how many rows are used
 * @param zeroWeights how many rows were left out because their weight is zero
 * @param weights the weight of each row used, where rows are weighted
 * @param labels what people call columns, where it is not their name
 */
record Sample(
    int rowsRead,
    Map<String, Integer> missing,
    Map<String, double[]> columns,
    List<Coded> codings,
    Map<String, int[]> groups,
    int rows,
    int zeroWeights,
    Optional<double[]> weights,
    Map<String, String> labels) {

  /**
   * A coded variable.
   *
   * @param variable the variable
   * @param coding its coding
   * @param levels its levels in the order of the coding
   * @param names its code columns
   * @param codes a row a level
   */
  record Coded(
      String variable,
      CategoricalCoding coding,
      List<String> levels,
      List<String> names,
      double[][] codes) {
    /** As readers of results see it. */
    CodedVariable told() {
      return new CodedVariable(
          variable,
          coding.scheme(),
          levels,
          names,
          Arrays.stream(codes).map(row -> Arrays.stream(row).boxed().toList()).toList());
    }
  }

  /** The mean of a column over the rows used, by their weights. */
  double mean(double[] column) {
    return weights
        .map(w -> WeightedStatistics.mean(column, w))
        .orElseGet(() -> SampleStatistics.mean(column));
  }

  /** The standard deviation of a column over the rows used, by their weights. */
  double standardDeviation(double[] column) {
    return weights
        .map(w -> WeightedStatistics.standardDeviation(column, w))
        .orElseGet(() -> SampleStatistics.standardDeviation(column));
  }

  /** The values of one of the {@link #columns}. */
  double[] column(String name) {
    return Objects.requireNonNull(columns.get(name), name);
  }

  static Sample of(PathModel path, Settings settings, Dataset data, Optional<Bootstrap> bootstrap) {
    Set<String> numeric = new LinkedHashSet<>(path.variables());
    path.equations().forEach(e -> e.offset().ifPresent(numeric::add));
    List<Derivation> derived =
        settings.data().derivations().stream().filter(d -> numeric.remove(d.name())).toList();
    checkDerivations(derived, settings, data);
    derived.forEach(d -> numeric.addAll(d.sources()));
    settings.data().weights().ifPresent(numeric::add);
    Set<String> grouping = new LinkedHashSet<>();
    settings.data().cluster().ifPresent(grouping::add);
    bootstrap.flatMap(Bootstrap::strata).ifPresent(grouping::add);
    Set<String> coded = new LinkedHashSet<>(settings.data().codings().keySet());
    checkColumns(path, data, numeric, grouping, coded);
    numeric.removeAll(coded);

    Set<String> all = new LinkedHashSet<>(numeric);
    all.addAll(coded);
    all.addAll(grouping);
    Map<String, double[]> values = numbers(data, numeric);
    // A row of weight zero is no part of the sample, whatever it misses.
    Optional<double[]> weights = settings.data().weights().map(values::get);
    int[] counted =
        IntStream.range(0, data.rows())
            .filter(row -> weights.isEmpty() || weights.get()[row] != 0)
            .toArray();
    Map<String, Integer> missing = new LinkedHashMap<>();
    for (String name : all) {
      int count = (int) Arrays.stream(counted).filter(row -> data.missing(name, row)).count();
      if (count > 0) {
        missing.put(name, count);
      }
    }
    int[] used = Arrays.stream(counted).filter(row -> isComplete(data, all, row)).toArray();
    Map<String, double[]> columns = new LinkedHashMap<>();
    values.forEach((name, column) -> columns.put(name, pick(column, used)));
    checkSizes(columns);
    List<Coded> codings = new ArrayList<>();
    for (String name : coded) {
      codings.add(
          code(
              name,
              Objects.requireNonNull(settings.data().codings().get(name)),
              data,
              used,
              columns));
    }
    for (Derivation derivation : derived) {
      List<double[]> sources = derivation.sources().stream().map(columns::get).toList();
      columns.put(derivation.name(), derivation.values(sources));
    }
    Map<String, int[]> groups = new LinkedHashMap<>();
    for (String name : grouping) {
      groups.put(name, groups(data, name, used));
    }
    return new Sample(
        data.rows(),
        missing,
        columns,
        codings,
        groups,
        used.length,
        data.rows() - counted.length,
        settings.data().weights().map(columns::get),
        labels(data, all, codings, derived));
  }

  private static Map<String, String> labels(
      Dataset data, Set<String> names, List<Coded> codings, List<Derivation> derived) {
    Map<String, String> labels = new LinkedHashMap<>();
    names.forEach(name -> labels.put(name, data.label(name)));
    for (Coded coded : codings) {
      List<String> contrasts = coded.coding().contrasts(coded.levels());
      for (int j = 0; j < contrasts.size(); j++) {
        labels.put(coded.names().get(j), data.label(coded.variable()) + ": " + contrasts.get(j));
      }
    }
    derived.forEach(d -> labels.put(d.name(), d.label(data::label)));
    return distinct(labels);
  }

  /**
   * The labels that are not the column's name. One that several columns share, or that is the name
   * of another column, is told with the name of its own.
   */
  private static Map<String, String> distinct(Map<String, String> labels) {
    Map<String, String> told = new LinkedHashMap<>(labels);
    Set<String> ambiguous = new LinkedHashSet<>();
    do {
      ambiguous.clear();
      Set<String> once = new HashSet<>();
      Set<String> taken = new HashSet<>(told.keySet());
      told.values().stream().filter(label -> !once.add(label)).forEach(taken::add);
      told.forEach(
          (name, label) -> {
            if (!label.equals(name) && taken.contains(label)) {
              ambiguous.add(name);
            }
          });
      ambiguous.forEach(name -> told.merge(name, name, (label, own) -> label + " (" + own + ")"));
    } while (!ambiguous.isEmpty());
    told.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
    return told;
  }

  private static void checkDerivations(List<Derivation> derived, Settings settings, Dataset data) {
    List<Problem> problems = new ArrayList<>();
    for (Derivation derivation : derived) {
      String where = "column " + derivation.name();
      if (data.has(derivation.name())) {
        problems.add(
            new Problem(
                where,
                "is made by the model, but the data have a column of this name already; rename or"
                    + " drop that one"));
      }
      for (String source : derivation.sources()) {
        if (settings.data().codings().containsKey(source)) {
          problems.add(
              new Problem(where, "cannot be made from " + source + ", which is categorical"));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static void checkColumns(
      PathModel path, Dataset data, Set<String> numeric, Set<String> grouping, Set<String> coded) {
    List<Problem> problems = new ArrayList<>();
    for (String name : coded) {
      if (!path.variables().contains(name)) {
        problems.add(new Problem("coding of " + name, "the model has no such variable"));
      }
    }
    Set<String> wanted = new LinkedHashSet<>(numeric);
    wanted.addAll(grouping);
    for (String name : wanted) {
      if (!data.has(name)) {
        problems.add(new Problem("column " + name, "there is no such column" + known(name, data)));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static String known(String name, Dataset data) {
    List<String> names = data.names();
    String shown = String.join(", ", names.subList(0, Math.min(30, names.size())));
    return Nearest.columnQuestion(name, names)
        + "; the data have "
        + shown
        + (names.size() > 30 ? " and " + (names.size() - 30) + " more" : "");
  }

  private static Map<String, double[]> numbers(Dataset data, Set<String> names) {
    List<Problem> problems = new ArrayList<>();
    Map<String, double[]> values = new LinkedHashMap<>();
    for (String name : names) {
      Interruption.check();
      try {
        values.put(name, data.numbers(name));
      } catch (InvalidInputException e) {
        boolean words = e.problems().size() == data.rows() - data.missingCount(name);
        problems.addAll(words ? List.of(uncoded(name)) : e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return values;
  }

  /** Refuses values that are no values, or of a size that cannot be computed with. */
  private static void checkSizes(Map<String, double[]> columns) {
    Problems problems = new Problems();
    columns.forEach(
        (name, column) ->
            Magnitude.problem(column).ifPresent(reason -> problems.add("column " + name, reason)));
    problems.throwIfAny();
  }

  private static Problem uncoded(String name) {
    return new Problem(
        "column " + name,
        "holds words in every row; give it a coding as a categorical variable, or write numbers");
  }

  private static boolean isComplete(Dataset data, Set<String> names, int row) {
    Interruption.check(row);
    return names.stream().noneMatch(name -> data.missing(name, row));
  }

  /** The values of the rows used, where zero has one sign as it has one value. */
  private static double[] pick(double[] column, int[] rows) {
    Interruption.check();
    return Arrays.stream(rows).mapToDouble(row -> column[row] + 0.0).toArray();
  }

  private static Coded code(
      String name,
      CategoricalCoding coding,
      Dataset data,
      int[] used,
      Map<String, double[]> columns) {
    List<Optional<String>> texts = data.texts(name);
    List<String> levels = coding.order(name, levels(data, name, used));
    if (levels.size() < 2) {
      throw new InvalidInputException(
          "coding of " + name, "the variable needs at least two levels among the rows used");
    }
    double[][] codes = coding.matrix(name, levels.size());
    List<String> names = coding.columnNames(name, levels);
    for (int j = 0; j < names.size(); j++) {
      double[] column = new double[used.length];
      for (int i = 0; i < used.length; i++) {
        column[i] = codes[levels.indexOf(texts.get(used[i]).orElseThrow())][j];
      }
      columns.put(names.get(j), column);
    }
    return new Coded(name, coding, levels, names, codes);
  }

  /** Levels in ascending order: numbers by value, texts by alphabet. */
  private static List<String> levels(Dataset data, String name, int[] used) {
    if (data.kind(name) == ColumnKind.NUMBER) {
      double[] values = data.numbers(name);
      Map<Double, String> byValue = new TreeMap<>();
      for (int row : used) {
        byValue.put(values[row], data.text(name, row).orElseThrow());
      }
      return List.copyOf(byValue.values());
    }
    Set<String> texts = new TreeSet<>();
    for (int row : used) {
      texts.add(data.text(name, row).orElseThrow());
    }
    return List.copyOf(texts);
  }

  private static int[] groups(Dataset data, String name, int[] used) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] groups = new int[used.length];
    for (int i = 0; i < used.length; i++) {
      groups[i] =
          numbers.computeIfAbsent(data.text(name, used[i]).orElseThrow(), k -> numbers.size());
    }
    return groups;
  }

  Map<String, List<String>> codeColumns() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    codings.forEach(c -> columns.put(c.variable(), c.names()));
    return columns;
  }
}
