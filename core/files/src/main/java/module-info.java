/** Files of other programs: spreadsheets (.xlsx), SPSS (.sav, .zsav) and Stata (.dta). */
module org.socialcure.files {
  requires static org.jspecify;
  requires transitive org.socialcure.core;
  requires java.xml;

  exports org.socialcure.files;
}
