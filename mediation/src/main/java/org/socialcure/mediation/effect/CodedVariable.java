package org.socialcure.mediation.effect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialcure.core.Numbers;
import org.socialcure.core.internal.Words;
import org.socialcure.mediation.model.CategoricalCoding;

/**
 * How a categorical variable was coded.
 *
 * <p>Immutable and thread-safe.
 *
 * @param variable the variable
 * @param scheme the scheme of its codes
 * @param levels its levels, in the order of the codes
 * @param columns the names of the code columns
 * @param codes a row a level, a column a code column
 * @since 0.1
 */
public record CodedVariable(
    String variable,
    CategoricalCoding.Scheme scheme,
    List<String> levels,
    List<String> columns,
    List<List<Double>> codes) {
  /** Copies the lists. */
  public CodedVariable {
    levels = List.copyOf(levels);
    columns = List.copyOf(columns);
    codes = codes.stream().map(List::copyOf).toList();
  }

  @Override
  public String toString() {
    return IntStream.range(0, levels.size())
        .mapToObj(
            level ->
                levels.get(level)
                    + codes.get(level).stream()
                        .map(Numbers::value)
                        .collect(Collectors.joining(", ", " (", ")")))
        .collect(Collectors.joining(", ", variable + ", " + Words.of(scheme) + " codes: ", ""));
  }

  /**
   * The level that stands for values of the code columns.
   *
   * @param at values by column
   * @return the level with these codes; empty if a code column has no value there or no level fits
   */
  public Optional<String> levelAt(Map<String, Double> at) {
    List<Double> wanted = columns.stream().map(at::get).toList();
    int level = codes.indexOf(wanted);
    return level < 0 ? Optional.empty() : Optional.of(levels.get(level));
  }
}
