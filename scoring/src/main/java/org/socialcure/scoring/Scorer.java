package org.socialcure.scoring;

/** The front door of this module. */
public final class Scorer {
  private Scorer() {}
}
