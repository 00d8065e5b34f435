package org.socialcure.core.person;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.answer.Mycaw;
import org.socialcure.core.answer.Responses;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A filled-in Measure Yourself Concerns and Wellbeing: what troubles the person, in their own
 * words, and how much (Paterson et al. 2007, doi 10.1016/j.ctim.2006.03.006).
 *
 * <p>The concerns are named once. At follow-up the person rates the same ones again, word for word,
 * so that {@link #followUp} carries them; a change is one only between ratings of the {@linkplain
 * #hasConcernsOf same concerns}.
 *
 * <p>The words are for the person and who works with them. They stand in the JSON form of this
 * value and nowhere else: not in {@link #responses()}, scores, data sets, messages or {@code
 * toString}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param firstConcern the first concern; not null
 * @param secondConcern the second; empty if the person named one; not null
 * @param ratings how much each troubles the person, and their wellbeing; not null
 * @since 0.1
 */
@MapperForm
public record MycawForm(OwnWords firstConcern, Optional<OwnWords> secondConcern, Mycaw ratings) {
  /**
   * Checks the parts.
   *
   * @throws InvalidInputException if a second concern is rated that was not named
   */
  public MycawForm {
    Objects.requireNonNull(firstConcern, "firstConcern");
    Objects.requireNonNull(secondConcern, "secondConcern");
    Objects.requireNonNull(ratings, "ratings");
    if (secondConcern.isEmpty() && ratings.secondConcern() != null) {
      throw new InvalidInputException(
          Problem.coded(
              "mycaw, item second-concern",
              ProblemCode.CONCERN_NOT_NAMED,
              Map.of(),
              "is rated, but no second concern was named; name it, or leave the rating out"));
    }
  }

  /**
   * The same concerns, rated again.
   *
   * @param again the ratings at follow-up
   * @return the form at follow-up
   * @throws InvalidInputException if a second concern is rated that was not named
   */
  public MycawForm followUp(Mycaw again) {
    return new MycawForm(firstConcern, secondConcern, again);
  }

  /**
   * Whether two forms are about the same concerns, word for word and in the same places, so that
   * their ratings can be compared.
   *
   * @param other another form
   * @return whether they are
   */
  public boolean hasConcernsOf(MycawForm other) {
    return firstConcern.equals(other.firstConcern) && secondConcern.equals(other.secondConcern);
  }

  /**
   * The ratings without the words, for scoring and for an {@link Assessment}.
   *
   * @return the responses
   * @throws InvalidInputException if a rating is not permitted
   */
  public Responses responses() {
    return ratings.toResponses();
  }

  /**
   * How much was filled in, never what.
   *
   * @return {@code "2 concerns, mycaw: 3 of 3 items answered"}
   */
  @Override
  public String toString() {
    return PersonText.count(secondConcern.isPresent() ? 2 : 1, "concern") + ", " + ratings;
  }
}
