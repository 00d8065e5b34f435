/** The study end to end: the main job of the examples. */
module org.socialcure.examples.study {
  requires static org.jspecify;
  requires org.socialcure.files;
  requires org.socialcure.scoring;
  requires org.socialcure.mediation;
  requires info.picocli;

  exports org.socialcure.examples.study;
  exports org.socialcure.examples.study.document;
  exports org.socialcure.examples.study.plan;
  exports org.socialcure.examples.study.simulation;

  opens org.socialcure.examples.study to
      info.picocli;
}
