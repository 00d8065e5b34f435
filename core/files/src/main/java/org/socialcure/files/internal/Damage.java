package org.socialcure.files.internal;

import org.socialcure.core.InvalidInputException;

/** Refusals of files that contradict their own format, which say where and hold no value. */
final class Damage {
  private static final String REMEDY =
      "; the file is truncated or damaged: copy it anew, or save it again in the program it is from";

  private Damage() {}

  /** A file that is not what its format says it must be. */
  static InvalidInputException at(String place, String what) {
    return new InvalidInputException(place, what + REMEDY);
  }
}
