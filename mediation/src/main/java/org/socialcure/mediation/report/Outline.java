package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.List;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Block.Paragraph;
import org.socialcure.core.document.ForestPlot;
import org.socialcure.core.document.Section;

/** The parts of a report on one model, in the order in which they are read. */
final class Outline {
  private Outline() {}

  /**
   * The order of a printout, where the last lines are the ones that stay on the screen: equations,
   * effects, and what to be careful about. Further inference, definitions, the results in words and
   * what only pictures need are left to the page and to the files.
   */
  static List<Section> printout(ModelDocument document) {
    EffectSections effects = new EffectSections(document);
    List<Section> sections = new ArrayList<>();
    sections.add(ModelSections.asked(document));
    sections.add(ModelSections.sample(document));
    sections.add(EquationSections.equations(document));
    EquationSections.tests(document).ifPresent(sections::add);
    effects.effects().ifPresent(sections::add);
    effects.conditional().ifPresent(sections::add);
    CurveSections.regions(document).ifPresent(sections::add);
    effects.standardised().ifPresent(sections::add);
    effects.sizes().ifPresent(sections::add);
    document.bootstrap().ifPresent(b -> sections.add(ModelSections.bootstrap(b)));
    ModelSections.labels(document).ifPresent(sections::add);
    sections.add(ModelSections.cautions(document));
    return sections;
  }

  /** The order of a page or a paper, where the first lines are the ones that are read. */
  static List<Section> page(ModelDocument document) {
    EffectSections effects = new EffectSections(document);
    List<Section> sections = new ArrayList<>();
    sections.add(words(document));
    sections.add(ModelSections.cautions(document));
    sections.add(ModelSections.asked(document));
    sections.add(ModelSections.sample(document));
    effects.effects().ifPresent(sections::add);
    effects.conditional().ifPresent(sections::add);
    CurveSections.regions(document).ifPresent(sections::add);
    CurveSections.slopes(document).ifPresent(sections::add);
    effects.standardised().ifPresent(sections::add);
    effects.sizes().ifPresent(sections::add);
    sections.add(EquationSections.equations(document));
    EquationSections.tests(document).ifPresent(sections::add);
    effects.inferences(document.effects()).ifPresent(sections::add);
    effects.expressions(document.effects()).ifPresent(sections::add);
    ModelSections.labels(document).ifPresent(sections::add);
    sections.add(ModelSections.reproduce(document));
    return sections;
  }

  /** What was looked at, in a sentence and in pictures: what a page has before its sections. */
  static List<Block> overview(ModelDocument document) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Lead(new Narrative(document).headline()));
    blocks.add(PathDiagram.of(document));
    ForestPlot effects = EffectPlot.of(document);
    if (!effects.panels().isEmpty()) {
      blocks.add(effects);
    }
    return blocks;
  }

  private static Section words(ModelDocument document) {
    return Section.of(
        "words",
        "In words",
        new Narrative(document).paragraphs().stream().map(Paragraph::new).toList());
  }
}
