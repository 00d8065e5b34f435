package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.socialcure.core.Interval;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.ForestPlot;
import org.socialcure.core.document.ForestPlot.Estimate;
import org.socialcure.core.document.ForestPlot.Heading;
import org.socialcure.core.document.ForestPlot.Panel;
import org.socialcure.core.document.ForestPlot.Row;
import org.socialcure.mediation.effect.EffectKind;
import org.socialcure.mediation.report.EffectLabels.Family;
import org.socialcure.mediation.report.ModelDocument.Effect;

/**
 * The effects with their intervals.
 *
 * <p>Effects on different scales, and indices of moderated mediation, which are differences of
 * effects for one unit of a moderator, get an axis of their own. Contrasts of absolute values are
 * left to the table.
 */
final class EffectPlot {
  /** Above this many rows contrasts are left to the table. */
  private static final int MOST_ROWS = 60;

  /** What effects of one panel have in common. */
  private record Key(boolean index, String scale, double nullValue) {}

  private final ModelDocument document;
  private final EffectLabels labels;

  private EffectPlot(ModelDocument document) {
    this.document = document;
    this.labels = new EffectLabels(document);
  }

  /** The plot; without panels if no effect has an interval. */
  static ForestPlot of(ModelDocument document) {
    return new EffectPlot(document).plot();
  }

  private ForestPlot plot() {
    Map<Key, List<Effect>> panels = new LinkedHashMap<>();
    for (Effect effect : shown()) {
      panels
          .computeIfAbsent(
              new Key(effect.kind().isIndex(), effect.scale(), effect.nullValue()),
              k -> new ArrayList<>())
          .add(effect);
    }
    return new ForestPlot(
        "Effects of " + document.name() + " with intervals",
        "Effects with their "
            + Numbers.percent(document.model().level())
            + " intervals; filled where the interval excludes "
            + (panels.keySet().stream().allMatch(k -> k.nullValue() == 0)
                ? "zero"
                : "the vertical line"),
        panels.entrySet().stream()
            .map(p -> new Panel(p.getKey().scale(), p.getKey().nullValue(), rows(p.getValue())))
            .toList(),
        Optional.empty());
  }

  private List<Effect> shown() {
    List<Effect> all =
        EffectLabels.ordered(document.effects()).stream()
            .filter(e -> e.interval().isPresent() && e.kind() != EffectKind.ABSOLUTE_CONTRAST)
            .toList();
    return all.size() <= MOST_ROWS
        ? all
        : all.stream().filter(e -> !e.kind().isContrast()).toList();
  }

  private List<Row> rows(List<Effect> effects) {
    List<Row> rows = new ArrayList<>();
    String heading = "";
    List<Effect> plain = effects.stream().filter(e -> e.at().isEmpty()).toList();
    for (Family family : labels.families(plainFirst(effects))) {
      Effect first = family.effects().get(0);
      String next =
          family.conditional()
              ? "Conditional " + labels.phrase(first).replaceFirst("^the ", "")
              : labels.heading(family.kind(), plain);
      if (!next.equals(heading)) {
        rows.add(new Heading(next));
        heading = next;
      }
      for (Effect effect : family.effects()) {
        rows.add(
            estimate(effect, family.conditional() ? labels.at(effect.at()) : labels.label(effect)));
      }
    }
    return rows;
  }

  private static Estimate estimate(Effect effect, String label) {
    Interval interval = effect.interval().orElseThrow();
    int decimals =
        Numbers.decimals(OptionalDouble.of(effect.estimate()), effect.se(), effect.interval());
    return new Estimate(label, effect.estimate(), interval, decimals);
  }

  private static List<Effect> plainFirst(List<Effect> effects) {
    return Stream.concat(
            effects.stream().filter(e -> e.at().isEmpty()),
            effects.stream().filter(e -> !e.at().isEmpty()))
        .toList();
  }
}
