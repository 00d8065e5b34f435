/** A stranger's module. */
module outside {
  requires org.socialcure.files;
  requires org.socialcure.mediation;
  requires org.socialcure.scoring;
}
