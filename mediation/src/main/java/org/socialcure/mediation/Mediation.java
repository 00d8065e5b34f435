package org.socialcure.mediation;

/** The front door of this module. */
public final class Mediation {
  private Mediation() {}
}
