/** The study end to end: the main job of the examples. */
module org.socialcure.examples.study {
  requires static org.jspecify;
  requires org.socialcure.scoring;
  requires org.socialcure.mediation;
  requires info.picocli;

  opens org.socialcure.examples.study to
      info.picocli;
}
