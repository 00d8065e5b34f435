package org.socialcure.mediation.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.Words;

/**
 * What people call effects: rendered from their keys, with columns by their labels and categorical
 * moderators by their levels.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class EffectWords {
  private final UnaryOperator<String> label;
  private final List<CodedVariable> codings;
  private final Supplier<List<ProbedModerator>> probed;

  private EffectWords(
      UnaryOperator<String> label,
      List<CodedVariable> codings,
      Supplier<List<ProbedModerator>> probed) {
    this.label = label;
    this.codings = List.copyOf(codings);
    this.probed = probed;
  }

  /**
   * The words for the effects of a fitted model.
   *
   * @param findings the model
   * @return its words
   */
  public static EffectWords of(Findings findings) {
    return new EffectWords(
        column -> findings.labels().getOrDefault(column, column),
        findings.codings(),
        findings::moderators);
  }

  /**
   * The words for effects.
   *
   * @param labels what people call columns, where it is not their name
   * @param codings how categorical variables were coded
   * @param probed the values at which moderators were probed, which are told apart
   * @return the words
   */
  public static EffectWords of(
      Map<String, String> labels, List<CodedVariable> codings, List<ProbedModerator> probed) {
    List<ProbedModerator> copy = List.copyOf(probed);
    return new EffectWords(column -> labels.getOrDefault(column, column), codings, () -> copy);
  }

  /**
   * What people call a column.
   *
   * @param column its name
   * @return its label
   */
  public String column(String column) {
    return label.apply(column);
  }

  /**
   * Moderator values in words.
   *
   * @param at values by variable
   * @return for example {@code age = 61.2, sex = woman}; empty for no moderator
   */
  public String at(Map<String, Double> at) {
    return told(at).entrySet().stream()
        .map(e -> e.getKey() + " = " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  /**
   * Moderator values by what people call moderators: a categorical one by its level.
   *
   * @param at values by variable, code columns each by itself
   * @return values in words by label, in order
   */
  public Map<String, String> told(Map<String, Double> at) {
    Map<String, String> told = new LinkedHashMap<>();
    at.forEach(
        (column, value) -> {
          Optional<CodedVariable> coded =
              codings.stream().filter(c -> c.columns().contains(column)).findFirst();
          Optional<String> level = coded.flatMap(c -> c.levelAt(at));
          if (level.isPresent()) {
            told.put(column(coded.orElseThrow().variable()), level.get());
          } else {
            told.put(column(column), value(column, value));
          }
        });
    return told;
  }

  /** A moderator's value as numbers are written, with all its digits where others look the same. */
  private String value(String column, double value) {
    String usual = Numbers.value(value);
    boolean alone =
        probed.get().stream()
            .filter(m -> m.variable().equals(column))
            .flatMap(m -> m.values().stream())
            .noneMatch(v -> v != value && Numbers.value(v).equals(usual));
    return alone ? usual : Names.number(value);
  }

  /**
   * An effect in a phrase.
   *
   * @param key the effect
   * @return for example {@code Indirect effect of groups on visits through belonging, at age = 61}
   */
  public String label(EffectKey key) {
    String phrase = phrase(key);
    // What an author wrote stays as it was written: a*b is not A*b.
    boolean written = key instanceof EffectKey.Named || key instanceof EffectKey.Asked;
    return written ? phrase : Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
  }

  private String phrase(EffectKey key) {
    if (key instanceof EffectKey.Named named) {
      return named.name() + conditional(key.at());
    }
    if (key instanceof EffectKey.Asked asked) {
      return asked.expression();
    }
    if (key instanceof EffectKey.Difference difference) {
      return difference(difference);
    }
    if (key instanceof EffectKey.Sum sum) {
      return kind(key.kind()) + of(sum.from(), sum.to()) + conditional(key.at());
    }
    String along = of(key.path()) + through(key.path());
    if (key instanceof EffectKey.Slope slope) {
      String by = slope.by().stream().map(label).collect(Collectors.joining(" and "));
      return kind(key.kind()) + along + ", by " + by + conditional(key.at());
    }
    return kind(key.kind()) + along + conditional(key.at());
  }

  private String difference(EffectKey.Difference difference) {
    EffectKey first = difference.first();
    EffectKey second = difference.second();
    String sizes = difference.kind() == EffectKind.ABSOLUTE_CONTRAST ? "sizes of " : "";
    if (first.path().equals(second.path()) && !first.path().isEmpty()) {
      return "difference of "
          + sizes
          + kind(first.kind())
          + of(first.path())
          + through(first.path())
          + ": "
          + at(first.at())
          + " minus "
          + at(second.at());
    }
    return "difference of " + sizes + phrase(first) + " minus " + phrase(second);
  }

  private static String kind(EffectKind kind) {
    return switch (kind) {
      case TOTAL, DIRECT, INDIRECT, TOTAL_INDIRECT -> Words.of(kind).replace('-', ' ') + " effect";
      default -> Words.of(kind).replace('-', ' ');
    };
  }

  private String of(List<String> path) {
    return path.isEmpty() ? "" : of(path.get(0), path.get(path.size() - 1));
  }

  private String of(String from, String to) {
    return " of " + column(from) + " on " + column(to);
  }

  private String through(List<String> path) {
    List<String> mediators = new ArrayList<>();
    for (int i = 1; i < path.size() - 1; i++) {
      mediators.add(column(path.get(i)));
    }
    return mediators.isEmpty() ? "" : " through " + String.join(" and then ", mediators);
  }

  private String conditional(Map<String, Double> at) {
    return at.isEmpty() ? "" : ", at " + at(at);
  }
}
