package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.effect.EffectWords;
import org.socialcure.mediation.report.ModelDocument.Effect;
import org.socialcure.mediation.report.ModelDocument.Operand;

/**
 * What the rows of effect tables and plots are called.
 *
 * <p>An indirect effect is told by the mediators that it passes, because exposure and outcome are
 * the same in every row; where they are not, the whole path is shown.
 */
final class EffectLabels {
  /** Effects of one kind along one path, at one or several values of the moderators. */
  record Family(EffectKind kind, String label, List<Effect> effects) {
    Family {
      effects = List.copyOf(effects);
    }

    /** Whether the effects are conditional on moderators. */
    boolean conditional() {
      return !effects.get(0).at().isEmpty();
    }
  }

  private final boolean oneRoute;
  private final EffectWords words;

  EffectLabels(ModelDocument document) {
    List<List<String>> paths =
        document.effects().stream().map(Effect::path).filter(p -> p.size() > 1).toList();
    oneRoute =
        paths.stream().map(p -> List.of(p.get(0), p.get(p.size() - 1))).distinct().count() < 2;
    words = EffectWords.of(Map.of(), document.codings(), document.moderators());
  }

  /** The label of an effect, without its moderator values. */
  String label(Effect effect) {
    return switch (effect.kind()) {
      case TOTAL, DIRECT, TOTAL_INDIRECT ->
          Wording.heading(effect.kind()) + (oneRoute ? "" : of(effect));
      case INDIRECT -> inner(effect.path());
      case CONTRAST, ABSOLUTE_CONTRAST -> difference(effect);
      case NAMED -> effect.name();
      case CONDITIONAL_INTERACTION -> route(effect.path()) + by(effect);
      default -> inner(effect.path()) + by(effect);
    };
  }

  private static String of(Effect effect) {
    return effect.path().size() < 2
        ? effect.exposure().map(x -> " of " + x).orElse("")
        : ": " + route(effect.path());
  }

  private static String by(Effect effect) {
    return ", by " + String.join(" and ", effect.by());
  }

  /** Two indirect effects, or one at two values of its moderators. */
  private String difference(Effect effect) {
    Operand first = effect.difference().get(0);
    Operand second = effect.difference().get(1);
    if (first.path().equals(second.path())) {
      return inner(first.path()) + ": " + words.at(first.at()) + " minus " + words.at(second.at());
    }
    boolean sizes = effect.kind() == EffectKind.ABSOLUTE_CONTRAST;
    return sizes
        ? "|" + inner(first.path()) + "| − |" + inner(second.path()) + "|"
        : inner(first.path()) + " − " + inner(second.path());
  }

  /** The effects in the order of tables: contrasts last, else as in the document. */
  static List<Effect> ordered(List<Effect> effects) {
    return effects.stream().sorted(Comparator.comparingInt(EffectLabels::rank)).toList();
  }

  private static int rank(Effect effect) {
    return switch (effect.kind()) {
      case TOTAL, DIRECT, TOTAL_INDIRECT -> 0;
      case INDIRECT -> 1;
      case CONDITIONAL_INTERACTION, NAMED -> 3;
      case CONTRAST -> 4;
      case ABSOLUTE_CONTRAST -> 5;
      default -> 2;
    };
  }

  private String inner(List<String> path) {
    return oneRoute && path.size() > 2
        ? String.join(" -> ", path.subList(1, path.size() - 1))
        : route(path);
  }

  private static String route(List<String> path) {
    return String.join(" -> ", path);
  }

  /**
   * The heading of a group of effects; those kinds that are single by nature stand together.
   *
   * @param kind the kind of an effect
   * @param effects all effects of the table
   * @return the heading of its group
   */
  String heading(EffectKind kind, List<Effect> effects) {
    if (kind.isSummary()) {
      return Wording.sentence(
          Wording.list(
              Stream.of(EffectKind.TOTAL, EffectKind.DIRECT, EffectKind.TOTAL_INDIRECT)
                  .filter(k -> effects.stream().anyMatch(e -> e.kind() == k))
                  .map(k -> Wording.heading(k).toLowerCase(Locale.ROOT))
                  .toList()));
    }
    if (kind == EffectKind.INDIRECT) {
      return oneRoute ? "Indirect, by the mediators passed" : "Indirect, by the path taken";
    }
    return Wording.heading(kind);
  }

  /** The moderator values of a conditional effect: {@code w = 1, sex = woman}. */
  String at(Map<String, Double> at) {
    return words.at(at);
  }

  /** The moderator values of a conditional effect by moderator, in words. */
  Map<String, String> told(Map<String, Double> at) {
    return words.told(at);
  }

  /** The effects gathered in families, in the document's order. */
  List<Family> families(List<Effect> effects) {
    Map<List<Object>, List<Effect>> families = new LinkedHashMap<>();
    for (Effect effect : effects) {
      String label = effect.kind() == EffectKind.NAMED ? named(effect) : label(effect);
      List<Object> key = List.of(effect.kind(), label, List.copyOf(effect.at().keySet()));
      families.computeIfAbsent(key, k -> new ArrayList<>()).add(effect);
    }
    return families.values().stream()
        .map(f -> new Family(f.get(0).kind(), label(f.get(0)), f))
        .toList();
  }

  /** Values of one named effect share its expression. */
  private static String named(Effect effect) {
    return effect.expression();
  }

  /** An effect in a sentence: {@code the indirect effect through m1 and m2}. */
  String phrase(Effect effect) {
    List<String> path = effect.path();
    return switch (effect.kind()) {
      case TOTAL, DIRECT, TOTAL_INDIRECT ->
          "the " + Wording.kind(effect.kind()) + (oneRoute ? "" : along(effect));
      case INDIRECT ->
          oneRoute && path.size() > 2
              ? "the indirect effect through "
                  + String.join(" and then ", path.subList(1, path.size() - 1))
              : "the indirect effect along " + label(effect);
      case CONTRAST, ABSOLUTE_CONTRAST, NAMED ->
          "the " + Wording.kind(effect.kind()) + " " + label(effect);
      default -> "the " + Wording.kind(effect.kind()) + " of " + label(effect);
    };
  }

  private static String along(Effect effect) {
    return effect.path().size() < 2 ? of(effect) : " along " + route(effect.path());
  }
}
