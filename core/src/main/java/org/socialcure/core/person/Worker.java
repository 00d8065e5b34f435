package org.socialcure.core.person;

import java.util.Objects;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The one who walks the pathway with a person. People of one worker are more alike than others;
 * results can be clustered by the key.
 *
 * <p>Immutable and thread-safe. {@code toString} shows the role only.
 *
 * @param key what tells the worker from others and means nothing to this library; not null, not
 *     blank, at most {@value Participant#LONGEST_KEY} characters
 * @param role what they are; not null
 * @since 0.1
 */
@MapperForm
public record Worker(String key, Role role) {
  /** What a worker is. */
  @MapperForm
  public enum Role {
    /** A link worker, also called social prescriber or wellbeing coordinator. */
    LINK_WORKER,
    /** A health coach. */
    HEALTH_COACH,
    /** Anyone else. */
    OTHER
  }

  /**
   * Checks the key.
   *
   * @throws org.socialcure.core.InvalidInputException if it is blank or too long
   */
  public Worker {
    Objects.requireNonNull(role, "role");
    Problems problems = new Problems();
    PersonText.check(problems, "key", key, Participant.LONGEST_KEY);
    problems.throwIfAny();
  }

  /**
   * A link worker.
   *
   * @param key what tells the worker from others
   * @return the worker
   * @throws org.socialcure.core.InvalidInputException if the key is blank or too long
   */
  public static Worker linkWorker(String key) {
    return new Worker(key, Role.LINK_WORKER);
  }

  /**
   * The role and nothing else.
   *
   * @return for example {@code Worker[LINK_WORKER]}
   */
  @Override
  public String toString() {
    return "Worker[" + role + "]";
  }
}
