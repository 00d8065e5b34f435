package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.socialcure.core.Interval;
import org.socialcure.mediation.report.ModelDocument.Bootstrap;
import org.socialcure.mediation.report.ModelDocument.Caution;
import org.socialcure.mediation.report.ModelDocument.Coding;
import org.socialcure.mediation.report.ModelDocument.CoefficientTest;
import org.socialcure.mediation.report.ModelDocument.CurvePoint;
import org.socialcure.mediation.report.ModelDocument.Effect;
import org.socialcure.mediation.report.ModelDocument.EffectSize;
import org.socialcure.mediation.report.ModelDocument.Equation;
import org.socialcure.mediation.report.ModelDocument.Inference;
import org.socialcure.mediation.report.ModelDocument.JohnsonNeyman;
import org.socialcure.mediation.report.ModelDocument.Model;
import org.socialcure.mediation.report.ModelDocument.Moderator;
import org.socialcure.mediation.report.ModelDocument.Provenance;
import org.socialcure.mediation.report.ModelDocument.ResidualCorrelation;
import org.socialcure.mediation.report.ModelDocument.Sample;
import org.socialcure.mediation.report.ModelDocument.SimpleSlopes;
import org.socialcure.mediation.report.ModelDocument.SlopePoint;
import org.socialcure.mediation.report.ModelDocument.Standardised;
import org.socialcure.mediation.report.ModelDocument.Term;
import org.socialcure.mediation.report.ModelDocument.Variable;

/** Documents made by hand: their numbers are invented, their shapes are those of real models. */
final class Samples {
  static final Provenance PROVENANCE = new Provenance("Social Cure", "0.1.0");
  static final String PERCENTILE = "percentile bootstrap, 10,000 replicates";
  static final String T = "t distribution, classical standard errors";

  private Samples() {}

  /** Every shape a document can have. */
  static List<ModelDocument> all() {
    return List.of(
        minimal(), simple(), serial(), moderated(), multicategorical(), counts(), hostile());
  }

  /** As little as a document can hold. */
  static ModelDocument minimal() {
    return new ModelDocument(
        "path",
        model(Optional.empty(), List.of(), Optional.empty(), List.of(), "y ~ x", ""),
        new Sample(20, 20, 0, Map.of()),
        List.of(),
        List.of(
            new Equation(
                "y",
                "gaussian",
                "units of y",
                "classical",
                20,
                List.of(
                    new Term(
                        "(Intercept)",
                        Optional.empty(),
                        0,
                        0.5,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        1,
                        new Interval(-1, 1, 0.95),
                        OptionalDouble.empty(),
                        OptionalDouble.empty())),
                OptionalDouble.empty(),
                Map.of(),
                List.of())),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        PROVENANCE);
  }

  /** One mediator, one covariate, no bootstrap trouble. */
  static ModelDocument simple() {
    List<Equation> equations =
        List.of(
            linear(
                "belonging",
                198,
                0.2417,
                line("groups", "a", 0.4312, 0.0721),
                line("age", "", -0.0042, 0.0031)),
            linear(
                "loneliness",
                198,
                0.3106,
                line("groups", "c'", -0.1523, 0.0811),
                line("belonging", "b", -0.3814, 0.0688),
                line("age", "", 0.00004321, 0.00003)));
    return new ModelDocument(
        "groups and loneliness",
        model(
            Optional.of("groups"),
            List.of("belonging"),
            Optional.of("loneliness"),
            List.of("age"),
            "belonging  ~ a*groups + age\nloneliness ~ c'*groups + b*belonging + age\nindirect := a*b",
            "differences in the mean of loneliness for one unit of groups, given age"),
        new Sample(240, 198, 42, ordered("belonging", 30, "loneliness", 17)),
        List.of(
            new Variable("groups", "exposure", "count", 2.31, 1.42, 0, 8),
            new Variable("belonging", "mediator", "continuous", 3.4512, 0.9214, 1, 5),
            new Variable("loneliness", "outcome", "continuous", 5.8871, 1.7712, 3, 9),
            new Variable("age", "covariate", "continuous", 58.21, 14.72, 18, 93)),
        equations,
        List.of(
            effect("total", "total", List.of(), Map.of(), "c' + a*b", -0.3168, 0.0793, T),
            effect("direct", "direct", List.of(), Map.of(), "c'", -0.1523, 0.0811, T),
            effect(
                "indirect",
                "indirect",
                List.of("groups", "belonging", "loneliness"),
                Map.of(),
                "a*b",
                -0.1645,
                0.0391,
                PERCENTILE)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new EffectSize(
                "proportion-mediated",
                "indirect",
                OptionalDouble.of(0.5193),
                Optional.of(new Interval(0.2711, 1.1042, 0.95)),
                Optional.empty())),
        List.of(),
        Optional.of(bootstrap(10_000, Map.of())),
        List.of(),
        PROVENANCE);
  }

  /** Three mediators in series with the long names of scored columns, and every table filled. */
  static ModelDocument serial() {
    String x = "de-jong-gierveld-11.social@before";
    String m1 = "de-jong-gierveld-11.emotional@during";
    String m2 = "ucla-3.total@during";
    String m3 = "dass-21.anxiety@during";
    String y = "dass-21.depression@during";
    String c1 = "dass-21.depression@before";
    List<Equation> equations =
        List.of(
            linear(m1, 812, 0.2134, line(x, "a1", 0.5121, 0.0412), line(c1, "", 0.0921, 0.0313)),
            linear(
                m2,
                812,
                0.3512,
                line(x, "a2", 0.1121, 0.0432),
                line(m1, "d21", 0.3312, 0.0391),
                line(c1, "", 0.0412, 0.0121)),
            linear(
                m3,
                812,
                0.4011,
                line(x, "a3", 0.0211, 0.0412),
                line(m1, "d31", 0.2211, 0.0451),
                line(m2, "d32", 0.4121, 0.0612),
                line(c1, "", 0.2231, 0.0221)),
            linear(
                y,
                812,
                0.5513,
                line(x, "c'", 0.0421, 0.0521),
                line(m1, "b1", 0.1824, 0.0541),
                line(m2, "b2", 0.3021, 0.0781),
                line(m3, "b3", 0.5312, 0.0412),
                line(c1, "", 0.3121, 0.0281)));
    List<Effect> effects = new ArrayList<>();
    effects.add(effect("total", "total", List.of(), Map.of(), "", 0.4412, 0.0611, T));
    effects.add(effect("direct", "direct", List.of(), Map.of(), "c'", 0.0421, 0.0521, T));
    effects.add(
        effect(
            "total-indirect",
            "total indirect",
            List.of(),
            Map.of(),
            "",
            0.3991,
            0.0412,
            PERCENTILE));
    List<List<String>> paths =
        List.of(
            List.of(x, m1, y),
            List.of(x, m2, y),
            List.of(x, m3, y),
            List.of(x, m1, m2, y),
            List.of(x, m1, m3, y),
            List.of(x, m2, m3, y),
            List.of(x, m1, m2, m3, y));
    for (int i = 0; i < paths.size(); i++) {
      effects.add(
          full(
              "indirect",
              "ind" + (i + 1),
              paths.get(i),
              Map.of(),
              "a*b" + (i + 1),
              0.0931 / (i + 1),
              0.0211));
    }
    effects.add(
        effect(
            "contrast",
            "ind1 - ind2",
            List.of(),
            Map.of(),
            "a1*b1 - a2*b2",
            0.0466,
            0.0312,
            PERCENTILE));
    return new ModelDocument(
        "b: loneliness before and depression during, in series",
        model(
            Optional.of(x),
            List.of(m1, m2, m3),
            Optional.of(y),
            List.of(c1, "age"),
            "m1 ~ x",
            "differences in the mean of the outcome for one unit of the exposure"),
        new Sample(1_240, 812, 428, ordered(m1, 421, y, 425)),
        List.of(),
        equations,
        effects,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new EffectSize(
                "proportion-mediated",
                "total indirect",
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.of("suppressed, because the total effect is near zero"))),
        List.of(new ResidualCorrelation(m1, m2, 0.0123)),
        Optional.of(bootstrap(9_997, ordered("rank-deficient", 3))),
        List.of(
            new Caution(
                "same-wave",
                "Mediators and outcome were measured at the same wave, so their order rests on theory alone."),
            new Caution(
                "attrition", "428 of 1,240 rows (34.5%) were left out because of missing values.")),
        PROVENANCE);
  }

  /** First-stage moderation with regions of significance and simple slopes. */
  static ModelDocument moderated() {
    List<CurvePoint> curve = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      double w = 1 + i / 10.0;
      double b = -0.22 + 0.17 * w;
      double se = 0.09 + 0.035 * Math.abs(w - 2.8);
      curve.add(
          new CurvePoint(
              w,
              b,
              OptionalDouble.of(se),
              OptionalDouble.of(Math.min(1, 0.9 * Math.exp(-Math.abs(b / se)))),
              new Interval(b - 1.97 * se, b + 1.97 * se, 0.95)));
    }
    List<Effect> effects = new ArrayList<>();
    double[] ws = {1.5, 2.75, 4.0};
    effects.add(
        effect(
            "direct", "direct", List.of("groups", "gp_visits"), Map.of(), "c'", -0.112, 0.081, T));
    for (double w : ws) {
      effects.add(
          effect(
              "indirect",
              "indirect via belonging at " + w,
              List.of("groups", "belonging", "gp_visits"),
              Map.of("identification", w),
              "(a1 + a3*identification)*b",
              -0.4 * (-0.22 + 0.17 * w),
              0.04,
              PERCENTILE));
    }
    effects.add(
        effect(
            "index-of-moderated-mediation",
            "index belonging",
            List.of("groups", "belonging", "gp_visits"),
            Map.of(),
            "a3*b",
            -0.068,
            0.021,
            PERCENTILE));
    List<SlopePoint> points = new ArrayList<>();
    for (double w : ws) {
      for (double x : new double[] {0, 2, 5}) {
        points.add(
            new SlopePoint(x, Map.of("identification", w), 2.1 + 0.3 * w + (-0.22 + 0.17 * w) * x));
      }
    }
    return new ModelDocument(
        "moderated",
        new Model(
            OptionalLong.of(7),
            "belonging ~ a1*groups + a2*identification + a3*groups:identification\ngp_visits ~ b*belonging + c'*groups",
            Optional.of("groups"),
            List.of("belonging"),
            Optional.of("gp_visits"),
            List.of(),
            "continuous-products",
            "hc3",
            0.95,
            "digraph {}",
            "flowchart LR",
            "Differences in means at given values of identification.",
            Optional.empty(),
            Optional.empty()),
        new Sample(300, 300, 0, Map.of()),
        List.of(),
        List.of(
            linear(
                "belonging",
                300,
                0.21,
                line("groups", "a1", -0.22, 0.11),
                line("identification", "a2", 0.3, 0.08),
                line("groups:identification", "a3", 0.17, 0.04)),
            linear(
                "gp_visits",
                300,
                0.11,
                line("groups", "c'", -0.112, 0.081),
                line("belonging", "b", -0.4, 0.09))),
        effects,
        List.of(
            new Moderator("identification", "continuous", "percentiles", List.of(1.5, 2.75, 4.0))),
        List.of(),
        List.of(
            new JohnsonNeyman(
                "groups on belonging",
                "identification",
                "closed-form",
                List.of(2.4697),
                List.of(36.3333),
                curve)),
        List.of(new SimpleSlopes("belonging", "groups", "units of belonging", points)),
        List.of(
            new CoefficientTest(
                "groups:identification",
                "belonging",
                "F",
                18.06,
                1,
                OptionalDouble.of(296),
                0.0000288,
                OptionalDouble.of(0.0481))),
        List.of(),
        List.of(),
        Optional.of(bootstrap(10_000, Map.of())),
        List.of(),
        PROVENANCE);
  }

  /** A categorical exposure with relative effects, two parallel mediators, two moderators. */
  static ModelDocument multicategorical() {
    List<Effect> effects = new ArrayList<>();
    for (String column : List.of("pathway[link worker]", "pathway[group]")) {
      effects.add(
          effect(
              "direct",
              "direct " + column,
              List.of(column, "quality"),
              Map.of(),
              "",
              0.21,
              0.11,
              T));
      for (String mediator : List.of("belonging", "support")) {
        for (double w : new double[] {0, 1}) {
          for (double z : new double[] {-1.25, 0, 1.25}) {
            Map<String, Double> at = new LinkedHashMap<>();
            at.put("sex", w);
            at.put("severity of the problem at the time of referral", z);
            effects.add(
                effect(
                    "indirect",
                    column + " via " + mediator + " " + at,
                    List.of(column, mediator, "quality"),
                    at,
                    "(a + a3*sex)*b",
                    0.12 + 0.1 * w - 0.05 * z,
                    0.05,
                    PERCENTILE));
          }
        }
      }
    }
    List<String> levels = List.of("usual care", "link worker", "group");
    return new ModelDocument(
        "pathways",
        model(
            Optional.of("pathway"),
            List.of("belonging", "support"),
            Optional.of("quality"),
            List.of(),
            "…",
            "Differences between pathways."),
        new Sample(500, 480, 20, ordered("quality", 20)),
        List.of(),
        List.of(
            linear(
                "belonging",
                480,
                0.1,
                line("pathway[link worker]", "a1", 0.3, 0.1),
                line("pathway[group]", "a2", 0.5, 0.1),
                line("pathway[group]:sex", "a4", 0.2, 0.1)),
            linear(
                "support",
                480,
                0.1,
                line("pathway[link worker]", "a3", 0.3, 0.2),
                line("pathway[group]", "a5", 0.1, 0.1)),
            linear(
                "quality",
                480,
                0.3,
                line("pathway[link worker]", "c1", 0.3, 0.1),
                line("pathway[group]", "c2", 0.5, 0.1),
                line("belonging", "b1", 0.41, 0.06),
                line("support", "b2", 0.35, 0.04))),
        effects,
        List.of(
            new Moderator("sex", "binary", "both values", List.of(0.0, 1.0)),
            new Moderator(
                "severity of the problem at the time of referral",
                "continuous",
                "moments",
                List.of(-1.25, 0.0, 1.25))),
        List.of(
            new Coding(
                "pathway",
                "indicator",
                levels,
                List.of("pathway[link worker]", "pathway[group]"),
                List.of(List.of(0.0, 0.0), List.of(1.0, 0.0), List.of(0.0, 1.0)))),
        List.of(),
        List.of(),
        List.of(
            new CoefficientTest(
                "pathway",
                "quality",
                "F",
                6.2,
                2,
                OptionalDouble.of(475),
                0.0021,
                OptionalDouble.of(0.02))),
        List.of(),
        List.of(new ResidualCorrelation("belonging", "support", 0.3121)),
        Optional.of(bootstrap(9_000, ordered("rank-deficient", 900, "not-converged", 100))),
        List.of(),
        PROVENANCE);
  }

  /** A count outcome. */
  static ModelDocument counts() {
    Map<String, Double> fit = new LinkedHashMap<>();
    fit.put("log-likelihood", -712.331);
    fit.put("aic", 1434.662);
    fit.put("bic", 1451.21);
    fit.put("deviance", 301.2);
    fit.put("null-deviance", 355.9);
    fit.put("mcfadden", 0.0412);
    fit.put("dispersion", 1.92);
    fit.put("theta", 2.31);
    fit.put("theta-se", 0.41);
    fit.put("model-ll", 54.7);
    fit.put("model-ll-p", 1e-11);
    return new ModelDocument(
        "visits",
        model(
            Optional.of("loneliness_change"),
            List.of("belonging_change"),
            Optional.of("gp_visits_t1"),
            List.of("gp_visits_t0"),
            "…",
            "Differences in the log of the mean number of visits."),
        new Sample(630, 178, 452, ordered("gp_visits_t1", 452)),
        List.of(),
        List.of(
            linear("belonging_change", 178, 0.08, line("loneliness_change", "a", -0.31, 0.08)),
            new Equation(
                "gp_visits_t1",
                "negbin",
                "log rate",
                "classical",
                178,
                List.of(
                    zTerm("(Intercept)", "", 0.9123, 0.1021),
                    zTerm("loneliness_change", "c'", 0.0811, 0.0312),
                    zTerm("belonging_change", "b", -0.0613, 0.0291),
                    zTerm("gp_visits_t0", "", 0.1213, 0.0191)),
                OptionalDouble.empty(),
                fit,
                List.of())),
        List.of(
            effect("direct", "direct", List.of(), Map.of(), "c'", 0.0811, 0.0312, "z distribution"),
            new Effect(
                "indirect",
                "indirect",
                List.of("loneliness_change", "belonging_change", "gp_visits_t1"),
                Map.of(),
                "a*b",
                "log rate",
                0.019,
                OptionalDouble.of(0.0101),
                Optional.of(new Interval(0.00001, 0.041, 0.95)),
                Optional.of(PERCENTILE),
                OptionalDouble.of(0.0421),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty())),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(bootstrap(10_000, Map.of())),
        List.of(),
        PROVENANCE);
  }

  /** Names that every format has to escape. */
  static ModelDocument hostile() {
    String x = "<script>alert(\"x\")</script> & co_1%";
    String m = "m|2 {a}\\b #$~^*_`[link](x)";
    String y =
        "'y' — naïve, €\ttab, a_very_long_name_without_any_other_punctuation_in_it_that_goes_on_and_on_and_on_for_ever";
    return new ModelDocument(
        "hostile <b>&amp;",
        model(
            Optional.of(x),
            List.of(m),
            Optional.of(y),
            List.of("c,\"1\""),
            "y ~ x < & >",
            "A <i>b</i> & c."),
        new Sample(10, 9, 1, ordered(m, 1)),
        List.of(),
        List.of(
            linear(m, 9, 0.5, line(x, "a", 1e-9, 1e-10)),
            linear(y, 9, 0.5, line(x, "c'", 123456789.5, 2345.5), line(m, "b", 1e12, 1e10))),
        List.of(
            effect(
                "indirect",
                "in|direct_%",
                List.of(x, m, y),
                Map.of(),
                "a*b",
                1e3,
                1e2,
                PERCENTILE)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(new Caution("x", "Mind <the> gap & \"quotes\".")),
        PROVENANCE);
  }

  /** The same document with other effects. */
  static ModelDocument withEffects(ModelDocument d, List<Effect> effects) {
    return new ModelDocument(
        d.name(),
        d.model(),
        d.sample(),
        d.variables(),
        d.equations(),
        effects,
        d.moderators(),
        d.codings(),
        d.johnsonNeyman(),
        d.slopes(),
        d.tests(),
        d.effectSizes(),
        d.residualCorrelations(),
        d.bootstrap(),
        d.cautions(),
        d.provenance());
  }

  private static Model model(
      Optional<String> x,
      List<String> mediators,
      Optional<String> y,
      List<String> covariates,
      String syntax,
      String estimand) {
    return new Model(
        OptionalLong.empty(),
        syntax,
        x,
        mediators,
        y,
        covariates,
        "none",
        "classical",
        0.95,
        "digraph {}",
        "flowchart LR",
        estimand,
        Optional.empty(),
        Optional.empty());
  }

  private static Bootstrap bootstrap(int kept, Map<String, Integer> degenerate) {
    return new Bootstrap(
        "case",
        10_000,
        kept,
        degenerate,
        "percentile",
        "process",
        "none",
        OptionalLong.of(2019),
        "L64X128MixRandom");
  }

  private static Term line(String name, String label, double estimate, double se) {
    double t = estimate / se;
    return new Term(
        name,
        label.isEmpty() ? Optional.empty() : Optional.of(label),
        estimate,
        se,
        OptionalDouble.of(t),
        OptionalDouble.empty(),
        OptionalDouble.of(195),
        Math.exp(-Math.abs(t)),
        new Interval(estimate - 1.9721 * se, estimate + 1.9721 * se, 0.95),
        OptionalDouble.of(0.31 * Math.signum(estimate)),
        OptionalDouble.of(1.2345));
  }

  private static Term zTerm(String name, String label, double estimate, double se) {
    Term t = line(name, label, estimate, se);
    return new Term(
        name,
        t.label(),
        estimate,
        se,
        OptionalDouble.empty(),
        t.t(),
        OptionalDouble.empty(),
        t.p(),
        t.interval(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static Equation linear(String outcome, int n, double r2, Term... terms) {
    List<Term> all = new ArrayList<>();
    Term constant = line("(Intercept)", "", 2.1113, 0.3121);
    all.add(
        new Term(
            constant.name(),
            constant.label(),
            constant.estimate(),
            constant.se(),
            constant.t(),
            constant.z(),
            constant.df(),
            constant.p(),
            constant.interval(),
            OptionalDouble.empty(),
            OptionalDouble.empty()));
    all.addAll(List.of(terms));
    Map<String, Double> fit = new LinkedHashMap<>();
    fit.put("adjusted-r2", r2 - 0.01);
    fit.put("f", 31.0712);
    fit.put("f-df1", (double) terms.length);
    fit.put("f-df2", 195.0);
    fit.put("f-p", 1e-9);
    fit.put("sigma", 0.9121);
    List<List<Double>> covariance = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < all.size(); j++) {
        row.add(i == j ? all.get(i).se() * all.get(i).se() : 0.0001);
      }
      covariance.add(row);
    }
    return new Equation(
        outcome,
        "gaussian",
        "units of " + outcome,
        "classical",
        n,
        all,
        OptionalDouble.of(r2),
        fit,
        covariance);
  }

  private static Effect effect(
      String kind,
      String name,
      List<String> path,
      Map<String, Double> at,
      String expression,
      double estimate,
      double se,
      String rule) {
    Interval limits = new Interval(estimate - 1.9721 * se, estimate + 1.9721 * se, 0.95);
    double p = Math.exp(-Math.abs(estimate / se));
    Inference inference =
        new Inference(
            rule.equals(T) ? "t" : "percentile",
            OptionalDouble.of(se),
            rule.equals(T) ? OptionalDouble.of(estimate / se) : OptionalDouble.empty(),
            rule.equals(T) ? OptionalDouble.of(195) : OptionalDouble.empty(),
            OptionalDouble.of(p),
            Optional.of(limits));
    return new Effect(
        kind,
        name,
        path,
        at,
        expression,
        "units of y",
        estimate,
        OptionalDouble.of(se),
        Optional.of(limits),
        Optional.of(rule),
        OptionalDouble.of(p),
        rule.equals(T) ? Optional.of(inference) : Optional.empty(),
        rule.equals(T) ? Optional.empty() : Optional.of(inference),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Effect full(
      String kind,
      String name,
      List<String> path,
      Map<String, Double> at,
      String expression,
      double estimate,
      double se) {
    Effect e = effect(kind, name, path, at, expression, estimate, se, PERCENTILE);
    Inference sobel =
        new Inference(
            "sobel",
            OptionalDouble.of(se * 1.01),
            OptionalDouble.of(estimate / se),
            OptionalDouble.empty(),
            OptionalDouble.of(0.0311),
            e.interval());
    Inference joint =
        new Inference(
            "joint-significance",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(0.0121),
            Optional.empty());
    return new Effect(
        kind,
        name,
        path,
        at,
        expression,
        "units of y",
        estimate,
        e.se(),
        e.interval(),
        e.intervalRule(),
        e.p(),
        e.classical(),
        e.bootstrap(),
        List.of(sobel, joint),
        List.of(
            new Standardised(
                "partial",
                estimate / 4,
                OptionalDouble.of(se / 4),
                Optional.of(new Interval(estimate / 4 - se / 2, estimate / 4 + se / 2, 0.95))),
            new Standardised(
                "complete",
                estimate / 3,
                OptionalDouble.of(se / 3),
                Optional.of(new Interval(estimate / 3 - se, estimate / 3 + se, 0.95)))),
        Optional.empty());
  }

  private static Map<String, Integer> ordered(Object... entries) {
    Map<String, Integer> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], (Integer) entries[i + 1]);
    }
    return map;
  }
}
