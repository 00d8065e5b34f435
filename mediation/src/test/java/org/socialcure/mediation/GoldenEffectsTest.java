package org.socialcure.mediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.Interval;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.mediation.effect.Effect;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.Inference;
import org.socialcure.mediation.effect.InferenceMethod;
import org.socialcure.mediation.effect.Standardised;
import org.socialcure.mediation.model.Centring;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.process.ModeratorLetter;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;
import org.socialcure.mediation.regression.StandardErrors;
import org.socialcure.testsupport.Reference;
import org.socialcure.testsupport.ReferenceCase;

/**
 * Effects of linear path models against R: lm, sandwich and the delta method with exact gradients.
 */
class GoldenEffectsTest {
  private static final double TOLERANCE = 1e-10;
  private static final Pattern FORMULA = Pattern.compile("(\\w+): lm\\(([^)]*)\\)");
  private static final Pattern ROLE = Pattern.compile("([XMYW])=([\\w.]+)");
  private static final Pattern COVARIATES =
      Pattern.compile("covariates ([\\w.]+(?: \\+ [\\w.]+)*)");

  static List<ReferenceCase> cases() {
    // The data of the multicategorical cases hold text; CategoricalCodingTest covers them.
    return ReferenceCase.all("ols_m\\d+_(?!multicat).*");
  }

  /** The equations of a case as path syntax, and what its aliases stand for. */
  private record Case(
      Reference golden, PathModel path, Map<String, String> outcomes, Dataset data) {
    static Case of(ReferenceCase file) {
      Reference golden = file.golden();
      Map<String, String> outcomes = new LinkedHashMap<>();
      List<String> lines = new ArrayList<>();
      Matcher matcher = FORMULA.matcher(golden.text("call"));
      while (matcher.find()) {
        lines.add(matcher.group(2));
        outcomes.put(matcher.group(1), matcher.group(2).split("~")[0].strip());
      }
      Dataset data = Dataset.readCsv(file.data(), CsvOptions.defaults());
      return new Case(golden, PathModel.parse(String.join("\n", lines)), outcomes, data);
    }

    String translated(String expression) {
      String text = expression;
      for (Map.Entry<String, String> alias : outcomes.entrySet()) {
        text = text.replace("`" + alias.getKey() + "~", "`" + alias.getValue() + "~");
      }
      return text;
    }

    /** Errors of effects of several parallel mediators as if their residuals were unrelated. */
    boolean ignoresParallelResiduals(String expression) {
      return golden.texts("notes").stream().anyMatch(n -> n.contains("block-diagonal"))
          && golden.text("id").contains("parallel")
          && expression.split("~").length > 3;
    }

    /** Where a variable of the golden file has its zero. */
    double origin(String variable) {
      return centred()
          ? java.util.Arrays.stream(data.numbers(variable)).average().orElseThrow()
          : 0;
    }

    boolean centred() {
      return golden.text("id").contains("centred");
    }

    MediationModel model() {
      MediationModel model = Mediation.of(path);
      return centred() ? model.withCentring(Centring.PRODUCTS) : model;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyExpressionOfCoefficientsHasItsEstimateAndDeltaMethodError(ReferenceCase file) {
    Case golden = Case.of(file);
    MediationResult classical = golden.model().fit(golden.data());
    MediationResult hc3 = golden.model().withStandardErrors(StandardErrors.HC3).fit(golden.data());
    int compared = 0;
    Reference effects = golden.golden().get("values", "effects");
    for (String name : effects.names()) {
      Reference effect = effects.get(name);
      String expression = golden.translated(effect.text("expression"));
      if (golden.ignoresParallelResiduals(expression)) {
        Reference.assertClose(
            effect.number("estimate"), classical.estimate(expression).estimate(), TOLERANCE);
      } else {
        compare(effect, classical.estimate(expression), hc3.estimate(expression));
      }
      compared++;
    }
    if (golden.golden().get("values").has("conditional")) {
      Reference conditional = golden.golden().get("values", "conditional");
      for (String kind : conditional.names()) {
        for (String rule : conditional.get(kind).names()) {
          for (Reference effect : conditional.all(kind, rule)) {
            String expression =
                golden
                    .translated(effect.text("expression"))
                    .replaceAll("\\*W\\b", "*" + effect.number("W"));
            compare(effect, classical.estimate(expression), hc3.estimate(expression));
            compared++;
          }
        }
      }
    }
    assertTrue(compared > 0, "the case holds no effect");
  }

  private static void compare(Reference golden, Effect classical, Effect hc3) {
    Reference.assertClose(golden.number("estimate"), classical.estimate(), TOLERANCE);
    Inference inference = classical.classical().orElseThrow();
    assertEquals(new InferenceMethod.Delta(), inference.method());
    Reference.assertClose(golden.number("se_delta"), inference.se().orElseThrow(), TOLERANCE);
    Reference.assertClose(golden.number("z"), inference.statistic().orElseThrow(), TOLERANCE);
    Reference.assertClose(golden.number("p"), inference.p().orElseThrow(), TOLERANCE);
    Interval limits = inference.interval().orElseThrow();
    Reference.assertClose(golden.number("ci95_lo"), limits.lower(), 1e-9);
    Reference.assertClose(golden.number("ci95_hi"), limits.upper(), 1e-9);
    if (golden.has("se_delta_hc3")) {
      Inference robust = hc3.classical().orElseThrow();
      Reference.assertClose(golden.number("se_delta_hc3"), robust.se().orElseThrow(), TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void templatesGiveTheEffectsOfTheirEquations(ReferenceCase file) {
    Case golden = Case.of(file);
    String id = golden.golden().text("id");
    int number = Integer.parseInt(id.replaceAll("ols_m(\\d+)_.*", "$1"));
    Roles roles = roles(golden);
    MediationModel model = Mediation.of(ProcessTemplate.of(number), roles);
    MediationResult result =
        (golden.centred() ? model.withCentring(Centring.PRODUCTS) : model).fit(golden.data());
    Reference effects = golden.golden().get("values", "effects");
    for (String name : effects.names()) {
      named(result, name)
          .ifPresent(
              effect -> {
                Reference expected = effects.get(name);
                Reference.assertClose(expected.number("estimate"), effect.estimate(), TOLERANCE);
                if (expected.has("partially_standardised")) {
                  Reference.assertClose(
                      expected.number("partially_standardised"),
                      standardised(effect, Standardised.Kind.PARTIAL),
                      TOLERANCE);
                  Reference.assertClose(
                      expected.number("completely_standardised"),
                      standardised(effect, Standardised.Kind.COMPLETE),
                      TOLERANCE);
                }
              });
    }
    conditional(golden, result, roles);
  }

  private static double standardised(Effect effect, Standardised.Kind kind) {
    return effect.standardised().stream()
        .filter(s -> s.kind() == kind)
        .mapToDouble(Standardised::estimate)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Effect> named(MediationResult result, String name) {
    if (name.equals("total")) {
      return result.total();
    }
    if (name.equals("direct")) {
      return result.direct();
    }
    if (name.equals("total_indirect")) {
      return result.totalIndirect();
    }
    if (name.equals("index_of_moderated_mediation")) {
      return result.effects().stream()
          .filter(e -> e.kind() == EffectKind.INDEX_OF_MODERATED_MEDIATION)
          .findFirst();
    }
    if (name.startsWith("indirect_") && name.contains("->")) {
      String[] path = name.substring("indirect_".length()).split("->");
      return Optional.of(result.indirect(java.util.Arrays.copyOfRange(path, 1, path.length - 1)));
    }
    if (name.startsWith("indirect_")) {
      return Optional.of(result.indirect(name.substring("indirect_".length())));
    }
    if (name.equals("indirect")) {
      return result.effects().stream().filter(e -> e.kind() == EffectKind.INDIRECT).findFirst();
    }
    return Optional.empty();
  }

  private static void conditional(Case golden, MediationResult result, Roles roles) {
    if (!golden.golden().get("values").has("conditional")) {
      return;
    }
    String w = roles.moderators().get(ModeratorLetter.W);
    Reference conditional = golden.golden().get("values", "conditional");
    Map<String, EffectKind> kinds =
        Map.of(
            "conditional_indirect", EffectKind.INDIRECT, "conditional_direct", EffectKind.DIRECT);
    for (String name : conditional.names()) {
      if (kinds.containsKey(name)) {
        for (String rule : conditional.get(name).names()) {
          for (Reference expected : conditional.all(name, rule)) {
            Effect effect =
                result.conditional(Map.of(w, golden.origin(w) + expected.number("W"))).stream()
                    .filter(e -> e.kind() == kinds.get(name))
                    .findFirst()
                    .orElseThrow();
            Reference.assertClose(expected.number("estimate"), effect.estimate(), TOLERANCE);
            OptionalDouble se = effect.classical().orElseThrow().se();
            Reference.assertClose(expected.number("se_delta"), se.orElseThrow(), TOLERANCE);
          }
        }
      }
    }
  }

  private static Roles roles(Case golden) {
    String text = golden.golden().text("model");
    List<String> covariates = new ArrayList<>();
    Matcher covariate = COVARIATES.matcher(text);
    if (covariate.find()) {
      covariates.addAll(List.of(covariate.group(1).split(" \\+ ")));
    }
    Map<String, String> byLetter = new LinkedHashMap<>();
    Matcher role = ROLE.matcher(text);
    while (role.find()) {
      byLetter.put(role.group(1), role.group(2));
    }
    if (byLetter.containsKey("X")) {
      List<List<String>> stages =
          byLetter.containsKey("M") ? List.of(List.of(byLetter.get("M"))) : List.of();
      return new Roles(
          byLetter.get("X"),
          stages,
          byLetter.get("Y"),
          Map.of(ModeratorLetter.W, byLetter.get("W")),
          covariates);
    }
    String chain = text.substring(text.indexOf("): ") + 3).split(";")[0];
    String[] steps = chain.split(" -> ");
    List<List<String>> stages = new ArrayList<>();
    for (int i = 1; i < steps.length - 1; i++) {
      stages.add(List.of(steps[i].replaceAll("[{} ]", "").split(",")));
    }
    return new Roles(steps[0], stages, steps[steps.length - 1].strip(), Map.of(), covariates);
  }
}
