package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.data.ColumnKind;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Alike;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.WordCells;
import org.socialcure.mediation.effect.Caution;
import org.socialcure.mediation.effect.Caution.Code;
import org.socialcure.mediation.internal.EquationSize;
import org.socialcure.mediation.internal.Interruption;
import org.socialcure.mediation.model.CategoricalCoding;
import org.socialcure.mediation.model.CategoricalCoding.Scheme;

/** The levels of categorical columns over the rows that a model uses. */
final class Categories {
  /** A column of words with more levels is most probably none of categories. */
  private static final int MOST_LEVELS = 10;

  private static final int FEWEST_ROWS = 2;

  private final Dataset data;
  private final int[] used;
  private final List<Caution> cautions = new ArrayList<>();

  Categories(Dataset data, int[] used) {
    this.data = data;
    this.used = used;
  }

  List<Caution> cautions() {
    return cautions;
  }

  /** A variable with the coding that was asked for. */
  Sample.Coded coded(String name, CategoricalCoding coding) {
    Map<String, Integer> counts = counts(name);
    List<String> levels = coding.order(name, counts.keySet());
    if (levels.size() < 2) {
      throw new InvalidInputException(
          "coding of " + name, "the variable needs at least two levels among the rows used");
    }
    boolean told = coding.first().size() >= levels.size() - 1;
    boolean ordered = coding.scheme() != Scheme.INDICATOR && coding.scheme() != Scheme.EFFECT;
    if (data.kind(name) == ColumnKind.TEXT && ordered && !told) {
      cautions.add(
          new Caution(
              Code.LEVELS_AS_THEY_OCCUR,
              data.label(name)
                  + ": the order of the levels matters and was not told; they are taken as they"
                  + " first occur in the data: "
                  + String.join(", ", levels)
                  + "."));
    }
    EquationSize.problem(levels.size())
        .ifPresent(
            reason -> {
              throw new InvalidInputException(
                  "coding of " + name,
                  "the variable has "
                      + levels.size()
                      + " levels, so that an equation with it "
                      + reason);
            });
    alike(name, levels);
    return new Sample.Coded(
        name, coding, levels, coding.columnNames(name, levels), coding.matrix(name, levels.size()));
  }

  /** A variable in words that nothing was said about. */
  Sample.Coded codedByItself(String name) {
    Map<String, Integer> counts = counts(name);
    refuseUncodable(name, counts);
    CategoricalCoding coding = CategoricalCoding.of(Scheme.INDICATOR);
    Sample.Coded coded = coded(name, coding);
    cautions.add(
        new Caution(
            Code.CODED_BY_ITSELF,
            data.label(name)
                + " holds words and was given indicator coding, because no coding was asked for: "
                + coded.levels().stream()
                    .skip(1)
                    .map(level -> level + " = 1")
                    .collect(Collectors.joining(", "))
                + " in a column of its own, against "
                + coded.levels().get(0)
                + ", which comes first in the data."));
    return coded;
  }

  private static void refuseUncodable(String name, Map<String, Integer> counts) {
    int rare = (int) counts.values().stream().filter(rows -> rows < FEWEST_ROWS).count();
    String found;
    if (counts.size() > MOST_LEVELS) {
      found = counts.size() + " different words, more than " + MOST_LEVELS;
    } else if (rare > 0) {
      found = (rare == 1 ? "a word" : rare + " words") + " in one row only";
    } else if (counts.size() < 2) {
      found = "one word in all rows used";
    } else {
      return;
    }
    throw new InvalidInputException(
        "column " + name,
        "holds "
            + found
            + ", so that it is not coded without being asked; give it a coding as a categorical"
            + " variable, or write numbers");
  }

  /** An outcome of two values as 1 where it has one of them and 0 where it has the other. */
  Sample.Coded event(String name, String event) {
    Map<String, Integer> counts = counts(name);
    String where = "event of " + name;
    if (!counts.containsKey(event)) {
      throw new InvalidInputException(
          where,
          "no row that is used has this value"
              + Nearest.among(event, counts.keySet(), "different values")
              + (counts.size() == 2 ? "; name one of the two" : ""));
    }
    if (counts.size() != 2) {
      int alike = Alike.earlier(counts.keySet()).size();
      throw new InvalidInputException(
          where,
          "the outcome has "
              + (counts.size() == 1 ? "one value" : counts.size() + " different values")
              + " among the rows used, and an event is one of two"
              + (alike > 0
                  ? "; " + alike + " of them differ from another " + Alike.DIFFERENCE
                  : ""));
    }
    List<String> levels = new ArrayList<>(counts.keySet());
    levels.remove(event);
    levels.add(event);
    alike(name, levels);
    return new Sample.Coded(
        name,
        CategoricalCoding.of(Scheme.INDICATOR),
        levels,
        List.of(name),
        new double[][] {{0}, {1}});
  }

  /** A row each of the codes of the rows used, column by column. */
  Map<String, double[]> columns(Sample.Coded coded) {
    Map<String, Integer> index = new HashMap<>();
    coded.levels().forEach(level -> index.put(level, index.size()));
    List<Optional<String>> texts = data.texts(coded.variable());
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int j = 0; j < coded.names().size(); j++) {
      double[] column = new double[used.length];
      for (int i = 0; i < used.length; i++) {
        column[i] = coded.codes()[index.getOrDefault(texts.get(used[i]).orElseThrow(), 0)][j];
      }
      columns.put(coded.names().get(j), column);
    }
    return columns;
  }

  /** The group of every row used, numbered as they occur. */
  int[] groups(String name, String kind) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] groups = new int[used.length];
    for (int i = 0; i < used.length; i++) {
      groups[i] =
          numbers.computeIfAbsent(data.text(name, used[i]).orElseThrow(), k -> numbers.size());
    }
    if (data.kind(name) == ColumnKind.TEXT) {
      Alike.remark("column " + name, kind, data.texts(name), data::place)
          .ifPresent(
              remark ->
                  cautions.add(
                      new Caution(
                          Code.LEVELS_ALIKE, data.label(name) + ": " + remark.message() + ".")));
    }
    return groups;
  }

  private void alike(String name, Collection<String> levels) {
    Map<String, String> alike = Alike.earlier(levels);
    if (!alike.isEmpty()) {
      cautions.add(
          new Caution(
              Code.LEVELS_ALIKE,
              data.label(name)
                  + ": "
                  + alike.entrySet().stream()
                      .map(pair -> "“" + pair.getKey() + "” and “" + pair.getValue() + "”")
                      .collect(Collectors.joining("; "))
                  + " differ "
                  + Alike.DIFFERENCE
                  + " and count as different levels; write each in one way if they are the same."));
    }
  }

  /** The rows of each level: numbers ascending, words as they first occur in the data. */
  private Map<String, Integer> counts(String name) {
    Map<String, Integer> counts = new HashMap<>();
    for (int row : used) {
      Interruption.check(row);
      counts.merge(data.text(name, row).orElseThrow(), 1, Integer::sum);
    }
    Map<String, Integer> ordered = new LinkedHashMap<>();
    for (String level : order(name)) {
      Integer rows = counts.get(level);
      if (rows != null) {
        ordered.put(level, rows);
      }
    }
    return ordered;
  }

  private Collection<String> order(String name) {
    if (data.kind(name) == ColumnKind.NUMBER) {
      double[] values = data.numbers(name);
      Map<Double, String> byValue = new TreeMap<>();
      for (int row : used) {
        byValue.put(values[row], data.text(name, row).orElseThrow());
      }
      return byValue.values();
    }
    Set<String> texts = new LinkedHashSet<>();
    data.texts(name).forEach(text -> text.ifPresent(texts::add));
    return texts;
  }

  /** Columns of numbers where each is expected, as numbers; all that are none are told at once. */
  static Map<String, double[]> numbers(Dataset data, Set<String> names, Set<String> outcomes) {
    List<Problem> problems = new ArrayList<>();
    Map<String, double[]> values = new LinkedHashMap<>();
    for (String name : names) {
      Interruption.check();
      if (data.kind(name) == ColumnKind.TEXT && WordCells.only(data.texts(name))) {
        problems.add(
            new Problem(
                "column " + name,
                outcomes.contains(name)
                    ? "holds words, not numbers; where an outcome has two values, say which counts"
                        + " as 1 with withEvent(…), in a plan \"event\", or write numbers"
                    : "holds words, not numbers; write numbers here, where a coding cannot help"));
        continue;
      }
      try {
        values.put(name, data.numbers(name));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return values;
  }
}
