package org.socialcure.scoring.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.socialcure.core.Interval;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.ForestPlot;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;

/** Tells who of a cohort stayed. */
final class StayedTables {
  private final List<WhoStayed.Wave> waves;
  private final List<WhoStayed.Departure> departures;
  private final List<WhoStayed.MissingValues> missing;

  StayedTables(
      List<WhoStayed.Wave> waves,
      List<WhoStayed.Departure> departures,
      List<WhoStayed.MissingValues> missing) {
    this.waves = waves;
    this.departures = departures;
    this.missing = missing;
  }

  Section section(String id, List<String> cautions) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(waves());
    cautions.forEach(caution -> blocks.add(new Block.Paragraph(caution)));
    for (WhoStayed.Departure departure : departures) {
      blocks.add(differences(departure));
      plot(departure).ifPresent(blocks::add);
    }
    if (!missing.isEmpty()) {
      blocks.add(missing());
    }
    return Section.of(id, "Who stayed", blocks);
  }

  private double level() {
    return waves.stream()
        .flatMap(wave -> wave.retained().stream())
        .findFirst()
        .map(share -> share.interval().level())
        .orElse(OutcomeSettings.DEFAULT.level());
  }

  Table waves() {
    Table.Builder table =
        Table.titled("Who stayed")
            .text("Wave")
            .numbers("There", "Of the first", "Retention")
            .interval(level());
    for (WhoStayed.Wave wave : waves) {
      table.row(
          Cell.text(wave.wave()),
          Cell.count(wave.there()),
          wave.retained().map(share -> Cell.count(share.count())).orElseGet(Cell::empty),
          percent(wave.retained()),
          limits(wave.retained()));
    }
    return table
        .note(
            "There: with a value in any column of the wave. Retention: of the people of the first"
                + " wave, with Wilson's interval in percent.")
        .build();
  }

  private static Cell percent(Optional<Share> share) {
    return share.map(s -> Cell.percent(s.value(), 1)).orElseGet(Cell::empty);
  }

  private static Cell limits(Optional<Share> share) {
    return Cell.interval(share.map(s -> s.interval().times(100)), 1);
  }

  private Table differences(WhoStayed.Departure departure) {
    Table.Builder table =
        Table.titled("At the start, those who stayed until " + departure.wave())
            .text("What")
            .numbers("n stayed", "Mean", "SD", "n left", "Mean", "SD", "Difference")
            .interval(level());
    for (BaselineDifference it : departure.differences()) {
      table.row(
          Cell.text(it.label()),
          Cell.count(it.stayed().n()),
          Cell.of(it.stayed().mean(), v -> Cell.number(v, 2)),
          Cell.of(it.stayed().sd(), v -> Cell.number(v, 2)),
          Cell.count(it.left().n()),
          Cell.of(it.left().mean(), v -> Cell.number(v, 2)),
          Cell.of(it.left().sd(), v -> Cell.number(v, 2)),
          Cell.of(it.difference(), v -> Cell.number(v, 2)),
          Cell.interval(it.interval(), 2));
      it.because().ifPresent(because -> table.note(it.label() + ": " + because + "."));
    }
    return table
        .note(
            "Difference: stayed minus left, by the root of the unweighted mean of the two variances,"
                + " in the order of their size; large-sample interval (Bonett 2008). Of a category"
                + " the mean is the share.")
        .build();
  }

  Optional<ForestPlot> plot(WhoStayed.Departure departure) {
    List<ForestPlot.Row> rows = new ArrayList<>();
    for (BaselineDifference it : departure.differences()) {
      Optional<Interval> interval = it.interval();
      interval.ifPresent(
          i -> rows.add(new ForestPlot.Estimate(it.label(), it.difference().orElseThrow(), i, 2)));
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ForestPlot(
            "Those who stayed until " + departure.wave() + " against those who left",
            "Standardised differences at the start, stayed minus left",
            List.of(new ForestPlot.Panel("Standardised difference", 0, rows)),
            Optional.empty()));
  }

  private Table missing() {
    Table.Builder table =
        Table.titled("Missing values of those who were there")
            .text("What", "Wave")
            .numbers("Missing", "Of", "Share")
            .interval(level());
    for (WhoStayed.MissingValues it : missing) {
      table.row(
          Cell.text(it.label()),
          Cell.text(it.wave()),
          it.missing().map(share -> Cell.count(share.count())).orElseGet(Cell::empty),
          it.missing().map(share -> Cell.count(share.of())).orElseGet(Cell::empty),
          percent(it.missing()),
          limits(it.missing()));
    }
    return table.build();
  }
}
