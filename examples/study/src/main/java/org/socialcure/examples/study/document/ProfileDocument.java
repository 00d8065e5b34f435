package org.socialcure.examples.study.document;

import java.util.Map;
import org.socialcure.scoring.outcome.ProfileChange;

/**
 * How profiles changed from one wave to another.
 *
 * <p>Immutable and thread-safe.
 *
 * @param first the earlier wave
 * @param last the later wave
 * @param change who got better, worse, neither or both
 */
public record ProfileDocument(String first, String last, ProfileChange change) {
  /**
   * The same profiles to be told, its waves called by what people call them.
   *
   * @param names the names for people by wave; a wave without one keeps its own
   * @return the profiles for people
   */
  public ProfileDocument callingWaves(Map<String, String> names) {
    return new ProfileDocument(
        names.getOrDefault(first, first), names.getOrDefault(last, last), change);
  }
}
