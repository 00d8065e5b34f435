/** Instruments as data, typed answers, people, groups and service use, and the numeric data set. */
// The validator is not on the compile path: the caller brings it, or does without. The library's
// other modules are compiled after this one.
@SuppressWarnings("module")
module org.socialcure.core {
  requires static org.jspecify;
  requires transitive jakarta.validation;
  requires transitive com.fasterxml.jackson.databind;
  requires de.siegmar.fastcsv;
  requires static tools.jackson.databind;

  exports org.socialcure.core;
  exports org.socialcure.core.answer;
  exports org.socialcure.core.data;
  exports org.socialcure.core.document;
  exports org.socialcure.core.exchange;
  exports org.socialcure.core.fhir;
  exports org.socialcure.core.instrument;
  exports org.socialcure.core.json;
  exports org.socialcure.core.person;
  exports org.socialcure.core.internal to
      org.socialcure.examples.study,
      org.socialcure.files,
      org.socialcure.mediation,
      org.socialcure.scoring;
  exports org.socialcure.core.internal.fhir to
      org.socialcure.scoring;
  exports org.socialcure.core.internal.file to
      org.socialcure.examples.study,
      org.socialcure.files,
      org.socialcure.mediation;
  exports org.socialcure.core.internal.numeric to
      org.socialcure.mediation,
      org.socialcure.scoring;
  exports org.socialcure.core.internal.resample to
      org.socialcure.mediation,
      org.socialcure.scoring;
  exports org.socialcure.core.internal.json to
      org.socialcure.examples.study,
      org.socialcure.mediation,
      org.socialcure.scoring;

  // Mappers make the serializers and deserializers that the types name.
  exports org.socialcure.core.internal.jackson to
      com.fasterxml.jackson.databind,
      org.socialcure.examples.study,
      org.socialcure.mediation,
      org.socialcure.scoring,
      tools.jackson.databind;

  uses org.socialcure.core.internal.json.JsonForms;

  provides org.socialcure.core.internal.json.JsonForms with
      org.socialcure.core.internal.codec.CoreForms;
  // A module of Jackson 3 cannot be provided here: without Jackson 3 Java would not start, for what
  // is provided has to be there at run time.
  provides com.fasterxml.jackson.databind.Module with
      org.socialcure.core.json.SocialCureModule;

  // Hibernate Validator reads the fields of records that bind forms.
  opens org.socialcure.core.answer to
      org.hibernate.validator;
}
