package org.socialcure.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.socialcure.core.Interval;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Document;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.examples.study.document.ChangeDocument;
import org.socialcure.examples.study.document.ContactDocument;
import org.socialcure.examples.study.document.DataDocument;
import org.socialcure.examples.study.document.ScoreCount;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.examples.study.simulation.TrueEffects;
import org.socialcure.examples.study.simulation.TrueOutcomes;
import org.socialcure.mediation.report.Report;

/** What a job has found, told once for the terminal and for the page. */
final class StudyReport {
  /** Scores have few digits that mean something. */
  private static final int DECIMALS = 2;

  private final StudyDocument document;
  private final WaveNames waves;
  private final boolean simulated;

  private StudyReport(Outcome outcome) {
    document = outcome.document().callingWaves(outcome.waves().names());
    waves = outcome.waves();
    simulated = outcome.simulated();
  }

  /** The page: of each model everything, the results in words first. */
  static Document page(Outcome outcome) {
    StudyReport report = new StudyReport(outcome);
    return report.around(report.models(Report::sections));
  }

  /** The printout: of each model what a reader of a terminal wants. */
  static Document printout(Outcome outcome) {
    StudyReport report = new StudyReport(outcome);
    return report.around(report.models(Report::printoutSections));
  }

  private Document around(List<Section> models) {
    List<Section> sections = new ArrayList<>();
    if (!document.scores().isEmpty()) {
      sections.add(Section.of("scores", "Scores", scores()));
    }
    document
        .outcomes()
        .map(found -> OutcomeSections.outcomes(found, document.contacts(), waves.months()))
        .ifPresent(sections::add);
    if (!document.changes().isEmpty() && document.outcomes().isEmpty()) {
      sections.add(Section.of("change", "Change", changes()));
    }
    if (!document.contacts().isEmpty()) {
      sections.add(contacts());
    }
    sections.addAll(models);
    if (simulated) {
      sections.add(
          Section.of(
              "truth", "What is true of the simulated cohort", trueOutcomes(), trueEffects()));
    }
    return new Document(
        document.title(),
        data(document.data()),
        sections,
        "Made with "
            + document.library()
            + " "
            + document.version()
            + "."
            + document.run().map(run -> " Run " + run.id() + ".").orElse(""));
  }

  private List<Section> models(Function<Report, List<Section>> form) {
    return document.models().isEmpty() ? List.of() : form.apply(Report.of(document.models()));
  }

  /** What was read. */
  private static List<Block> data(DataDocument data) {
    if (!data.moments().isEmpty()) {
      return List.of(
          new Block.Lead(
              "Read "
                  + data.file()
                  + ": the moments of "
                  + data.moments().size()
                  + " variables over "
                  + data.rows()
                  + " rows"));
    }
    String persons =
        data.persons().isPresent() ? ", " + data.persons().getAsInt() + " persons" : "";
    String waves =
        data.waves().stream()
            .map(wave -> wave.wave() + " " + wave.rows())
            .collect(Collectors.joining(", "));
    Block read =
        new Block.Lead(
            "Read "
                + data.file()
                + ": "
                + data.rows()
                + " rows"
                + persons
                + (waves.isEmpty() ? "" : "; rows by wave: " + waves));
    List<String> notes = new ArrayList<>(data.notes());
    data.invalid().entrySet().stream()
        .map(
            entry ->
                "Column "
                    + entry.getKey()
                    + ": "
                    + entry.getValue()
                    + (entry.getValue() == 1 ? " code" : " codes")
                    + " not permitted, taken as missing")
        .forEach(notes::add);
    return notes.isEmpty() ? List.of(read) : List.of(read, new Block.Bullets(notes));
  }

  private Table scores() {
    Table.Builder table =
        Table.titled("Scores")
            .text("Scale", "Column")
            .numbers("scored", "not scored")
            .text("why not");
    for (ScoreCount score : document.scores()) {
      String reasons =
          score.reasons().entrySet().stream()
              .map(entry -> entry.getValue() + " " + entry.getKey().replace('-', ' '))
              .collect(Collectors.joining(", "));
      table.row(
          Cell.text(score.label()),
          Cell.text(score.column()),
          Cell.count(score.scored()),
          Cell.count(score.notScored()),
          Cell.text(reasons));
    }
    return table.build();
  }

  private Table changes() {
    ChangeDocument one = document.changes().get(0);
    double level =
        document.changes().stream()
            .flatMap(change -> change.interval().stream())
            .mapToDouble(Interval::level)
            .findFirst()
            .orElse(0.95);
    Table.Builder table =
        Table.titled("Change")
            .text("Change of")
            .numbers("n", one.first() + " M", "SD", one.last() + " M", "SD", "difference")
            .interval(level)
            .numbers("d_z");
    for (ChangeDocument change : document.changes()) {
      table.row(
          Cell.text(change.label()),
          Cell.count(change.n()),
          two(change.meanFirst()),
          two(change.sdFirst()),
          two(change.meanLast()),
          two(change.sdLast()),
          two(change.meanDifference()),
          Cell.interval(change.interval(), DECIMALS),
          Cell.of(change.dz(), StudyReport::two));
    }
    table.note("Persons with both values; last wave minus first, with the t interval of the mean.");
    return table.build();
  }

  private Section contacts() {
    List<Section> services = new ArrayList<>();
    for (ContactDocument contacts : document.contacts()) {
      Section summary = contacts.summary().section("contacts-" + (services.size() + 1));
      services.add(
          summary.withHeading(
              summary.heading() + ", " + contacts.first() + " to " + contacts.last()));
    }
    return Section.of(
            "contacts",
            "Contacts with services",
            new Block.Paragraph(
                "Contacts are compared as rates. Without a comparison group the change includes"
                    + " everything that happened in between; people are often referred when they use"
                    + " services much, and a fall is then to be expected without any help."))
        .withSections(services);
  }

  private static Table trueOutcomes() {
    Table.Builder table =
        Table.titled("True outcomes of the people seen again").text("Outcome").numbers("value");
    TrueOutcomes.ofPeopleSeenAgain()
        .forEach((name, value) -> table.row(Cell.text(name), Cell.number(value, 3)));
    return table.build();
  }

  private static Table trueEffects() {
    Table.Builder table =
        Table.titled("True effect of one more group on visits").text("Effect").numbers("value");
    TrueEffects.onVisits()
        .forEach((name, value) -> table.row(Cell.text(name), Cell.number(value, 3)));
    return table.build();
  }

  private static Cell two(double value) {
    return Cell.number(value, DECIMALS);
  }
}
