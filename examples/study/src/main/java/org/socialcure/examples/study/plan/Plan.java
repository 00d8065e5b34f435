package org.socialcure.examples.study.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.regression.Moments;

/**
 * What is to be scored and analysed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param title the heading of the report
 * @param seed the seed of every resampling
 * @param data how the file of answers is laid out
 * @param moments what stands in for a file of answers: the moments of the models' variables, as
 *     papers print them
 * @param instruments the questionnaires in it
 * @param identifications the counts of groups that people identify with
 * @param groups the lists of group memberships in it
 * @param services the use of health services in it
 * @param keep the columns to take along as they are
 * @param person the columns that hold one value a person, whatever the wave
 * @param labels what people call columns: those of the data as prepared, at one wave or at all
 * @param outcomes what is to be told of outcomes; empty if the plan does not ask
 * @param models the models to fit
 */
public record Plan(
    String title,
    long seed,
    DataSection data,
    Optional<Moments> moments,
    List<InstrumentSection> instruments,
    List<IdentificationSection> identifications,
    List<GroupSection> groups,
    List<ServiceSection> services,
    List<String> keep,
    List<String> person,
    Map<String, String> labels,
    Optional<OutcomesSection> outcomes,
    List<ModelSection> models) {
  /** Copies the collections and keeps their order. */
  public Plan {
    instruments = List.copyOf(instruments);
    identifications = List.copyOf(identifications);
    groups = List.copyOf(groups);
    services = List.copyOf(services);
    keep = List.copyOf(keep);
    person = List.copyOf(person);
    labels = Immutable.copyOf(labels);
    models = List.copyOf(models);
  }

  /**
   * Reads a plan.
   *
   * @param json the text of a plan file
   * @return the plan
   * @throws InvalidInputException if it is not a plan, with the path of every offending field
   */
  public static Plan read(String json) {
    return PlanReader.read(json);
  }
}
