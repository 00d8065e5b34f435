/** Scores, bands, change and reliability of the instruments in {@code org.socialcure.core}. */
module org.socialcure.scoring {
  requires static org.jspecify;
  requires transitive org.socialcure.core;
  requires commons.math3;

  exports org.socialcure.scoring;
  exports org.socialcure.scoring.change;
  exports org.socialcure.scoring.contact;
  exports org.socialcure.scoring.fhir;
  exports org.socialcure.scoring.outcome;
  exports org.socialcure.scoring.reliability;
  exports org.socialcure.scoring.utility;

  provides org.socialcure.core.internal.json.JsonForms with
      org.socialcure.scoring.internal.ScoringForms;
}
