package org.socialcure.scoring.fhir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.fhir.Fhir;
import org.socialcure.core.fhir.FhirReference;
import org.socialcure.core.fhir.FhirResource;
import org.socialcure.core.fhir.ResponseDetails;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.internal.Words;
import org.socialcure.core.internal.fhir.Tree;
import org.socialcure.core.person.Assessment;
import org.socialcure.scoring.ScoreSheet;
import org.socialcure.scoring.Scorer;

/**
 * Scores as {@code Observation}s, and the questionnaires of an assessment with their scores as a
 * {@code Bundle}.
 *
 * <p>Each scale is one observation of the category survey. Its code is the one of LOINC or SNOMED
 * CT where the instrument knows it, and always the one of the instrument's own code system. It has
 * a value in {@code {score}}, or says by {@code dataAbsentReason} why there is none; {@code method}
 * tells how it was scored, notes tell what was done about missing answers and whether the scoring
 * is unverified. It is interpreted only where the scale has a default band whose cut comes from a
 * source. The lowest and highest possible score stand in words, never as numbers that could be
 * taken for what is normal.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class FhirScores {
  private final Fhir fhir;

  private FhirScores(Fhir fhir) {
    this.fhir = fhir;
  }

  /**
   * Scores in the way in which FHIR is written otherwise.
   *
   * @param fhir the settings; not null
   * @return the writer
   */
  public static FhirScores by(Fhir fhir) {
    return new FhirScores(Objects.requireNonNull(fhir, "fhir"));
  }

  /**
   * The scores of responses.
   *
   * @param responses the responses, which are scored; not null
   * @param details about whom, when and by whom; not null
   * @param response where the response itself is; not null
   * @return an {@code Observation} for each scale of the instrument
   */
  public List<FhirResource> observations(
      Responses responses, ResponseDetails details, FhirReference response) {
    return observations(
        responses.instrument(), Scorer.score(responses), details, Optional.of(response));
  }

  /**
   * The scores of a sheet that was made before.
   *
   * @param instrument the instrument of the sheet; not null
   * @param sheet the scores; not null
   * @param details about whom, when and by whom; not null
   * @param response where the responses are that were scored; empty if they are nowhere; not null
   * @return an {@code Observation} for each result of the sheet
   * @throws InvalidInputException if the sheet is of another instrument or another version of it
   */
  public List<FhirResource> observations(
      Instrument instrument,
      ScoreSheet sheet,
      ResponseDetails details,
      Optional<FhirReference> response) {
    if (!sheet.instrument().equals(instrument.id())
        || !sheet.version().equals(instrument.version())) {
      throw new InvalidInputException(
          "sheet", "is not of " + instrument.id() + " in version " + instrument.version());
    }
    ObservationWriter writer = new ObservationWriter(fhir, instrument, details, response);
    return sheet.results().stream().map(writer::observation).toList();
  }

  /**
   * The questionnaires of an assessment and their scores: each response, followed by an observation
   * for each of its scales. Groups and service use, which are no questionnaires, are not in it, and
   * neither is the label of the wave.
   *
   * <p>The resources refer to each other by addresses that are made of everything that is known of
   * them, so that the same assessment makes the same bundle.
   *
   * @param assessment the assessment; not null
   * @param details about whom, when and by whom; the day of the assessment counts where they say
   *     nothing of when; an id is not taken, since a bundle holds several resources; not null
   * @param type what the bundle is for; not null
   * @return a {@code Bundle}
   * @throws InvalidInputException if the assessment holds no questionnaire
   */
  public FhirResource bundle(Assessment assessment, ResponseDetails details, BundleType type) {
    if (assessment.responses().isEmpty()) {
      throw new InvalidInputException(
          "assessment", "holds no questionnaire, so that there is nothing to put into a bundle");
    }
    ResponseDetails dated =
        new ResponseDetails(
            Optional.empty(),
            details.subject(),
            details.author(),
            details.authored().or(() -> assessment.date().map(Object::toString)),
            details.status());
    List<Tree> entries = new ArrayList<>();
    for (Responses responses : assessment.responses()) {
      FhirResource response = fhir.response(responses, dated);
      String address = address(assessment.wave(), response);
      entries.add(entry(address, response, type));
      for (FhirResource observation : observations(responses, dated, FhirReference.to(address))) {
        entries.add(entry(address(assessment.wave(), observation), observation, type));
      }
    }
    return FhirResource.of(
        new Tree()
            .put("resourceType", "Bundle")
            .put("type", Words.of(type))
            .put("entry", entries)
            .map());
  }

  /** Of everything that is known: two people with the same answers are two all the same. */
  private static String address(String wave, FhirResource resource) {
    String all = wave + " " + resource.jsonLine();
    return "urn:uuid:" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }

  private static Tree entry(String address, FhirResource resource, BundleType type) {
    Tree entry = new Tree().put("fullUrl", address).put("resource", resource.fields());
    return type == BundleType.TRANSACTION
        ? entry.put("request", new Tree().put("method", "POST").put("url", resource.type()))
        : entry;
  }

  /**
   * How it is written.
   *
   * @return {@code "scores in FHIR R4 at https://example.org/fhir, …"}
   */
  @Override
  public String toString() {
    return "scores in " + fhir;
  }
}
