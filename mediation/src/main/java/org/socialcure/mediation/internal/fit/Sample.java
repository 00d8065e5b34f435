package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.Problems;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.WordCells;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.core.internal.numeric.WeightedStatistics;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.Caution.Code;
import org.socialcure.mediation.effect.CodedVariable;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.internal.linear.Magnitude;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.Derivation;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Term;

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
 * @param events the outcomes that are 1 where they have one of their two values
 * @param groups for cluster and strata columns, the group number of each row
 * @param rows how many rows are used
 * @param zeroWeights how many rows were left out because their weight is zero
 * @param weights the weight of each row used, where rows are weighted
 * @param labels what people call columns, where it is not their name
 * @param cautions what readers should know of rows and levels
 */
record Sample(
    int rowsRead,
    Map<String, Integer> missing,
    Map<String, double[]> columns,
    List<Coded> codings,
    List<Coded> events,
    Map<String, int[]> groups,
    int rows,
    int zeroWeights,
    Optional<double[]> weights,
    Map<String, String> labels,
    List<Caution> cautions) {
  private static final int MOST_MISSING = 3;
  private static final Pattern PATH_LETTER = Pattern.compile("[abcd]'?\\d*'?");

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

  /** Words without a level for the terms that code columns are in. */
  Map<String, String> termWords(List<Term> terms) {
    Map<String, String> contrasts = new HashMap<>();
    for (Coded coded : codings) {
      for (int j = 0; j < coded.names().size(); j++) {
        contrasts.put(coded.names().get(j), "contrast " + (j + 1) + " of " + coded.variable());
      }
    }
    Map<String, String> words = new HashMap<>();
    for (Term term : terms) {
      if (term.variables().stream().anyMatch(contrasts::containsKey)) {
        words.put(
            term.name(),
            term.variables().stream()
                .map(variable -> contrasts.getOrDefault(variable, variable))
                .collect(Collectors.joining(" × ")));
      }
    }
    return words;
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
    Settings.DataRules rules = settings.data();
    Set<String> numeric = new LinkedHashSet<>(path.variables());
    path.equations().forEach(e -> e.offset().ifPresent(numeric::add));
    List<Derivation> derived =
        rules.derivations().stream().filter(d -> numeric.remove(d.name())).toList();
    checkDerivations(derived, settings, data);
    derived.forEach(d -> numeric.addAll(d.sources()));
    rules.weights().ifPresent(numeric::add);
    Map<String, String> grouping = new LinkedHashMap<>();
    bootstrap.flatMap(Bootstrap::strata).ifPresent(strata -> grouping.put(strata, "strata"));
    rules.cluster().ifPresent(cluster -> grouping.put(cluster, "clusters"));
    Set<String> coded = new LinkedHashSet<>(rules.codings().keySet());
    checkColumns(path, data, numeric, grouping.keySet(), coded);
    numeric.removeAll(coded);
    numeric.removeAll(rules.events().keySet());
    Set<String> inWords = inWords(path, rules, derived, data, numeric);
    numeric.removeAll(inWords);

    Set<String> all = new LinkedHashSet<>(numeric);
    all.addAll(coded);
    all.addAll(inWords);
    all.addAll(rules.events().keySet());
    all.addAll(grouping.keySet());
    Map<String, double[]> values = Categories.numbers(data, numeric, outcomes(path));
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
    checkRows(data, missing, used);
    Map<String, double[]> columns = new LinkedHashMap<>();
    values.forEach((name, column) -> columns.put(name, pick(column, used)));
    checkSizes(columns);
    Categories categories = new Categories(data, used);
    List<Coded> codings = new ArrayList<>();
    rules.codings().forEach((name, coding) -> codings.add(categories.coded(name, coding)));
    inWords.forEach(name -> codings.add(categories.codedByItself(name)));
    List<Coded> events = new ArrayList<>();
    rules.events().forEach((name, event) -> events.add(categories.event(name, event)));
    codings.forEach(coding -> columns.putAll(categories.columns(coding)));
    events.forEach(coding -> columns.putAll(categories.columns(coding)));
    for (Derivation derivation : derived) {
      List<double[]> sources = derivation.sources().stream().map(columns::get).toList();
      columns.put(derivation.name(), derivation.values(sources));
    }
    Map<String, int[]> groups = new LinkedHashMap<>();
    grouping.forEach((name, kind) -> groups.put(name, categories.groups(name, kind)));
    List<Caution> cautions = new ArrayList<>();
    data.remarks().forEach(r -> cautions.add(new Caution(Code.DATA, "Data, " + r + ".")));
    cautions.addAll(categories.cautions());
    cautions.addAll(labelsLikeColumns(path, data));
    return new Sample(
        data.rows(),
        missing,
        columns,
        codings,
        events,
        groups,
        used.length,
        data.rows() - counted.length,
        settings.data().weights().map(columns::get),
        labels(data, all, codings, events, derived),
        cautions);
  }

  /**
   * Labels that were perhaps meant as variables: {@code x*w} is a product to some programs. The
   * letters that every model gives its paths are not taken for that.
   */
  private static List<Caution> labelsLikeColumns(PathModel path, Dataset data) {
    List<Caution> cautions = new ArrayList<>();
    for (Equation equation : path.equations()) {
      for (Term term : equation.terms()) {
        term.label()
            .filter(label -> data.has(label) && !PATH_LETTER.matcher(label).matches())
            .ifPresent(
                label ->
                    cautions.add(
                        new Caution(
                            Code.LABEL_LIKE_A_COLUMN,
                            "Equation "
                                + equation.outcome()
                                + ": "
                                + label
                                + " is the label of the coefficient of "
                                + term.name()
                                + ", and is a column of the data too, which it does not bring into"
                                + " the equation. For their product write "
                                + label
                                + " + "
                                + term.name()
                                + " + "
                                + label
                                + ":"
                                + term.name()
                                + ".")));
      }
    }
    return cautions;
  }

  /** Predictors in words, which can only be categories. */
  private static Set<String> inWords(
      PathModel path,
      Settings.DataRules rules,
      List<Derivation> derived,
      Dataset data,
      Set<String> numeric) {
    Set<String> never = new LinkedHashSet<>(outcomes(path));
    path.equations().forEach(e -> e.offset().ifPresent(never::add));
    derived.forEach(d -> never.addAll(d.sources()));
    rules.weights().ifPresent(never::add);
    return numeric.stream()
        .filter(name -> !never.contains(name) && data.kind(name) == ColumnKind.TEXT)
        .filter(name -> WordCells.only(data.texts(name)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> outcomes(PathModel path) {
    return path.equations().stream()
        .map(Equation::outcome)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Refuses data of which no row is complete, and names what empties them. */
  private static void checkRows(Dataset data, Map<String, Integer> missing, int[] used) {
    if (used.length > 0 || missing.isEmpty()) {
      return;
    }
    List<Problem> problems = new ArrayList<>();
    missing.forEach(
        (name, count) -> {
          if (count == data.rows()) {
            problems.add(
                new Problem(
                    "column " + name,
                    "holds no value in any of the "
                        + count
                        + " rows, so that no row is complete; leave it out of the model, or look"
                        + " for its values"));
          }
        });
    if (problems.isEmpty()) {
      String most =
          missing.entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
              .limit(MOST_MISSING)
              .map(e -> e.getKey() + " (" + e.getValue() + ")")
              .collect(Collectors.joining(", "));
      problems.add(
          new Problem(
              "rows",
              "none of the "
                  + data.rows()
                  + " rows has a value in every column of the model; most values are missing in "
                  + most));
    }
    throw new InvalidInputException(problems);
  }

  private static Map<String, String> labels(
      Dataset data,
      Set<String> names,
      List<Coded> codings,
      List<Coded> events,
      List<Derivation> derived) {
    Map<String, String> labels = new LinkedHashMap<>();
    names.forEach(name -> labels.put(name, data.label(name)));
    for (Coded coded : codings) {
      List<String> contrasts = coded.coding().contrasts(coded.levels());
      for (int j = 0; j < contrasts.size(); j++) {
        labels.put(coded.names().get(j), data.label(coded.variable()) + ": " + contrasts.get(j));
      }
    }
    for (Coded event : events) {
      labels.put(event.variable(), data.label(event.variable()) + " = " + event.levels().get(1));
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
        problems.add(
            new Problem(
                "coding of " + name,
                "the model has no such variable"
                    + Nearest.listed(name, path.variables(), "variables")));
      }
    }
    Set<String> wanted = new LinkedHashSet<>(numeric);
    wanted.addAll(grouping);
    for (String name : wanted) {
      try {
        data.kind(name);
      } catch (InvalidInputException unknown) {
        problems.addAll(unknown.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Refuses values that are no values, or of a size that cannot be computed with. */
  private static void checkSizes(Map<String, double[]> columns) {
    Problems problems = new Problems();
    columns.forEach(
        (name, column) ->
            Magnitude.problem(column).ifPresent(reason -> problems.add("column " + name, reason)));
    problems.throwIfAny();
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

  Map<String, List<String>> codeColumns() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    codings.forEach(c -> columns.put(c.variable(), c.names()));
    return columns;
  }
}
