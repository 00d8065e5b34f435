package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Names;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * Which groups of people are compared, with which of them, and for what else the comparison is
 * adjusted.
 *
 * <pre>{@code
 * Grouping.by("sex", "woman").adjustingFor("age");
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param column the column of the groups, of words or numbers
 * @param reference the group that each other is compared with, as it stands in the column
 * @param covariates columns that the adjusted difference is adjusted for beside the value before;
 *     words are taken as categories
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record Grouping(String column, String reference, List<String> covariates) {
  /**
   * Checks the names.
   *
   * @throws InvalidInputException if one is blank, or a covariate is named twice or is the column
   *     of the groups
   */
  public Grouping {
    Names.requireText("column", column);
    Names.requireText("reference", reference);
    covariates = List.copyOf(covariates);
    Problems problems = new Problems();
    for (int i = 0; i < covariates.size(); i++) {
      String name = covariates.get(i);
      problems.require(
          !name.equals(column) && covariates.indexOf(name) == i,
          "covariates[" + i + "]",
          "is named twice or holds the groups");
    }
    problems.throwIfAny();
  }

  /**
   * Groups without covariates.
   *
   * @param column the column of the groups
   * @param reference the group that each other is compared with
   * @return the grouping
   * @throws InvalidInputException if one is blank
   */
  public static Grouping by(String column, String reference) {
    return new Grouping(column, reference, List.of());
  }

  /**
   * The same groups, the adjusted difference being adjusted for more columns.
   *
   * @param more the columns, such as {@code age}
   * @return the changed grouping
   * @throws InvalidInputException if one is named twice or is the column of the groups
   */
  public Grouping adjustingFor(String... more) {
    List<String> all = new ArrayList<>(covariates);
    all.addAll(List.of(more));
    return new Grouping(column, reference, all);
  }

  /**
   * The grouping in words.
   *
   * @return {@code "by sex, each with woman, adjusted for age"}
   */
  @Override
  public String toString() {
    return "by "
        + column
        + ", each with "
        + reference
        + (covariates.isEmpty() ? "" : ", adjusted for " + String.join(", ", covariates));
  }
}
