package org.socialcure.core.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * The plan that a person and their link worker made together, in all its revisions.
 *
 * <p>Immutable and thread-safe. {@code toString} shows how many revisions and goals there are.
 *
 * @param revisions the plan as first made and each time it was changed, in order; at least one; not
 *     null
 * @since 0.1
 */
@MapperForm
public record Plan(List<Revision> revisions) {
  /**
   * The plan as it stood from a day on.
   *
   * @param date the day; not null
   * @param goals what the person wants to reach; may be empty; not null
   * @param notes what was noted; empty if nothing was; not null
   */
  @MapperForm
  public record Revision(LocalDate date, List<Goal> goals, Optional<OwnWords> notes) {
    /** Copies the list. */
    public Revision {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(notes, "notes");
      goals = List.copyOf(goals);
    }

    /**
     * How many goals there are.
     *
     * @return for example {@code Revision[2 goals]}
     */
    @Override
    public String toString() {
      return "Revision[" + PersonText.count(goals.size(), "goal") + "]";
    }
  }

  /**
   * Copies the list and checks the order.
   *
   * @throws org.socialcure.core.InvalidInputException if there is no revision, or one is dated
   *     before an earlier one
   */
  public Plan {
    revisions = List.copyOf(revisions);
    Problems problems = new Problems();
    problems.require(
        !revisions.isEmpty(),
        Problem.coded(
            "revisions",
            ProblemCode.NOTHING_LISTED,
            Map.of(),
            "must hold one; leave the plan out if there is none"));
    for (int i = 1; i < revisions.size(); i++) {
      problems.require(
          !revisions.get(i).date().isBefore(revisions.get(i - 1).date()),
          Problem.coded(
              "revisions[" + i + "].date",
              ProblemCode.DATES_NOT_IN_ORDER,
              Map.of(),
              "must not be before that of the revision before it; put them in order"));
    }
    problems.throwIfAny();
  }

  /**
   * A plan as first made.
   *
   * @param date the day
   * @param goals what the person wants to reach
   * @return the plan
   */
  public static Plan of(LocalDate date, Goal... goals) {
    return new Plan(List.of(new Revision(date, List.of(goals), Optional.empty())));
  }

  /**
   * This plan with one more revision.
   *
   * @param more the plan as changed
   * @return the changed plan
   * @throws org.socialcure.core.InvalidInputException if it is dated before the last revision
   */
  public Plan with(Revision more) {
    return new Plan(PersonText.append(revisions, more));
  }

  /**
   * The plan as it stands.
   *
   * @return the last revision
   */
  public Revision current() {
    return revisions.get(revisions.size() - 1);
  }

  /**
   * How many revisions and goals there are, and none of them.
   *
   * @return for example {@code Plan[2 revisions, 3 goals]}
   */
  @Override
  public String toString() {
    return "Plan["
        + PersonText.count(revisions.size(), "revision")
        + ", "
        + PersonText.count(current().goals().size(), "goal")
        + "]";
  }
}
