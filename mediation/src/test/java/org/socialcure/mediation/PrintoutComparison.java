package org.socialcure.mediation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.socialcure.core.Interval;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.Printout.Cell;
import org.socialcure.mediation.Printout.Row;
import org.socialcure.mediation.Printout.Table;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.inference.Bootstrap;
import org.socialcure.mediation.inference.Compatibility;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.ProbeRule;
import org.socialcure.mediation.model.Term;
import org.socialcure.mediation.process.ModeratorLetter;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;
import org.socialcure.mediation.regression.StandardErrors;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.mediation.report.ModelDocument.Equation;

/** Holds every number of a printout against our own analysis of the same data. */
final class PrintoutComparison {
  /** Fewer than the printed ones, to save time; the band allows for it. */
  private static final int REPLICATES = 1000;

  private final Printout printout;
  private final MediationResult result;
  private final ModelDocument document;
  private final List<String> differences = new ArrayList<>();
  private final List<MonteCarloBand> bands = new ArrayList<>();
  private int compared;
  private int replicates;

  private PrintoutComparison(Printout printout, MediationResult result) {
    this.printout = printout;
    this.result = result;
    this.document = result.document();
  }

  /**
   * Does the printed analysis anew and compares.
   *
   * @param printout the printout
   * @param data its data
   */
  static PrintoutComparison of(Printout printout, Dataset data) {
    MediationModel model =
        Mediation.of(ProcessTemplate.of(printout.model()), roles(printout))
            .withStandardErrors(StandardErrors.HC3)
            .withProbes(ProbeRule.moments());
    boolean binary = printout.tables().stream().anyMatch(t -> t.title().startsWith("Logistic"));
    if (binary) {
      model = model.withFamily(printout.roles().get("Y"), Family.LOGIT);
    }
    Cell replicates = printout.counts().get(Printout.REPLICATES);
    MediationResult result =
        replicates == null
            ? model.withCompatibility(Compatibility.PROCESS).fit(data)
            : model.fit(
                data,
                Bootstrap.biasCorrected(REPLICATES)
                    .withCompatibility(Compatibility.PROCESS)
                    // Draws of their own for every printout.
                    .seed(printout.model() + (binary ? 100 : 0)));
    PrintoutComparison comparison = new PrintoutComparison(printout, result);
    comparison.counts(data);
    printout.tables().forEach(comparison::table);
    return comparison;
  }

  /** In models without mediators the macro called the first moderator M. */
  private static Roles roles(Printout printout) {
    Map<String, String> printed = new LinkedHashMap<>(printout.roles());
    List<String> mediators = new ArrayList<>();
    Map<ModeratorLetter, String> moderators = new EnumMap<>(ModeratorLetter.class);
    String x = printed.remove("X");
    String y = printed.remove("Y");
    if (!ProcessTemplate.of(printout.model()).hasMediators()) {
      moderators.put(ModeratorLetter.W, printed.remove("M"));
      if (printed.containsKey("W")) {
        moderators.put(ModeratorLetter.Z, printed.remove("W"));
      }
    }
    printed.forEach(
        (letter, variable) -> {
          if (letter.startsWith("M")) {
            mediators.add(variable);
          } else {
            moderators.put(ModeratorLetter.valueOf(letter), variable);
          }
        });
    return new Roles(x, List.of(mediators), y, moderators, List.of());
  }

  int compared() {
    return compared;
  }

  List<String> differences() {
    return differences;
  }

  List<MonteCarloBand> bands() {
    return bands;
  }

  private void same(String where, Cell printed, double ours) {
    compared++;
    if (!printed.rounds(ours)) {
      differences.add(
          String.format(Locale.ROOT, "%s: printed %s, ours %.7f", where, printed, ours));
    }
  }

  private void counts(Dataset data) {
    printout
        .counts()
        .forEach(
            (what, printed) -> {
              switch (what) {
                case Printout.SAMPLE_SIZE -> {
                  same(what, printed, document.sample().rowsUsed());
                  same(what, printed, data.rows());
                  compared--; // one printed number
                }
                case Printout.REPLICATES -> {
                  compared++; // how many the bands are to allow for
                  replicates = (int) printed.value();
                }
                default -> same(what, printed, 100 * document.model().level());
              }
            });
  }

  private void table(Table table) {
    switch (table.title()) {
      case "Coding of binary DV for analysis:" -> coding(table);
      case "Model Summary", "Logistic Regression Summary" -> summary(table);
      case "Model" -> table.rows().forEach(row -> coefficient(table, row));
      case "Product terms key:" -> {
        // Read with the coefficients, which need it.
      }
      case "R-square increase due to interaction(s):",
          "R-square increase due to three-way interaction:" ->
          table.rows().forEach(row -> increase(table, row));
      case "Direct effect of X on Y",
          "Conditional direct effect(s) of X on Y at values of the moderator(s):",
          "Conditional effect of X on Y at values of the moderator(s):" ->
          table.rows().forEach(row -> classical(table, row, e -> e.kind() == EffectKind.DIRECT));
      case "Conditional effect of X*M interaction at values of W:" -> {
        String name = "product " + printout.roles().get("X") + ":" + printout.roles().get("M");
        table.rows().forEach(row -> classical(table, row, e -> e.name().startsWith(name + " at")));
      }
      case "Indirect effect of X on Y",
          "Conditional indirect effect(s) of X on Y at values of the moderator(s):" ->
          table.rows().forEach(row -> replicated(table, row, "indirect", "Effect"));
      case "Indirect effect of highest order product:" ->
          table
              .rows()
              .forEach(row -> replicated(table, row, "index-of-moderated-mediation", "Effect"));
      case "INDEX OF MODERATED MEDIATION" ->
          table
              .rows()
              .forEach(row -> replicated(table, row, "index-of-moderated-mediation", "Index"));
      default -> throw new AssertionError("there is no rule for the table " + table.title());
    }
  }

  private Equation equation(String outcome) {
    return document.equations().stream()
        .filter(e -> e.outcome().equals(outcome))
        .findFirst()
        .orElseThrow();
  }

  /** The outcome is analysed as it is coded, 0 and 1. */
  private void coding(Table table) {
    double[] codes = {0, 1};
    for (int level = 0; level < 2; level++) {
      for (Cell cell : table.rows().get(level).cells().values()) {
        same("coding", cell, codes[level]);
      }
    }
  }

  private void summary(Table table) {
    Equation equation = equation(table.outcome());
    Map<String, Double> fit = equation.fit();
    table
        .rows()
        .get(0)
        .cells()
        .forEach(
            (column, cell) -> {
              double ours =
                  switch (column) {
                    case "R" -> Math.sqrt(equation.r2().orElseThrow());
                    case "R-sq" -> equation.r2().orElseThrow();
                    case "MSE" -> fit.get("mse");
                    case "F" -> fit.get("f");
                    case "df1" -> fit.get("f-df1");
                    case "df2" -> fit.get("f-df2");
                    case "p" -> fit.get("f-p");
                    case "-2LL" -> fit.get("minus-2ll");
                    case "ModelLL" -> fit.get("model-ll");
                    case "p-value" -> fit.get("model-ll-p");
                    case "McFadden" -> fit.get("mcfadden");
                    case "CoxSnell" -> fit.get("cox-snell");
                    case "Nagelkrk" -> fit.get("nagelkerke");
                    case "n" -> equation.n();
                    default -> throw new AssertionError("there is no rule for " + column);
                  };
              same(table.outcome() + " " + column, cell, ours);
            });
  }

  private String termName(String outcome, String printed) {
    if (printed.equals("constant")) {
      return "(Intercept)";
    }
    List<String> factors = printout.products(outcome).get(printed);
    if (factors == null) {
      return printed;
    }
    return equation(outcome).terms().stream()
        .map(ModelDocument.Term::name)
        .filter(
            name -> Term.of(name.split(":")).sameProduct(Term.of(factors.toArray(new String[0]))))
        .findFirst()
        .orElseThrow();
  }

  private void coefficient(Table table, Row row) {
    String name = termName(table.outcome(), row.label());
    ModelDocument.Term term =
        equation(table.outcome()).terms().stream()
            .filter(t -> t.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no term for " + row.label()));
    row.cells()
        .forEach(
            (column, cell) -> {
              double ours =
                  switch (column) {
                    case "coeff" -> term.estimate();
                    case "se" -> term.se();
                    case "t" -> term.t().orElseThrow();
                    case "Z" -> term.z().orElseThrow();
                    case "p" -> term.p();
                    case "LLCI" -> term.interval().lower();
                    case "ULCI" -> term.interval().upper();
                    default -> throw new AssertionError("there is no rule for " + column);
                  };
              same(table.outcome() + " ~ " + name + " " + column, cell, ours);
            });
    // Every coefficient of ours must be printed, and no other.
    Set<String> printed = new TreeSet<>();
    table.rows().forEach(r -> printed.add(termName(table.outcome(), r.label())));
    Set<String> ours = new TreeSet<>();
    equation(table.outcome()).terms().forEach(t -> ours.add(t.name()));
    if (!printed.equals(ours)) {
      differences.add(table.outcome() + ": printed " + printed + ", ours " + ours);
    }
  }

  private void increase(Table table, Row row) {
    String outcome = printout.roles().get("Y");
    String name =
        row.label().equals("Both") ? "all products" : "product " + termName(outcome, row.label());
    ModelDocument.CoefficientTest test =
        document.tests().stream()
            .filter(t -> t.name().equals(name) && t.equation().equals(outcome))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no test " + name));
    row.cells()
        .forEach(
            (column, cell) -> {
              double ours =
                  switch (column) {
                    case "R2-chng" -> test.r2Change().orElseThrow();
                    case "F", "F(1,df2)" -> test.statistic().orElseThrow();
                    case "df1" -> test.df1();
                    case "df2" -> test.df2().orElseThrow();
                    case "p" -> test.p().orElseThrow();
                    default -> throw new AssertionError("there is no rule for " + column);
                  };
              same(table.title() + " " + name + " " + column, cell, ours);
            });
  }

  /** The effect of a row, told by its moderator values, which are the columns before the effect. */
  private Effect effect(Table table, Row row, String valueColumn, Predicate<Effect> candidates) {
    Map<String, Cell> at = new LinkedHashMap<>();
    for (String column : table.columns()) {
      if (column.equals(valueColumn)) {
        break;
      }
      at.put(column, row.cells().get(column));
    }
    List<Effect> found =
        result.effects().stream()
            .filter(candidates)
            .filter(e -> e.at().keySet().equals(at.keySet()))
            .filter(
                e ->
                    at.entrySet().stream()
                        .allMatch(v -> v.getValue().rounds(e.at().get(v.getKey()))))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(
          found.size()
              + " effects for "
              + table.title()
              + " "
              + row
              + "; there are "
              + result.effects().stream().map(Effect::name).toList());
    }
    at.forEach(
        (moderator, cell) ->
            same(table.title() + " value of " + moderator, cell, found.get(0).at().get(moderator)));
    return found.get(0);
  }

  private void classical(Table table, Row row, Predicate<Effect> candidates) {
    Effect effect = effect(table, row, "Effect", candidates);
    Inference inference = effect.classical().orElseThrow();
    Interval limits = effect.interval().orElseThrow();
    Set<String> left = new HashSet<>(row.cells().keySet());
    left.removeAll(effect.at().keySet());
    Map<String, Double> ours = new HashMap<>();
    ours.put("Effect", effect.estimate());
    ours.put("se", effect.se().orElseThrow());
    ours.put("SE", effect.se().orElseThrow());
    ours.put(inference.df().isPresent() ? "t" : "Z", inference.statistic().orElseThrow());
    ours.put("p", effect.p().orElseThrow());
    ours.put("LLCI", limits.lower());
    ours.put("ULCI", limits.upper());
    for (String column : left) {
      same(effect.name() + " " + column, row.cells().get(column), ours.get(column));
    }
  }

  private void replicated(Table table, Row row, String kind, String valueColumn) {
    Predicate<Effect> candidates =
        row.label().equals("TOTAL")
            ? e -> e.kind() == EffectKind.TOTAL_INDIRECT
            : e ->
                Words.of(e.kind()).equals(kind)
                    && e.path().subList(1, 2).equals(List.of(row.label()));
    Effect effect = effect(table, row, valueColumn, candidates);
    Interval limits = effect.interval().orElseThrow();
    MonteCarloBand.Replicates drawn =
        new MonteCarloBand.Replicates(effect.estimate(), result.replicates(effect), replicates);
    row.cells()
        .forEach(
            (column, cell) -> {
              String where = effect.name() + " " + column;
              double printed = cell.value();
              switch (column) {
                case "Effect", "Index" -> same(where, cell, effect.estimate());
                case "BootSE", "SE(Boot)" ->
                    within(MonteCarloBand.se(where, drawn, effect.se().orElseThrow(), printed));
                case "BootLLCI" ->
                    within(MonteCarloBand.limit(where, drawn, limits.lower(), printed, -1));
                case "BootULCI" ->
                    within(MonteCarloBand.limit(where, drawn, limits.upper(), printed, 1));
                default -> {
                  if (!effect.at().containsKey(column)) {
                    throw new AssertionError("there is no rule for " + column);
                  }
                }
              }
            });
  }

  private void within(MonteCarloBand band) {
    compared++;
    bands.add(band);
    if (Math.abs(band.score()) > MonteCarloBand.WIDTH) {
      differences.add(band.toString());
    }
  }
}
