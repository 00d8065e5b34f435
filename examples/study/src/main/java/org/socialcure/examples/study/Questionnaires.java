package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.answer.Coding;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.Instruments;
import org.socialcure.core.instrument.Targeting;
import org.socialcure.core.json.Json;
import org.socialcure.examples.study.plan.Columns;
import org.socialcure.examples.study.plan.InstrumentSection;
import org.socialcure.examples.study.plan.InstrumentSection.Source;
import org.socialcure.examples.study.plan.Places;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.scoring.InstrumentColumns;

/** Finds the questionnaires of a plan and where their answers are. */
final class Questionnaires {
  private Questionnaires() {}

  /**
   * The questionnaires in the order of the plan; all that is wrong with them is reported together.
   */
  static List<InstrumentColumns> of(Plan plan, Places places, PlanSource source) {
    Problems problems = new Problems();
    List<InstrumentColumns> found = new ArrayList<>();
    for (int i = 0; i < plan.instruments().size(); i++) {
      InstrumentSection section = plan.instruments().get(i);
      String place = "instruments[" + i + "]";
      problems
          .attempt(problem -> places.within(place, problem), () -> columns(section, source))
          .ifPresent(found::addAll);
    }
    problems.throwIfAny();
    return found;
  }

  /** The columns of a questionnaire, once for each wave that stands beside the others. */
  private static List<InstrumentColumns> columns(InstrumentSection section, PlanSource source) {
    Instrument instrument = instrument(section.source(), source);
    if (!(section.columns() instanceof Columns.ByWave byWave)) {
      return List.of(columns(instrument, section, section.columns()));
    }
    List<InstrumentColumns> found = new ArrayList<>();
    byWave
        .waves()
        .forEach((wave, columns) -> found.add(columns(instrument, section, columns).at(wave)));
    return found;
  }

  private static InstrumentColumns columns(
      Instrument instrument, InstrumentSection section, Columns where) {
    InstrumentColumns columns =
        where instanceof Columns.Pattern pattern
            ? InstrumentColumns.of(instrument, pattern.pattern())
            : InstrumentColumns.of(instrument, ((Columns.Names) where).names());
    if (!section.coding().isEmpty()) {
      columns = columns.coding(Coding.of(section.coding()));
    }
    if (section.target().isPresent()) {
      return columns.about(section.target().get());
    }
    if (instrument.targeting() == Targeting.GROUP) {
      throw new InvalidInputException(
          "target", "is missing: name the group that was asked about, as in community");
    }
    return columns;
  }

  private static Instrument instrument(Source origin, PlanSource source) {
    if (origin instanceof Source.Catalogue catalogue) {
      return Instruments.get(catalogue.id());
    }
    String file = ((Source.Definition) origin).file();
    String text = TextFile.read(source.beside(file));
    try {
      return Json.read(text, Instrument.class);
    } catch (InvalidInputException e) {
      throw e.in(file);
    }
  }
}
