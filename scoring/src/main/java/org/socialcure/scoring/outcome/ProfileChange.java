package org.socialcure.scoring.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Numbers;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Table;
import org.socialcure.core.internal.jackson.MapperForm;
import org.socialcure.scoring.NotEstimable;

/**
 * The Pareto classification of changed profiles: better is who got better in some dimension and
 * worse in none, worse the other way round, mixed who did both (Devlin, Parkin and Browne 2010, doi
 * 10.1002/hec.1608).
 *
 * <p>It needs no weights of the dimensions against each other. It is of the people with all
 * dimensions at both waves.
 *
 * <p>Immutable and thread-safe.
 *
 * @param dimensions the columns of the dimensions, without a wave
 * @param leftOut how many people have a dimension at both waves, but not all
 * @param better those better in some and worse in none; empty without people
 * @param same those the same in all
 * @param worse those worse in some and better in none
 * @param mixed those better in some and worse in some
 * @since 0.1
 */
@MapperForm
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProfileChange(
    List<String> dimensions,
    int leftOut,
    Optional<Share> better,
    Optional<Share> same,
    Optional<Share> worse,
    Optional<Share> mixed) {
  /**
   * Checks that the four make up everybody.
   *
   * @throws InvalidInputException if they do not, or only some are there
   */
  public ProfileChange {
    dimensions = List.copyOf(dimensions);
    Objects.requireNonNull(better, "better");
    boolean all = better.isPresent() && same.isPresent() && worse.isPresent() && mixed.isPresent();
    boolean none = better.isEmpty() && same.isEmpty() && worse.isEmpty() && mixed.isEmpty();
    if (dimensions.isEmpty()
        || leftOut < 0
        || !(none
            || all
                && better.get().count()
                        + same.get().count()
                        + worse.get().count()
                        + mixed.get().count()
                    == better.get().of())) {
      throw new InvalidInputException("classes", "must make up everybody together");
    }
  }

  /**
   * The classification.
   *
   * @param data one row a person, with the columns {@code dimension@wave}
   * @param dimensions the ordinal columns, each with a better end
   * @param before the earlier wave
   * @param after the later wave
   * @param level the nominal coverage of the intervals
   * @return the shares of the four classes
   * @throws InvalidInputException if there is no dimension, one is named twice or has no better
   *     end, a column does not exist or is not numeric, or a value is outside of a dimension's
   *     range
   */
  public static ProfileChange of(
      Dataset data, List<Measure> dimensions, String before, String after, double level) {
    Waves.requireTwo(before, after);
    OrdinalItems.requireDirected("dimensions", dimensions);
    OutcomeSettings settings = OutcomeSettings.DEFAULT.withLevel(level);
    Profiles profiles = Profiles.of(data, dimensions, before, after);
    List<String> columns = dimensions.stream().map(Measure::column).toList();
    int n = profiles.people();
    if (n == 0) {
      return new ProfileChange(
          columns,
          profiles.leftOut(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    int[] counts = new int[4];
    for (int i = 0; i < n; i++) {
      counts[(profiles.better()[i] > 0 ? 1 : 0) + (profiles.worse()[i] > 0 ? 2 : 0)]++;
    }
    return new ProfileChange(
        columns,
        profiles.leftOut(),
        Optional.of(Share.of(counts[1], n, settings.level())),
        Optional.of(Share.of(counts[0], n, settings.level())),
        Optional.of(Share.of(counts[2], n, settings.level())),
        Optional.of(Share.of(counts[3], n, settings.level())));
  }

  /**
   * Why the shares are not there.
   *
   * @return the reason; empty if they are there
   */
  public Optional<NotEstimable> whyNot() {
    return better.isPresent() ? Optional.empty() : Optional.of(NotEstimable.TOO_FEW_PEOPLE);
  }

  /**
   * The classification as a table.
   *
   * @return a row a class
   */
  public Table table() {
    double level =
        better.map(share -> share.interval().level()).orElse(OutcomeSettings.DEFAULT.level());
    Table.Builder table =
        Table.titled("Profiles of " + dimensions.size() + " dimensions")
            .text("Class")
            .numbers("n", "Share")
            .interval(level);
    row(table, "better", better);
    row(table, "the same", same);
    row(table, "worse", worse);
    row(table, "mixed", mixed);
    whyNot().ifPresent(because -> table.note("The shares are " + because + "."));
    return table
        .note(
            "Better: better in some dimension and worse in none (Devlin 2010). Limits in percent."
                + " Left out: "
                + leftOut
                + " without all dimensions at both waves.")
        .build();
  }

  private static void row(Table.Builder table, String name, Optional<Share> share) {
    share.ifPresent(
        s ->
            table.row(
                Cell.text(name),
                Cell.count(s.count()),
                Cell.percent(s.value(), 1),
                Cell.interval(s.interval().times(100), 1)));
  }

  /**
   * The classes in a line.
   *
   * @return {@code "better 40.0%, the same 10.0%, worse 20.0%, mixed 30.0% of 100"}
   */
  @Override
  public String toString() {
    return better.isEmpty()
        ? "profiles " + NotEstimable.TOO_FEW_PEOPLE
        : "better "
            + percent(better)
            + ", the same "
            + percent(same)
            + ", worse "
            + percent(worse)
            + ", mixed "
            + percent(mixed)
            + " of "
            + better.get().of();
  }

  private static String percent(Optional<Share> share) {
    return Numbers.percent(share.map(Share::value).orElse(0.0), 1);
  }
}
