package org.socialcure.mediation.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socialcure.mediation.effect.CodedVariable;
import org.socialcure.mediation.effect.Findings;
import org.socialcure.mediation.effect.ProbedModerator;
import org.socialcure.mediation.effect.ResidualCorrelation;
import org.socialcure.mediation.effect.SampleAccount;
import org.socialcure.mediation.effect.SimpleSlopes;
import org.socialcure.mediation.effect.VariableSummary;

/** Makes a document whose columns are named by their labels, which is what people read. */
final class Relabelling {
  private final ModelDocument document;

  Relabelling(ModelDocument document) {
    this.document = document;
  }

  ModelDocument document() {
    ModelDocument.Model m = document.model();
    return new ModelDocument(
        document.name(),
        document.labels(),
        new ModelDocument.Model(
            m.template(),
            m.syntax(),
            m.x().map(this::label),
            all(m.mediators()),
            m.y().map(this::label),
            all(m.covariates()),
            m.centring(),
            m.standardErrors(),
            m.clusters().map(c -> new Findings.Clusters(label(c.column()), c.count())),
            m.weights().map(this::label),
            m.compatibility(),
            m.level(),
            m.dot(),
            m.mermaid(),
            m.estimand(),
            m.design(),
            m.permutations(),
            m.monteCarlo()),
        sample(document.sample()),
        document.variables().stream().map(this::variable).toList(),
        document.equations().stream().map(this::equation).toList(),
        document.effects().stream().map(this::effect).toList(),
        document.moderators().stream()
            .map(p -> new ProbedModerator(label(p.variable()), p.kind(), p.rule(), p.values()))
            .toList(),
        document.codings().stream()
            .map(
                c ->
                    new CodedVariable(
                        label(c.variable()), c.scheme(), c.levels(), all(c.columns()), c.codes()))
            .toList(),
        document.johnsonNeyman().stream().map(this::regions).toList(),
        document.slopes().stream().map(this::slopes).toList(),
        document.tests().stream().map(this::test).toList(),
        document.wildClusterTests().stream().map(this::wild).toList(),
        document.effectSizes(),
        document.residualCorrelations().stream()
            .map(r -> new ResidualCorrelation(label(r.first()), label(r.second()), r.correlation()))
            .toList(),
        document.listedPaths().stream()
            .map(
                p ->
                    new ModelDocument.ListedPaths(
                        label(p.from()), label(p.to()), p.paths(), p.listed()))
            .toList(),
        document.bootstrap(),
        document.cautions(),
        document.provenance());
  }

  private String label(String column) {
    return document.labels().getOrDefault(column, column);
  }

  private List<String> all(List<String> columns) {
    return columns.stream().map(this::label).toList();
  }

  private <V> Map<String, V> keys(Map<String, V> byColumn) {
    Map<String, V> byLabel = new LinkedHashMap<>();
    byColumn.forEach((column, value) -> byLabel.put(label(column), value));
    return byLabel;
  }

  /** The scale of an outcome's linear predictor ends with its name. */
  private String scale(String scale, String outcome) {
    return scale.endsWith(" of " + outcome)
        ? scale.substring(0, scale.length() - outcome.length()) + label(outcome)
        : scale;
  }

  private SampleAccount sample(SampleAccount sample) {
    return new SampleAccount(
        sample.rowsRead(),
        sample.rowsUsed(),
        sample.rowsLeftOut(),
        sample.zeroWeights(),
        keys(sample.missing()));
  }

  private VariableSummary variable(VariableSummary v) {
    return new VariableSummary(
        label(v.name()), v.role(), v.kind(), v.mean(), v.sd(), v.min(), v.max());
  }

  private ModelDocument.Equation equation(ModelDocument.Equation e) {
    return new ModelDocument.Equation(
        label(e.outcome()),
        e.family(),
        scale(e.scale(), e.outcome()),
        e.standardErrors(),
        e.n(),
        e.terms().stream().map(this::term).toList(),
        e.r2(),
        e.fit(),
        e.noModelTest(),
        e.covariance());
  }

  private ModelDocument.Term term(ModelDocument.Term t) {
    return new ModelDocument.Term(
        t.variables().isEmpty() ? t.name() : String.join(" × ", all(t.variables())),
        all(t.variables()),
        t.label(),
        t.estimate(),
        t.se(),
        t.t(),
        t.z(),
        t.df(),
        t.p(),
        t.interval(),
        t.standardised(),
        t.vif(),
        t.ratio());
  }

  private ModelDocument.Effect effect(ModelDocument.Effect e) {
    return new ModelDocument.Effect(
        e.kind(),
        e.name(),
        e.label(),
        e.exposure().map(this::label),
        all(e.path()),
        all(e.by()),
        e.difference().stream()
            .map(o -> new ModelDocument.Operand(o.kind(), all(o.path()), keys(o.at())))
            .toList(),
        keys(e.at()),
        e.expression(),
        e.scaleLabel(),
        e.scaleLabel(),
        e.estimate(),
        e.nullValue(),
        e.se(),
        e.interval(),
        e.intervalRule(),
        e.p(),
        e.reported(),
        e.classical(),
        e.bootstrap(),
        e.normalTheory(),
        e.standardised(),
        e.simultaneous());
  }

  private ModelDocument.JohnsonNeyman regions(ModelDocument.JohnsonNeyman r) {
    List<String> path = all(r.path());
    return new ModelDocument.JohnsonNeyman(
        String.join(" → ", path),
        path,
        label(r.moderator()),
        r.method(),
        r.bounds(),
        r.percentBelow(),
        r.curve());
  }

  private ModelDocument.Slopes slopes(ModelDocument.Slopes s) {
    return new ModelDocument.Slopes(
        label(s.outcome()),
        label(s.focal()),
        scale(s.scale(), s.outcome()),
        s.points().stream()
            .map(p -> new SimpleSlopes.Point(p.focal(), keys(p.at()), p.predicted()))
            .toList());
  }

  private ModelDocument.WildCluster wild(ModelDocument.WildCluster w) {
    return new ModelDocument.WildCluster(
        label(w.equation()),
        String.join(" × ", all(w.variables())),
        all(w.variables()),
        w.statistic(),
        w.clusters(),
        w.multipliers(),
        w.draws(),
        w.replicates(),
        w.seed(),
        w.p());
  }

  private ModelDocument.CoefficientTest test(ModelDocument.CoefficientTest t) {
    List<String> variables = all(t.variables());
    return new ModelDocument.CoefficientTest(
        Wording.tested(t.tested(), String.join(" × ", variables)),
        t.tested(),
        variables,
        label(t.equation()),
        t.kind(),
        t.statistic(),
        t.df1(),
        t.df2(),
        t.p(),
        t.r2Change(),
        t.missing());
  }
}
