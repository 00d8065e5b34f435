package org.socialcure.examples.study.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
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

  /** The moments, or nothing where there is a problem. */
  static Optional<Moments> read(Fields fields) {
    int before = fields.problems();
    fields.require("n", "say how many rows the moments are of");
    OptionalLong n = fields.whole("n", 2, Integer.MAX_VALUE);
    fields.require("variables", "name the variables in the order of the table");
    List<String> variables = fields.distinctTexts("variables");
    if (fields.problems() == before && variables.size() < 2) {
      fields.problem("variables", "must name at least two variables");
    }
    fields.require(
        "means", "give one a variable; zeros will do where only intercepts depend on them");
    List<Double> means = fields.numbers("means");
    String matrix = fields.has(CORRELATIONS) ? CORRELATIONS : COVARIANCES;
    if (matrix.equals(CORRELATIONS)) {
      fields.refuse("contradicts \"correlations\"; give one of the two", COVARIANCES);
      fields.require("sds", "\"correlations\" need the standard deviations, one a variable");
    } else {
      fields.require(COVARIANCES, "give them, or \"correlations\" with \"sds\"");
      fields.refuse("belongs to \"correlations\"; covariances have their variances", "sds");
    }
    List<Double> sds = fields.numbers("sds");
    List<List<Double>> rows = fields.rows(matrix);
    fields.close();
    return fields.problems() == before
        ? new MomentsReader(fields, matrix, variables)
            .moments((int) n.orElseThrow(), means, sds, rows)
        : Optional.empty();
  }

  private Optional<Moments> moments(
      int n, List<Double> means, List<Double> sds, List<List<Double>> rows) {
    int before = fields.problems();
    boolean correlations = matrix.equals(CORRELATIONS);
    checkSize("means", means.size());
    if (correlations) {
      checkSize("sds", sds.size());
      for (int i = 0; i < sds.size(); i++) {
        if (!(sds.get(i) > 0)) {
          fields.problem("sds[" + i + "]", "is a standard deviation and must be above 0");
        }
      }
    }
    if (isTriangle(rows) || isSquare(rows)) {
      checkCells(rows);
    } else {
      int p = variables.size();
      fields.problem(
          matrix,
          String.format(
              Locale.ROOT,
              "must have %d rows, either of %d values each or of 1, 2 … %d, down from the diagonal",
              p,
              p,
              p));
    }
    if (fields.problems() > before) {
      return Optional.empty();
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
                fields.problem(
                    matrix,
                    "are not positive definite: the variables before "
                        + variable
                        + " would explain all of it or more; leave it out if it is made of them,"
                        + " else check the numbers and give all their digits"));
    return moments;
  }

  private void checkSize(String name, int size) {
    if (size != variables.size()) {
      fields.problem(
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
          fields.problem(
              cell(i, j),
              matrix.equals(CORRELATIONS)
                  ? "is a correlation and must lie from -1 to 1"
                  : "is larger than the variances permit: |r| would exceed 1");
        }
        boolean square = rows.get(j).size() > i;
        if (square && Math.abs(rows.get(j).get(i) - row.get(j)) > TOLERANCE * largest) {
          fields.problem(
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
        fields.problem(cell(i, i), "is a variable's correlation with itself and must be 1");
      }
    } else if (!(value > 0)) {
      fields.problem(cell(i, i), "is a variance and must be above 0");
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
   * A model over moments: what needs rows is refused, and moderators are probed at their mean and
   * mean ± SD unless it says otherwise.
   */
  static Optional<ModelSection> model(Fields fields, Optional<Moments> moments) {
    fields.refuse(
        "needs rows, which \"moments\" do not have; leave it out: equations are linear with"
            + " classical standard errors, and nothing is resampled",
        "bootstrap",
        "permutations",
        "family",
        "offset",
        "exposure",
        "weights",
        "se",
        "cluster",
        "coding",
        "center");
    Optional<Object> probe = fields.peek("probe");
    boolean byModerator = probe.filter(Map.class::isInstance).isPresent();
    boolean percentiles =
        byModerator
            ? ((Map<?, ?>) probe.get()).containsValue("percentiles")
            : probe.filter("percentiles"::equals).isPresent();
    if (percentiles) {
      fields.problem("probe", "cannot be percentiles, which need rows; say \"moments\" or values");
    }
    Optional<ModelSection> section = ModelReader.read(fields);
    if (moments.isPresent() && section.isPresent()) {
      refuseUnknown(fields, section.get(), moments.get());
    }
    return probe.isPresent() && !byModerator ? section : section.map(MomentsReader::probed);
  }

  private static ModelSection probed(ModelSection section) {
    return new ModelSection(
        section.name(),
        section.model().probing(ProbeRule.moments()),
        section.bootstrap(),
        section.permutations(),
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
      fields.problem(
          "needs "
              + String.join(", ", lacking)
              + ", but \"moments\" have no variable of this name; they have "
              + String.join(", ", moments.names())
              + ". A product is a variable of its own there");
    }
  }
}
