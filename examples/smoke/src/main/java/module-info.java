/** A modular application of the library: it runs only if every export and opens is in its place. */
module org.socialcure.examples.smoke {
  requires static org.jspecify;
  requires org.hibernate.validator;
  requires org.socialcure.mediation;
  requires org.socialcure.scoring;
}
