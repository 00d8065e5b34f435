package org.socialcure.examples.study;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.socialcure.core.Progress;
import org.socialcure.core.data.CsvOptions;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.FormulaMarks;
import org.socialcure.core.data.ReadData;
import org.socialcure.examples.study.document.ChangeDocument;
import org.socialcure.examples.study.document.ContactDocument;
import org.socialcure.examples.study.document.DataDocument;
import org.socialcure.examples.study.document.OutcomesDocument;
import org.socialcure.examples.study.document.ScoreCount;
import org.socialcure.examples.study.document.StudyDocument;
import org.socialcure.examples.study.plan.Places;
import org.socialcure.examples.study.plan.Plan;
import org.socialcure.examples.study.simulation.CohortSimulator;
import org.socialcure.mediation.regression.Moments;
import org.socialcure.mediation.report.ModelDocument;
import org.socialcure.scoring.InstrumentColumns;

/** From a plan and a file of answers to everything that is printed and written. */
final class Job {
  private static final int FORMAT = 1;

  private final PlanSource source;
  private final Optional<Path> data;
  private final boolean simulated;
  private final Function<String, Progress> progress;

  private Job(
      PlanSource source,
      Optional<Path> data,
      boolean simulated,
      Function<String, Progress> progress) {
    this.source = source;
    this.data = data;
    this.simulated = simulated;
    this.progress = progress;
  }

  /** The same job, whose models tell how far they are. */
  Job telling(Function<String, Progress> listeners) {
    return new Job(source, data, simulated, listeners);
  }

  /** The job on somebody's own plan, with a file of answers unless the plan holds moments. */
  static Job of(Optional<Path> data, Path plan) {
    return new Job(PlanSource.file(plan), data, false, model -> Progress.UNHEARD);
  }

  /** The job on the simulated cohort, whose answers are written as a file of their own. */
  static Job simulated() {
    return new Job(PlanSource.simulated(), Optional.empty(), true, model -> Progress.UNHEARD);
  }

  Outcome run() {
    String text = Refusal.naming(source.name(), source::text);
    Plan plan = Refusal.naming(source.name(), () -> Plan.read(text));
    if (plan.moments().isPresent()) {
      return ofMoments(plan, plan.moments().get());
    }
    Map<String, String> files = new LinkedHashMap<>();
    String name = Outcome.ANSWERS;
    AnswersFile raw;
    if (data.isPresent()) {
      Path file = data.get();
      name = TextFile.name(file);
      raw = Refusal.naming(name, () -> AnswersFile.read(file, plan.data()));
    } else if (!simulated) {
      throw Refusal.ofCommandLine(
          "--data",
          "is missing: "
              + source.name()
              + " is about a file of answers; a plan without one has \"moments\"");
    } else {
      String answers = csv(CohortSimulator.simulate(plan.seed()).answers(), FormulaMarks.NONE);
      files.put(Outcome.ANSWERS, answers);
      raw = AnswersFile.of(Dataset.readCsvAll(new StringReader(answers), plan.data().file()));
    }
    return analyse(plan, Places.of(text), name, raw, files);
  }

  private Outcome analyse(
      Plan plan, Places places, String file, AnswersFile read, Map<String, String> files) {
    List<InstrumentColumns> planned =
        Refusal.naming(source.name(), () -> Questionnaires.of(plan, places, source));
    AnswersFile answers = Refusal.naming(file, () -> read.unified(plan).chosen(plan, planned));
    Dataset raw = answers.read().data();
    Refusal.naming(source.name(), () -> Identifications.check(plan, places, planned));
    CodingsOfFile codings = new CodingsOfFile(answers.valueLabels());
    List<InstrumentColumns> instruments = Refusal.naming(file, () -> codings.coded(planned));
    codings.tellCategories(plan);
    ReadData used = answers.withFound(codings.found()).read();
    Preparation prepared =
        Refusal.naming(file, () -> Preparation.of(plan, instruments, file, used));
    Refusal.naming(source.name(), () -> ColumnsOfPlan.check(plan, places, raw, prepared));
    List<ModelDocument> models =
        Refusal.naming(
            source.name() + " with " + file,
            () ->
                Fits.of(
                    plan,
                    source,
                    it ->
                        CodesOfLabels.events(
                            it, prepared.wide().withRemarks(List.of()), answers.valueLabels()),
                    progress));
    List<ContactDocument> contacts =
        Refusal.naming(source.name() + " with " + file, () -> Contacts.of(plan, prepared));
    Optional<OutcomesDocument> outcomes =
        plan.outcomes()
            .map(
                section ->
                    Refusal.naming(
                        source.name() + " with " + file,
                        () -> Outcomes.of(plan, section, prepared, raw, instruments)));
    StudyDocument document =
        document(
            plan,
            prepared.data(),
            prepared.scores(),
            Changes.of(prepared, plan),
            contacts,
            outcomes,
            models);
    files.put(Outcome.SCORES, csv(prepared.wide(), plan.data().file().formulaMarks()));
    outcomes.ifPresent(found -> files.putAll(OutcomeSections.tables(found, contacts)));
    return new Outcome(
        document, files, Optional.of(prepared.wide()), WaveNames.of(plan), simulated);
  }

  private Outcome ofMoments(Plan plan, Moments moments) {
    if (data.isPresent()) {
      throw Refusal.ofCommandLine(
          "--data",
          "has no place beside the \"moments\" of "
              + source.name()
              + "; leave it out, or describe the file under \"data\" in their place");
    }
    List<ModelDocument> models =
        Refusal.naming(source.name(), () -> Fits.of(plan, moments, progress));
    DataDocument read = DataDocument.ofMoments(source.name(), moments.n(), moments.names());
    return new Outcome(
        document(plan, read, List.of(), List.of(), List.of(), Optional.empty(), models),
        Map.of(),
        Optional.empty(),
        WaveNames.of(plan),
        simulated);
  }

  private static StudyDocument document(
      Plan plan,
      DataDocument data,
      List<ScoreCount> scores,
      List<ChangeDocument> changes,
      List<ContactDocument> contacts,
      Optional<OutcomesDocument> outcomes,
      List<ModelDocument> models) {
    return new StudyDocument(
        FORMAT,
        plan.title(),
        StudyVersion.LIBRARY,
        StudyVersion.version(),
        data,
        scores,
        changes,
        contacts,
        outcomes,
        models,
        Optional.empty());
  }

  private static String csv(Dataset data, FormulaMarks marks) {
    StringWriter text = new StringWriter();
    // Only an empty cell is missing here, so that any word of the file may be written back.
    data.writeCsv(text, CsvOptions.defaults().withMissing().withFormulaMarks(marks));
    return text.toString();
  }
}
