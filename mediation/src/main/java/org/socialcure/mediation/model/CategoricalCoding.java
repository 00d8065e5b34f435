package org.socialcure.mediation.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.core.internal.Nearest;
import org.socialcure.core.internal.jackson.MapperForm;

/**
 * How a categorical variable of k levels becomes k − 1 code columns.
 *
 * <p>Levels are taken in the order of the data, numbers ascending and words as they first occur,
 * unless {@link #startingWith} names those that come first; the very first is the reference of
 * indicator and effect coding. Immutable and thread-safe.
 *
 * @param scheme the scheme
 * @param codes for {@link Scheme#CUSTOM} one row a level with k − 1 codes; empty otherwise
 * @param first the levels that come first, as they stand in the data; the others follow in the
 *     order of the data
 * @since 0.1
 */
public record CategoricalCoding(Scheme scheme, List<List<Double>> codes, List<String> first) {
  /** The schemes. */
  @MapperForm
  public enum Scheme {
    /** Each level against the first. */
    INDICATOR,
    /** Each level against the one before it. */
    SEQUENTIAL,
    /** Each level against the mean of the later ones. */
    HELMERT,
    /** Each level but the first against the mean of all levels; the first is coded −1. */
    EFFECT,
    /** Codes given by the user. */
    CUSTOM;
  }

  /**
   * Copies the lists.
   *
   * @throws InvalidInputException if a custom coding has no codes or another has some, or a level
   *     is named twice
   */
  public CategoricalCoding {
    Objects.requireNonNull(scheme, "scheme");
    codes = codes.stream().map(List::copyOf).toList();
    first = List.copyOf(first);
    if (Set.copyOf(first).size() < first.size()) {
      throw new InvalidInputException("levels", "a level is named twice; name each once");
    }
    if (scheme == Scheme.CUSTOM == codes.isEmpty()) {
      throw new InvalidInputException(
          "coding",
          scheme == Scheme.CUSTOM
              ? "custom coding needs a row of codes for each level"
              : "only custom coding takes codes");
    }
  }

  /**
   * A scheme without codes of its own.
   *
   * @param scheme any scheme but custom
   * @return the coding
   */
  public static CategoricalCoding of(Scheme scheme) {
    return new CategoricalCoding(scheme, List.of(), List.of());
  }

  /**
   * Codes of one's own.
   *
   * @param codes one row a level, in the order of the levels, with k − 1 codes
   * @return the coding
   */
  public static CategoricalCoding custom(List<List<Double>> codes) {
    return new CategoricalCoding(Scheme.CUSTOM, codes, List.of());
  }

  /**
   * The same coding with an order of the levels.
   *
   * @param levels the levels that come first, as they stand in the data: one to choose the
   *     reference, or all to choose their order; the others follow in the order of the data
   * @return the coding
   * @throws InvalidInputException if a level is named twice
   */
  public CategoricalCoding startingWith(String... levels) {
    return startingWith(List.of(levels));
  }

  /**
   * The same coding with an order of the levels.
   *
   * @param levels the levels that come first, as they stand in the data: one to choose the
   *     reference, or all to choose their order; the others follow in the order of the data
   * @return the coding
   * @throws InvalidInputException if a level is named twice
   */
  public CategoricalCoding startingWith(List<String> levels) {
    return new CategoricalCoding(scheme, codes, levels);
  }

  /**
   * Puts the levels of a variable in order.
   *
   * @param variable the variable, for messages
   * @param levels its levels in the order of the data: numbers ascending, words as they first occur
   * @return the levels that come first, then the others
   * @throws InvalidInputException if the variable lacks a level that is to come first; the message
   *     counts the levels there are and proposes the nearest
   */
  public List<String> order(String variable, Collection<String> levels) {
    Objects.requireNonNull(variable, "variable");
    Problems problems = new Problems();
    for (String level : first) {
      if (!levels.contains(level)) {
        problems.add(
            "coding of " + variable,
            "no row that is used has the level '"
                + level
                + "'"
                + Nearest.among(level, levels, "levels"));
      }
    }
    problems.throwIfAny();
    List<String> ordered = new ArrayList<>(first);
    levels.stream().filter(level -> !first.contains(level)).forEach(ordered::add);
    return List.copyOf(ordered);
  }

  /**
   * The code matrix for a variable of k levels.
   *
   * @param variable the variable, for messages
   * @param k the number of levels, at least 2
   * @return k rows of k − 1 codes
   * @throws InvalidInputException if custom codes do not fit k levels
   */
  public double[][] matrix(String variable, int k) {
    Objects.requireNonNull(variable, "variable");
    double[][] matrix = new double[k][k - 1];
    for (int level = 0; level < k; level++) {
      for (int j = 0; j < k - 1; j++) {
        matrix[level][j] =
            switch (scheme) {
              case INDICATOR -> level == j + 1 ? 1 : 0;
              case SEQUENTIAL -> level > j ? 1 : 0;
              case HELMERT -> helmert(level, j, k);
              case EFFECT -> level == 0 ? -1 : level == j + 1 ? 1 : 0;
              case CUSTOM -> custom(variable, level, j, k);
            };
      }
    }
    return matrix;
  }

  private static double helmert(int level, int j, int k) {
    int later = k - j - 1;
    return level < j ? 0 : level == j ? -(double) later / (later + 1) : 1.0 / (later + 1);
  }

  private double custom(String variable, int level, int j, int k) {
    boolean fits = codes.size() == k && codes.stream().allMatch(row -> row.size() == k - 1);
    if (!fits) {
      throw new InvalidInputException(
          "coding of " + variable,
          "the variable has "
              + k
              + " levels, so custom coding needs "
              + k
              + " rows of "
              + (k - 1)
              + " codes");
    }
    return codes.get(level).get(j);
  }

  /**
   * What each code column contrasts.
   *
   * @param levels the levels in the order of the codes
   * @return for example {@code woman}, or {@code high vs low}; one fewer than levels
   */
  public List<String> contrasts(List<String> levels) {
    List<String> contrasts = new ArrayList<>();
    for (int j = 0; j < levels.size() - 1; j++) {
      contrasts.add(
          switch (scheme) {
            case INDICATOR, EFFECT -> levels.get(j + 1);
            case SEQUENTIAL -> levels.get(j + 1) + " vs " + levels.get(j);
            case HELMERT -> "later vs " + levels.get(j);
            case CUSTOM -> "code " + (j + 1);
          });
    }
    return contrasts;
  }

  /**
   * The names of the code columns.
   *
   * @param variable the variable
   * @param levels its levels in order
   * @return k − 1 names, such as {@code educ[bach]} for indicator coding
   */
  public List<String> columnNames(String variable, List<String> levels) {
    Objects.requireNonNull(variable, "variable");
    return contrasts(levels).stream().map(contrast -> variable + "[" + contrast + "]").toList();
  }
}
