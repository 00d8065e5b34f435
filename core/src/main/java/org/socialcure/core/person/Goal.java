package org.socialcure.core.person;

import java.util.Objects;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Something that a person wants to reach, in their own words.
 *
 * <p>Immutable and thread-safe. {@code toString} shows the progress only.
 *
 * @param words what the person wants to reach; not null
 * @param progress how far it is reached; not null
 * @since 0.1
 */
@MapperForm
public record Goal(OwnWords words, Progress progress) {
  /** How far a goal is reached. */
  @MapperForm
  public enum Progress {
    /** Nothing has been done yet. */
    NOT_STARTED,
    /** The person is on the way. */
    UNDER_WAY,
    /** The goal is reached. */
    REACHED,
    /** The person no longer wants it. */
    DROPPED
  }

  /** Refuses null. */
  public Goal {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(progress, "progress");
  }

  /**
   * The progress and nothing else.
   *
   * @return for example {@code Goal[REACHED]}
   */
  @Override
  public String toString() {
    return "Goal[" + progress + "]";
  }
}
