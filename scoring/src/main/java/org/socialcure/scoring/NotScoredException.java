package org.socialcure.scoring;

import java.util.Objects;

/**
 * A score was asked for that does not exist because answers are missing.
 *
 * <p>Thrown only by the methods that return a {@link Score} outright, such as {@link
 * ScoreSheet#total()}. Whoever expects incomplete forms asks for the {@link
 * ScoreSheet#result(String) result} instead, which is a value in either case.
 *
 * @since 0.1
 */
public final class NotScoredException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final transient NotScored result;

  /**
   * Creates the exception.
   *
   * @param result what was not scored and why
   */
  public NotScoredException(NotScored result) {
    super(
        Objects.requireNonNull(result, "result")
            + "; result(\""
            + result.scale()
            + "\") gives this as a value");
    this.result = result;
  }

  /**
   * What was not scored and why.
   *
   * @return the result that took the place of the score
   */
  public NotScored result() {
    return result;
  }
}
