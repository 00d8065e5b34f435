package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.report.EffectLabels.Family;
import org.socialcure.mediation.report.ModelDocument.Effect;
import org.socialcure.mediation.report.ModelDocument.Model;

/**
 * The results in sentences.
 *
 * <p>Every sentence is about the model and its intervals: what was estimated, on which scale, and
 * whether the interval includes zero. Nothing is said to bring about anything, and an indirect
 * effect is not graded by what happens to the direct one: both readings go beyond what regression
 * coefficients show (Rohrer, Huenermund, Arslan and Elson 2022; Hayes 2018).
 */
final class Narrative {
  /** Above this many indirect effects the sentences count instead of listing. */
  private static final int LISTED = 3;

  /** Of those whose interval excludes zero, up to this many are named. */
  private static final int NAMED = 8;

  private final ModelDocument document;
  private final EffectLabels labels;

  Narrative(ModelDocument document) {
    this.document = document;
    this.labels = new EffectLabels(document);
  }

  /** What was looked at, in one sentence. */
  String headline() {
    Model model = document.model();
    String n = Wording.plural(document.sample().rowsUsed(), "row", "rows");
    StringBuilder text = new StringBuilder();
    if (model.x().isPresent() && model.y().isPresent()) {
      text.append("How ").append(model.x().get()).append(" is associated with ");
      text.append(model.y().get());
      if (!model.mediators().isEmpty()) {
        text.append(", directly and by way of ").append(Wording.list(model.mediators()));
      }
    } else {
      text.append("A path model of ")
          .append(Wording.list(document.equations().stream().map(e -> e.outcome()).toList()));
    }
    if (!document.moderators().isEmpty()) {
      text.append(", depending on ")
          .append(Wording.list(document.moderators().stream().map(m -> m.variable()).toList()));
    }
    if (!model.covariates().isEmpty()) {
      text.append(", adjusted for ").append(Wording.list(model.covariates()));
    }
    return text.append(", in ").append(n).append(".").toString();
  }

  /** Paragraphs: sample and estimand, effects, conditional effects, how to read them. */
  List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(sampleAndEstimand());
    List<Effect> plain =
        EffectLabels.ordered(document.effects()).stream().filter(e -> e.at().isEmpty()).toList();
    String effects = effects(plain);
    if (!effects.isEmpty()) {
      paragraphs.add(effects);
    }
    String conditional = conditional();
    if (!conditional.isEmpty()) {
      paragraphs.add(conditional);
    }
    paragraphs.add(reading());
    return paragraphs;
  }

  private String sampleAndEstimand() {
    var sample = document.sample();
    StringBuilder text = new StringBuilder();
    text.append("The model was fitted to ").append(Numbers.count(sample.rowsUsed()));
    text.append(" of ").append(Wording.plural(sample.rowsRead(), "row", "rows"));
    if (sample.rowsLeftOut() > 0) {
      text.append("; ").append(Numbers.count(sample.rowsLeftOut()));
      text.append(" with missing values ");
      text.append(sample.rowsLeftOut() == 1 ? "was" : "were").append(" left out");
    }
    String estimand = document.model().estimand().strip();
    text.append(". ").append(Wording.sentence(estimand));
    return estimand.isEmpty() || estimand.endsWith(".") ? text.toString() : text + ".";
  }

  private String effects(List<Effect> effects) {
    List<Effect> indirect = effects.stream().filter(e -> e.kind() == EffectKind.INDIRECT).toList();
    List<Effect> contrasts = effects.stream().filter(e -> e.kind().isContrast()).toList();
    List<Effect> told =
        effects.stream()
            .filter(
                e ->
                    switch (e.kind()) {
                      case TOTAL, DIRECT, TOTAL_INDIRECT, NAMED -> true;
                      case INDIRECT -> indirect.size() <= LISTED;
                      default -> e.kind().isIndex();
                    })
            .toList();
    boolean oneScale = told.stream().map(Effect::scale).distinct().count() < 2;
    List<String> sentences = new ArrayList<>();
    told.forEach(e -> sentences.add(sentence(e, oneScale)));
    if (indirect.size() > LISTED) {
      sentences.add(counted(indirect, "specific indirect effects"));
    }
    if (contrasts.size() == 1) {
      sentences.add(sentence(contrasts.get(0), oneScale));
    } else if (!contrasts.isEmpty()) {
      sentences.add(counted(contrasts, "contrasts"));
    }
    if (oneScale && !told.isEmpty()) {
      sentences.add("Scale: " + told.get(0).scale() + ".");
    }
    sentences.addAll(rules(told));
    return String.join(" ", sentences);
  }

  private String sentence(Effect effect, boolean oneScale) {
    String subject = Wording.sentence(labels.phrase(effect)) + " is ";
    String scale = oneScale ? "" : ", " + effect.scale();
    int decimals =
        Numbers.decimals(OptionalDouble.of(effect.estimate()), effect.se(), effect.interval());
    String estimate = Numbers.fixed(effect.estimate(), decimals);
    if (effect.interval().isEmpty()) {
      return subject + estimate + scale + "; it has no interval.";
    }
    Interval limits = effect.interval().get();
    return subject
        + estimate
        + scale
        + " ("
        + Numbers.percent(limits.level())
        + " interval "
        + Numbers.limit(limits.lower(), decimals)
        + " to "
        + Numbers.limit(limits.upper(), decimals)
        + "); the interval "
        + (excludesNull(effect) ? "excludes " : "includes ")
        + nothing(effect.nullValue())
        + ".";
  }

  /** The value that an effect has if there is nothing, in words. */
  private static String nothing(double nullValue) {
    return nullValue == 0 ? "zero" : Numbers.value(nullValue);
  }

  /** How the intervals came about, each rule once. */
  private static List<String> rules(List<Effect> effects) {
    Map<String, Set<String>> kinds = new LinkedHashMap<>();
    for (Effect effect : effects) {
      effect
          .inference()
          .ifPresent(
              inference ->
                  kinds
                      .computeIfAbsent(Wording.rule(inference), r -> new LinkedHashSet<>())
                      .add(Wording.kind(effect.kind())));
    }
    if (kinds.size() == 1) {
      return List.of("All intervals: " + kinds.keySet().iterator().next() + ".");
    }
    return kinds.entrySet().stream()
        .map(
            e ->
                "Interval of the "
                    + Wording.list(List.copyOf(e.getValue()))
                    + ": "
                    + e.getKey()
                    + ".")
        .toList();
  }

  private String counted(List<Effect> effects, String noun) {
    List<Effect> sure = effects.stream().filter(Narrative::excludesNull).toList();
    String all = "Of the " + Numbers.count(effects.size()) + " " + noun + ", ";
    if (sure.isEmpty()) {
      return all + "none has an interval that excludes zero.";
    }
    String have =
        sure.size() == 1
            ? " has an interval that excludes zero"
            : " have intervals that exclude zero";
    boolean named =
        sure.size() <= NAMED
            && sure.size() < effects.size()
            && sure.stream().noneMatch(e -> e.kind().isContrast());
    String names =
        named ? ": " + sure.stream().map(labels::label).collect(Collectors.joining("; ")) : "";
    String count = sure.size() == effects.size() ? "all" : Numbers.count(sure.size());
    return all + count + have + names + ".";
  }

  private String conditional() {
    List<Effect> conditional =
        EffectLabels.ordered(document.effects()).stream()
            .filter(e -> !e.at().isEmpty() && !e.kind().isContrast())
            .toList();
    Map<String, List<String>> where = new LinkedHashMap<>();
    for (Family family : labels.families(conditional)) {
      where
          .computeIfAbsent(
              nothing(family.effects().get(0).nullValue()) + " at " + excluding(family.effects()),
              k -> new ArrayList<>())
          .add(labels.phrase(family.effects().get(0)));
    }
    List<String> sentences = new ArrayList<>();
    where.forEach(
        (values, phrases) ->
            sentences.add(
                "For " + Wording.list(phrases) + ", the interval excludes " + values + "."));
    document.johnsonNeyman().forEach(r -> sentences.add(CurveSections.sentence(r)));
    return String.join(" ", sentences);
  }

  /** At which of the probed values the intervals exclude what stands for nothing. */
  private String excluding(List<Effect> effects) {
    List<Effect> sure = effects.stream().filter(Narrative::excludesNull).toList();
    String probed = " of the " + Numbers.count(effects.size()) + " probed moderator values";
    if (sure.isEmpty()) {
      return "none" + probed;
    }
    if (sure.size() == effects.size()) {
      return "all" + probed;
    }
    String values =
        document.moderators().size() > 1
            ? ""
            : " ("
                + sure.stream().map(e -> labels.at(e.at())).collect(Collectors.joining("; "))
                + ")";
    return Numbers.count(sure.size()) + probed + values;
  }

  private String reading() {
    return "\"Effect\" is the technical term for a coefficient or a product of coefficients. An "
        + "interval that excludes zero says that the data are not well described by the value zero "
        + "under this model; one that includes zero does not show that there is nothing. Whether "
        + "the order of the variables is the right one, and whether something else stands behind "
        + "their association, is not for the numbers of one model to say.";
  }

  private static boolean excludesNull(Effect effect) {
    return effect.interval().filter(i -> !i.contains(effect.nullValue())).isPresent();
  }

  static boolean excludesZero(Interval limits) {
    return limits.lower() > 0 || limits.upper() < 0;
  }
}
