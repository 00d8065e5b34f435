/** A stranger's module. */
module outside {
  requires org.socialcure.mediation;
  requires org.socialcure.scoring;
  requires tools.jackson.databind;

  exports outside;
}
