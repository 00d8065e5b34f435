package org.socialcure.core.person;

import java.util.Map;
import java.util.Objects;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * A line between two groups of a {@link SocialIdentityMap}. It has no direction.
 *
 * <p>Immutable and thread-safe. {@code toString} shows which groups it joins, not how.
 *
 * @param one the id of a group; not null
 * @param other the id of another group; not null
 * @param compatibility how easy it is to belong to both; not null
 * @since 0.1
 */
@MapperForm
public record GroupTie(String one, String other, GroupCompatibility compatibility) {
  /**
   * Checks the groups.
   *
   * @throws InvalidInputException if both are the same
   */
  public GroupTie {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(compatibility, "compatibility");
    if (one.equals(other)) {
      throw new InvalidInputException(
          Problem.coded(
              "other",
              ProblemCode.NOT_TWO_GROUPS,
              Map.of(),
              "must be another group than the first"));
    }
  }

  /**
   * Which groups are joined, not how.
   *
   * @return for example {@code GroupTie[g1, g2]}
   */
  @Override
  public String toString() {
    return "GroupTie[" + one + ", " + other + "]";
  }
}
