package org.socialcure.scoring.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.socialcure.core.answer.Answer;
import org.socialcure.core.fhir.Fhir;
import org.socialcure.core.fhir.FhirReference;
import org.socialcure.core.fhir.FhirResource;
import org.socialcure.core.fhir.ResponseDetails;
import org.socialcure.core.fhir.ResponseStatus;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Scale;
import org.socialcure.core.internal.fhir.InstrumentCodes;
import org.socialcure.core.internal.fhir.Terms;
import org.socialcure.core.internal.fhir.Tree;
import org.socialcure.scoring.Completeness;
import org.socialcure.scoring.NotScored;
import org.socialcure.scoring.ScaleResult;
import org.socialcure.scoring.Score;
import org.socialcure.scoring.ScoreBand;

/** Writes the results of one instrument. */
final class ObservationWriter {
  private static final String CATEGORIES =
      "http://terminology.hl7.org/CodeSystem/observation-category";

  private final Instrument instrument;
  private final InstrumentCodes codes;
  private final ResponseDetails details;
  private final Optional<FhirReference> response;

  ObservationWriter(
      Fhir fhir, Instrument instrument, ResponseDetails details, Optional<FhirReference> response) {
    this.instrument = instrument;
    this.codes = new InstrumentCodes(fhir.base(), instrument);
    this.details = details;
    this.response = response;
  }

  FhirResource observation(ScaleResult result) {
    Scale scale = instrument.scale(result.scale());
    Tree observation =
        new Tree()
            .put("resourceType", "Observation")
            .put("status", status())
            .put("category", List.of(concept(CATEGORIES, "survey", "Survey", Optional.empty())))
            .put("code", new Tree().put("coding", codes.scale(scale)).put("text", result.label()))
            .put("subject", details.subject().map(ObservationWriter::reference))
            .put("effectiveDateTime", details.authored())
            .put("performer", performers());
    if (result instanceof Score score) {
      observation.put(
          "valueQuantity",
          new Tree()
              .put("value", Tree.number(score.value()))
              .put("unit", Terms.SCORE_UNIT)
              .put("system", Terms.UCUM)
              .put("code", Terms.SCORE_UNIT));
      observation.put("interpretation", interpretation(score));
    } else if (result instanceof NotScored missing) {
      observation.put("dataAbsentReason", absence(missing));
    }
    return FhirResource.of(
        observation
            .put("note", notes(result))
            .put("method", new Tree().put("text", method(scale, rule(result))))
            .put("derivedFrom", response.stream().map(ObservationWriter::reference).toList())
            .put("component", target(result))
            .map());
  }

  private String status() {
    return details.status().filter(ResponseStatus.IN_PROGRESS::equals).isPresent()
        ? "preliminary"
        : details.status().filter(ResponseStatus.AMENDED::equals).isPresent() ? "amended" : "final";
  }

  private static Tree concept(String system, String code, String display, Optional<String> text) {
    return new Tree()
        .put("coding", List.of(Tree.coding(system, code, Optional.of(display))))
        .put("text", text);
  }

  private static Tree reference(FhirReference to) {
    return new Tree()
        .put("reference", to.reference())
        .put("identifier", new Tree().put("system", to.system()).put("value", to.value()));
  }

  /** A device can fill in a form, but in R4 it cannot perform an observation. */
  private List<Tree> performers() {
    return details.author().stream()
        .filter(author -> author.reference().filter(to -> to.contains("Device/")).isEmpty())
        .map(ObservationWriter::reference)
        .toList();
  }

  private List<Tree> interpretation(Score score) {
    return score.band().stream()
        .filter(band -> band.evidence().isSourced())
        .map(band -> interpretation(score.scale(), band))
        .toList();
  }

  private Tree interpretation(String scale, ScoreBand band) {
    return concept(
        codes.system(),
        InstrumentCodes.band(scale, band.scheme(), band.id()),
        band.label(),
        Optional.of(band.toString()));
  }

  private static Tree absence(NotScored missing) {
    String code =
        switch (missing.reason()) {
          case MISSING_ITEMS, NO_ANSWERS -> "unknown";
          case DECLINED -> Terms.reason(Answer.Missing.DECLINED);
          case NOT_APPLICABLE -> Terms.reason(Answer.Missing.NOT_APPLICABLE);
          case NOT_ASKED -> Terms.reason(Answer.Missing.NOT_ASKED);
        };
    return new Tree()
        .put("coding", List.of(Tree.coding(Terms.DATA_ABSENT_REASONS, code, Optional.empty())))
        .put("text", missing.reason().toString());
  }

  /** A sheet may have been made by another rule than the instrument at hand has. */
  private static MissingRule rule(ScaleResult result) {
    return result instanceof Score score ? score.missingRule() : ((NotScored) result).missingRule();
  }

  private String method(Scale scale, MissingRule rule) {
    return instrument.name()
        + ", version "
        + instrument.version()
        + ": "
        + scale.scoring()
        + " of "
        + scale.items().size()
        + (scale.items().size() == 1 ? " item, " : " items, ")
        + rule
        + "; possible scores "
        + instrument.range(scale)
        + ", higher = "
        + scale.higherMeans();
  }

  private List<Tree> notes(ScaleResult result) {
    List<Tree> notes = new ArrayList<>();
    if (result.answered() < result.items()) {
      String treatment =
          result instanceof Score score && score.completeness() != Completeness.COMPLETE
              ? ", " + score.completeness()
              : "";
      notes.add(
          note(result.answered() + " of " + result.items() + " items answered" + treatment + "."));
    }
    if (result instanceof Score score) {
      if (score.missingRule() instanceof MissingRule.Overridden overridden) {
        notes.add(
            note(
                "Scored by the rule "
                    + overridden.override().id()
                    + " for missing answers, which is not the published one."));
      }
      score
          .bandIfRounded()
          .ifPresent(
              other ->
                  notes.add(
                      note("Rounded to a whole number it would be \"" + other.label() + "\".")));
    }
    if (instrument.scoringEvidence(instrument.scale(result.scale())) == Evidence.MEMORY_ONLY) {
      notes.add(note("Unverified: how it is scored was not seen in a source."));
    }
    return notes;
  }

  private static Tree note(String text) {
    return new Tree().put("text", text);
  }

  private List<Tree> target(ScaleResult result) {
    return result.target().stream()
        .map(
            group ->
                new Tree()
                    .put(
                        "code",
                        concept(
                            codes.system(),
                            InstrumentCodes.TARGET,
                            InstrumentCodes.TARGET_LABEL,
                            Optional.empty()))
                    .put("valueString", group))
        .toList();
  }
}
