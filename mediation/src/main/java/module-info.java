/** Path models, their estimation and inference: mediation analysis on a {@code Dataset}. */
module org.socialcure.mediation {
  requires static org.jspecify;
  requires transitive org.socialcure.core;
  requires com.fasterxml.jackson.annotation;
  requires commons.math3;

  exports org.socialcure.mediation;
  exports org.socialcure.mediation.effect;
  exports org.socialcure.mediation.inference;
  exports org.socialcure.mediation.model;
  exports org.socialcure.mediation.prepost;
  exports org.socialcure.mediation.process;
  exports org.socialcure.mediation.regression;
  exports org.socialcure.mediation.report;

  provides org.socialcure.core.internal.json.JsonForms with
      org.socialcure.mediation.json.MediationForms;
}
