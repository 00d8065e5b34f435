package org.socialcure.examples.study.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.mediation.report.ModelDocument;

/**
 * The content of {@code result.json}: what was read, what was scored, how it changed and what the
 * models say.
 *
 * <p>Numbers are finite; a quantity that does not exist is absent. New components may be added in
 * later versions; existing ones keep their name and meaning. Nothing in it belongs to a single
 * person.
 *
 * <p>Immutable and thread-safe.
 *
 * @param format the version of this format; 1
 * @param title the title of the plan
 * @param library the library's name
 * @param version the library's version
 * @param data what was read
 * @param scores how many forms were scored, by column of scores
 * @param changes how each measure changed from the first to the last wave; empty without waves
 * @param contacts how the contacts with each service changed from the first to the last wave; empty
 *     without waves, and in files of versions that did not say it
 * @param outcomes what became of the people; empty where the plan does not ask
 * @param models the models in the order of the plan
 * @param run by what the files of the run are known; empty in files of versions that did not say it
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record StudyDocument(
    int format,
    String title,
    String library,
    String version,
    DataDocument data,
    List<ScoreCount> scores,
    List<ChangeDocument> changes,
    List<ContactDocument> contacts,
    Optional<OutcomesDocument> outcomes,
    List<ModelDocument> models,
    Optional<RunDocument> run) {
  /** Copies the lists. */
  public StudyDocument {
    scores = List.copyOf(scores);
    changes = List.copyOf(changes);
    contacts = List.copyOf(contacts);
    models = List.copyOf(models);
  }

  /**
   * This document with the id of its run.
   *
   * @param named by what the files of the run are known
   * @return the document
   */
  public StudyDocument withRun(RunDocument named) {
    return new StudyDocument(
        format,
        title,
        library,
        version,
        data,
        scores,
        changes,
        contacts,
        outcomes,
        models,
        Optional.of(named));
  }

  /**
   * The same study to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the study for people
   */
  public StudyDocument callingWaves(Map<String, String> names) {
    return new StudyDocument(
        format,
        title,
        library,
        version,
        data,
        scores,
        changes.stream().map(it -> it.callingWaves(names)).toList(),
        contacts.stream().map(it -> it.callingWaves(names)).toList(),
        outcomes.map(it -> it.callingWaves(names)),
        models,
        run);
  }
}
