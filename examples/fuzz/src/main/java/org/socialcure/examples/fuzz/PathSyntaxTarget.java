package org.socialcure.examples.fuzz;

import org.socialcure.mediation.model.PathModel;

/** Path models as text. */
public final class PathSyntaxTarget {
  private PathSyntaxTarget() {}

  /**
   * Tries one input.
   *
   * @param input the bytes of the text
   */
  public static void fuzzerTestOneInput(byte[] input) {
    Readers.readTwice(Readers.text(input), PathModel::parse, PathModel::syntax);
  }
}
