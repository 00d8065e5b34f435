package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.List;
import org.socialcure.mediation.report.Block.Paragraph;

/** The parts of a report on one model, in the order in which they are read. */
final class Outline {
  private Outline() {}

  /** The order of a printout, where the last lines are the ones that stay on the screen. */
  static List<Section> printout(ModelDocument document) {
    List<Section> sections = new ArrayList<>();
    sections.add(ModelSections.asked(document));
    sections.add(ModelSections.sample(document));
    sections.add(EquationSections.equations(document));
    EquationSections.tests(document).ifPresent(sections::add);
    addEffects(document, sections);
    document.bootstrap().ifPresent(b -> sections.add(ModelSections.bootstrap(b)));
    sections.add(words(document));
    sections.add(ModelSections.cautions(document));
    return sections;
  }

  /** The order of a page or a paper, where the first lines are the ones that are read. */
  static List<Section> page(ModelDocument document) {
    List<Section> sections = new ArrayList<>();
    sections.add(words(document));
    sections.add(ModelSections.cautions(document));
    sections.add(ModelSections.asked(document));
    sections.add(ModelSections.sample(document));
    addEffects(document, sections);
    sections.add(EquationSections.equations(document));
    EquationSections.tests(document).ifPresent(sections::add);
    sections.add(ModelSections.reproduce(document));
    return sections;
  }

  private static void addEffects(ModelDocument document, List<Section> sections) {
    EffectSections effects = new EffectSections(document);
    effects.effects().ifPresent(sections::add);
    effects.conditional().ifPresent(sections::add);
    CurveSections.regions(document).ifPresent(sections::add);
    CurveSections.slopes(document).ifPresent(sections::add);
    effects.standardised().ifPresent(sections::add);
    effects.sizes().ifPresent(sections::add);
    effects.inferences().ifPresent(sections::add);
    effects.expressions().ifPresent(sections::add);
  }

  private static Section words(ModelDocument document) {
    return new Section(
        "words",
        "In words",
        new Narrative(document).paragraphs().stream().<Block>map(Paragraph::new).toList());
  }
}
