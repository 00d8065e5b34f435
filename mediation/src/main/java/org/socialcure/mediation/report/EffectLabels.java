package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.Numbers;
import org.socialcure.mediation.report.ModelDocument.Effect;

/**
 * What the rows of effect tables and plots are called.
 *
 * <p>An indirect effect is told by the mediators that it passes, because exposure and outcome are
 * the same in every row; where they are not, the whole path is shown. A label that two effects
 * would share is replaced by the effects' own names.
 */
final class EffectLabels {
  /** Effects of one kind along one path, at one or several values of the moderators. */
  record Family(String kind, String label, List<Effect> effects) {
    Family {
      effects = List.copyOf(effects);
    }

    /** Whether the effects are conditional on moderators. */
    boolean conditional() {
      return !effects.get(0).at().isEmpty();
    }
  }

  private final boolean oneRoute;
  private final Map<String, Long> uses;

  EffectLabels(ModelDocument document) {
    List<List<String>> paths =
        document.effects().stream().map(Effect::path).filter(p -> p.size() > 1).toList();
    oneRoute =
        paths.stream().map(p -> List.of(p.get(0), p.get(p.size() - 1))).distinct().count() < 2;
    uses =
        document.effects().stream()
            .collect(Collectors.groupingBy(e -> key(e, draft(e)), Collectors.counting()));
  }

  private static String key(Effect effect, String label) {
    return effect.kind() + "\n" + label + "\n" + effect.at();
  }

  /** The label of an effect, without its moderator values. */
  String label(Effect effect) {
    String draft = draft(effect);
    return uses.getOrDefault(key(effect, draft), 1L) > 1 ? ownName(effect) : draft;
  }

  private static String ownName(Effect effect) {
    return switch (effect.kind()) {
      case "total", "direct", "total-indirect" -> Wording.sentence(withoutValues(effect));
      default -> withoutValues(effect);
    };
  }

  private String draft(Effect effect) {
    List<String> path = effect.path();
    return switch (effect.kind()) {
      case "total", "direct", "total-indirect" ->
          Wording.heading(effect.kind()) + (oneRoute || path.size() < 2 ? "" : ": " + route(path));
      case "indirect" -> {
        if (path.size() < 3) {
          yield effect.name();
        }
        yield oneRoute ? String.join(" -> ", path.subList(1, path.size() - 1)) : route(path);
      }
      default -> path.size() < 2 ? withoutValues(effect) : inner(path);
    };
  }

  /** The name without the moderator values that it may repeat. */
  private static String withoutValues(Effect effect) {
    String name = effect.name();
    for (String moderator : effect.at().keySet()) {
      name =
          name.replaceAll("(,| at) " + Pattern.quote(moderator) + " = [-\u2212]?[0-9.eE+-]+", "");
    }
    return name.isBlank() ? effect.name() : name;
  }

  /** The effects in the order of tables: contrasts last, else as in the document. */
  static List<Effect> ordered(List<Effect> effects) {
    return effects.stream().sorted(Comparator.comparingInt(EffectLabels::rank)).toList();
  }

  private static int rank(Effect effect) {
    return switch (effect.kind()) {
      case "total", "direct", "total-indirect" -> 0;
      case "indirect" -> 1;
      case "contrast" -> 4;
      case "absolute-contrast" -> 5;
      default -> effect.kind().startsWith("index-") ? 2 : 3;
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
  String heading(String kind, List<Effect> effects) {
    return switch (kind) {
      case "total", "direct", "total-indirect" ->
          Wording.sentence(
              Wording.list(
                  Stream.of("total", "direct", "total-indirect")
                      .filter(k -> effects.stream().anyMatch(e -> e.kind().equals(k)))
                      .map(k -> Wording.heading(k).toLowerCase(Locale.ROOT))
                      .toList()));
      case "indirect" ->
          oneRoute ? "Indirect, by the mediators passed" : "Indirect, by the path taken";
      default -> Wording.heading(kind);
    };
  }

  /** The moderator values of a conditional effect: {@code w = 1, z = 2}. */
  static String at(Map<String, Double> at) {
    return at.entrySet().stream()
        .map(e -> e.getKey() + " = " + Numbers.value(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The effects gathered in families, in the document's order. */
  List<Family> families(List<Effect> effects) {
    Map<List<Object>, List<Effect>> families = new LinkedHashMap<>();
    for (Effect effect : effects) {
      List<Object> key = List.of(effect.kind(), label(effect), List.copyOf(effect.at().keySet()));
      families.computeIfAbsent(key, k -> new ArrayList<>()).add(effect);
    }
    return families.values().stream()
        .map(f -> new Family(f.get(0).kind(), label(f.get(0)), f))
        .toList();
  }

  /** An effect in a sentence: {@code the indirect effect through m1 and m2}. */
  String phrase(Effect effect) {
    String label = label(effect);
    List<String> path = effect.path();
    return switch (effect.kind()) {
      case "total", "direct", "total-indirect" ->
          !label.equals(draft(effect))
              ? "the " + withoutValues(effect)
              : "the "
                  + Wording.kind(effect.kind())
                  + (label.equals(Wording.heading(effect.kind())) ? "" : " " + route(path));
      case "indirect" ->
          oneRoute && path.size() > 2 && !label.equals(effect.name())
              ? "the indirect effect through "
                  + String.join(" and then ", path.subList(1, path.size() - 1))
              : "the indirect effect " + label;
      default -> "the " + Wording.kind(effect.kind()) + " " + label;
    };
  }
}
