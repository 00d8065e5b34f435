/** Instruments as data, typed answers, people, groups and service use, and the numeric data set. */
module org.socialcure.core {
  requires static org.jspecify;
  requires transitive jakarta.validation;
  requires com.fasterxml.jackson.core;
  requires de.siegmar.fastcsv;

  exports org.socialcure.core;
  exports org.socialcure.core.answer;
  exports org.socialcure.core.data;
  exports org.socialcure.core.instrument;
  exports org.socialcure.core.json;

  // Hibernate Validator reads the fields of the typed answer records. It is the caller's to bring.
  opens org.socialcure.core.answer to
      org.hibernate.validator;
}
