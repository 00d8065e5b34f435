package org.socialcure.examples.study.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.json.Fields;
import org.socialcure.core.internal.json.Node;
import org.socialcure.core.internal.json.NodeReader;
import org.socialcure.core.internal.json.Scalars;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.regression.Moments;

/** Reads {@code moments}, which stand in for a file of answers, and the models over them. */
final class MomentsReader {
  /** The largest relative difference of two numbers that should be the same. */
  private static final double TOLERANCE = 1e-9;

  private static final String COVARIANCES = "covariances";
  private static final String CORRELATIONS = "correlations";

  private final Fields fields;
  private final String matrix;
  private final List<String> variables;

  private MomentsReader(Fields fields, String matrix, List<String> variables) {
    this.fields = fields;
    this.matrix = matrix;
    this.variables = variables;
  }

  static @Nullable Moments read(Node node, Problems problems) {
    Fields fields = Values.fields(node, problems);
    Optional<Integer> n =
        fields.required(
            "n", "say how many rows the moments are of", Values.whole(2, Integer.MAX_VALUE));
    List<String> variables =
        fields
            .required("variables", "name the variables in the order of the table", Values::names)
            .orElse(List.of());
    if (fields.isSound() && variables.size() < 2) {
      fields.report("variables", "must name at least two variables");
    }
    fields.require(
        "means", "give one a variable; zeros will do where only intercepts depend on them");
    List<Double> means = fields.list("means", Scalars::number);
    String matrix = fields.has(CORRELATIONS) ? CORRELATIONS : COVARIANCES;
    if (matrix.equals(CORRELATIONS)) {
      fields.refuse("contradicts \"correlations\"; give one of the two", COVARIANCES);
      fields.require("sds", "\"correlations\" need the standard deviations, one a variable");
    } else {
      fields.require(COVARIANCES, "give them, or \"correlations\" with \"sds\"");
      fields.refuse("belongs to \"correlations\"; covariances have their variances", "sds");
    }
    List<Double> sds = fields.list("sds", Scalars::number);
    List<List<Double>> rows = fields.list(matrix, Values::numbers);
    fields.done();
    return fields.isSound() && n.isPresent()
        ? new MomentsReader(fields, matrix, variables).moments(n.get(), means, sds, rows)
        : null;
  }

  private @Nullable Moments moments(
      int n, List<Double> means, List<Double> sds, List<List<Double>> rows) {
    boolean correlations = matrix.equals(CORRELATIONS);
    checkSize("means", means.size());
    if (correlations) {
      checkSize("sds", sds.size());
      for (int i = 0; i < sds.size(); i++) {
        if (!(sds.get(i) > 0)) {
          fields.report("sds[" + i + "]", "is a standard deviation and must be above 0");
        }
      }
    }
    if (isTriangle(rows) || isSquare(rows)) {
      checkCells(rows);
    } else {
      int p = variables.size();
      fields.report(
          matrix,
          String.format(
              Locale.ROOT,
              "must have %d rows, either of %d values each or of 1, 2 … %d, down from the diagonal",
              p,
              p,
              p));
    }
    if (!fields.isSound()) {
      return null;
    }
    List<List<Double>> full = full(rows);
    Optional<Moments> moments =
        fields.attempt(
            matrix,
            () ->
                correlations
                    ? Moments.ofCorrelations(n, variables, means, sds, full)
                    : new Moments(n, variables, means, full));
    moments
        .flatMap(Moments::dependent)
        .ifPresent(
            variable ->
                fields.report(
                    matrix,
                    "are not positive definite: the variables before "
                        + variable
                        + " would explain all of it or more; leave it out if it is made of them,"
                        + " else check the numbers and give all their digits"));
    return moments.orElse(null);
  }

  private void checkSize(String name, int size) {
    if (size != variables.size()) {
      fields.report(
          name, "must have " + variables.size() + " values, one a variable, but has " + size);
    }
  }

  private boolean isSquare(List<List<Double>> rows) {
    return rows.size() == variables.size()
        && rows.stream().allMatch(row -> row.size() == variables.size());
  }

  private boolean isTriangle(List<List<Double>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != i + 1) {
        return false;
      }
    }
    return rows.size() == variables.size();
  }

  /** The cells on and below the diagonal are permitted ones, and those above are the same. */
  private void checkCells(List<List<Double>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      List<Double> row = rows.get(i);
      checkDiagonal(i, row.get(i));
      for (int j = 0; j < i; j++) {
        double largest =
            matrix.equals(CORRELATIONS) ? 1 : Math.sqrt(row.get(i) * rows.get(j).get(j));
        // Where a variance is not positive, that is the problem to report.
        if (Math.abs(row.get(j)) > largest * (1 + TOLERANCE)) {
          fields.report(
              cell(i, j),
              matrix.equals(CORRELATIONS)
                  ? "is a correlation and must lie from -1 to 1"
                  : "is larger than the variances permit: |r| would exceed 1");
        }
        boolean square = rows.get(j).size() > i;
        if (square && Math.abs(rows.get(j).get(i) - row.get(j)) > TOLERANCE * largest) {
          fields.report(
              cell(j, i),
              "must be the same as "
                  + cell(i, j)
                  + "; correct one, or give the lower triangle alone");
        }
      }
    }
  }

  private void checkDiagonal(int i, double value) {
    if (matrix.equals(CORRELATIONS)) {
      if (Math.abs(value - 1) > TOLERANCE) {
        fields.report(cell(i, i), "is a variable's correlation with itself and must be 1");
      }
    } else if (!(value > 0)) {
      fields.report(cell(i, i), "is a variance and must be above 0");
    }
  }

  private String cell(int row, int column) {
    return matrix + "[" + row + "][" + column + "]";
  }

  private List<List<Double>> full(List<List<Double>> rows) {
    List<List<Double>> full = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < rows.size(); j++) {
        row.add(
            i == j && matrix.equals(CORRELATIONS)
                ? Double.valueOf(1)
                : rows.get(Math.max(i, j)).get(Math.min(i, j)));
      }
      full.add(row);
    }
    return full;
  }

  /**
   * Reads a model over moments: what needs rows is refused, and moderators are probed at their mean
   * and mean ± SD unless it says otherwise.
   */
  static NodeReader<ModelSection> models(Optional<Moments> moments) {
    return (node, problems) -> {
      Fields fields = new Fields(node, problems).ofAuthor();
      fields.refuse(
          "needs rows, which \"moments\" do not have; leave it out: equations are linear with"
              + " classical standard errors, and nothing is resampled",
          "bootstrap",
          "permutations",
          "wildClusterTests",
          "family",
          "offset",
          "exposure",
          "weights",
          "se",
          "cluster",
          "coding",
          "event",
          "center");
      Node probe = fields.node("probe");
      if (probe != null && isPercentiles(probe)) {
        fields.report("probe", "cannot be percentiles, which need rows; say \"moments\" or values");
      }
      ModelSection section = ModelReader.read(node, problems);
      if (section == null) {
        return null;
      }
      moments.ifPresent(it -> refuseUnknown(fields, section, it));
      return probe == null || probe instanceof Node.Obj ? probed(section) : section;
    };
  }

  private static boolean isPercentiles(Node probe) {
    return probe instanceof Node.Obj byModerator
        ? byModerator.fields().values().stream().anyMatch(MomentsReader::isPercentiles)
        : probe instanceof Node.Text text && text.text().equals("percentiles");
  }

  private static ModelSection probed(ModelSection section) {
    return new ModelSection(
        section.name(),
        section.model().withProbes(ProbeRule.moments()),
        section.bootstrap(),
        section.permutations(),
        section.monteCarlo(),
        section.wildClusterTests(),
        section.events(),
        section.columns(),
        section.categories());
  }

  private static void refuseUnknown(Fields fields, ModelSection section, Moments moments) {
    Set<String> lacking = new LinkedHashSet<>();
    section.model().path().equations().stream()
        .flatMap(
            equation ->
                Stream.concat(
                    Stream.of(equation.outcome()),
                    equation.terms().stream().map(term -> term.name())))
        .forEach(lacking::add);
    moments.names().forEach(lacking::remove);
    if (!lacking.isEmpty()) {
      fields.report(
          "needs "
              + lacking.stream()
                  .map(name -> name + Nearest.question(name, moments.names()))
                  .collect(Collectors.joining(", "))
              + ", but \"moments\" have no variable of this name"
              + Nearest.listed("", moments.names(), "variables")
              + "; a product is a variable of its own there");
    }
  }
}
