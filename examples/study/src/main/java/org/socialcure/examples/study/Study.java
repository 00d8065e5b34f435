package org.socialcure.examples.study;

/** The main job. */
public final class Study {
  private Study() {}

  /**
   * Runs the job.
   *
   * @param args the command line
   */
  public static void main(String[] args) {}
}
