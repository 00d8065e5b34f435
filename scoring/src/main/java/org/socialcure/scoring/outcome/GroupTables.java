package org.socialcure.scoring.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.socialcure.core.Interval;
import org.socialcure.core.document.Block;
import org.socialcure.core.document.Cell;
import org.socialcure.core.document.Section;
import org.socialcure.core.document.Table;
import org.socialcure.scoring.change.ChangeEffectSize;
import org.socialcure.scoring.change.PairedChange;

/** Tells a comparison of groups. */
final class GroupTables {
  private final GroupComparison comparison;

  GroupTables(GroupComparison comparison) {
    this.comparison = comparison;
  }

  /** With what a difference between such groups can mean. */
  Section section(String id, String meaning) {
    List<Block> blocks = new ArrayList<>(List.of(groups(), differences()));
    bands().ifPresent(blocks::add);
    blocks.add(new Block.Paragraph(GroupComparison.TWO_QUESTIONS + " " + meaning));
    return Section.of(
        id,
        comparison.measure().label()
            + " by "
            + comparison.grouping().column()
            + ", "
            + comparison.groups().get(0).outcome().before().wave()
            + " to "
            + comparison.groups().get(0).outcome().after().wave(),
        blocks);
  }

  private double level() {
    return comparison.groups().stream()
        .flatMap(group -> group.outcome().shares().stream())
        .findFirst()
        .map(shares -> shares.rose().interval().level())
        .orElse(OutcomeSettings.DEFAULT.level());
  }

  Table groups() {
    ScaleOutcome first = comparison.groups().get(0).outcome();
    Table.Builder table =
        Table.titled("Groups")
            .text("Group")
            .numbers("n", first.before().wave(), first.after().wave(), "Change")
            .interval(level())
            .numbers("d_z", "Better", "Worse");
    for (GroupComparison.Group group : comparison.groups()) {
      ScaleOutcome outcome = group.outcome();
      table.row(
          Cell.text(group.name()),
          Cell.count(outcome.n()),
          mean(outcome, c -> c.before().mean()),
          mean(outcome, c -> c.after().mean()),
          mean(outcome, c -> c.difference().mean()),
          Cell.interval(outcome.test().map(t -> t.interval()), 2),
          outcome
              .effect(ChangeEffectSize.D_Z)
              .map(e -> Cell.number(e.estimate(), 2))
              .orElseGet(Cell::empty),
          share(outcome.shares().flatMap(ChangeShares::better)),
          share(outcome.shares().flatMap(ChangeShares::worse)));
      outcome
          .whyNot(OutcomePart.T_TEST)
          .ifPresent(because -> table.note(group.name() + ": the t test is " + because + "."));
    }
    if (comparison.withoutGroup() > 0) {
      table.note("Without a group: " + comparison.withoutGroup() + " of those with both values.");
    }
    return table.build();
  }

  private static Cell mean(ScaleOutcome outcome, Function<PairedChange, Double> which) {
    return outcome.change().map(c -> Cell.number(which.apply(c), 2)).orElseGet(Cell::empty);
  }

  private static Cell share(Optional<Share> share) {
    return share.map(s -> Cell.percent(s.value(), 1)).orElseGet(Cell::empty);
  }

  private Table differences() {
    boolean several = comparison.differences().size() > 1;
    Table.Builder table =
        Table.titled("Differences from " + comparison.grouping().reference())
            .text("Group", "Difference")
            .numbers("Estimate", "SE")
            .interval(level())
            .numbers("t", "df", "p");
    if (several) {
      table.numbers("p (Holm)");
    }
    for (GroupComparison.Difference difference : comparison.differences()) {
      add(table, several, difference, "of the changes", difference.change());
      add(table, several, difference, "adjusted", difference.adjusted());
      difference.gaps().forEach(gap -> table.note(difference.group() + ": " + gap + "."));
    }
    table.note("Of the changes: group minus reference, by Welch's method.");
    comparison.model().ifPresent(model -> table.note("Adjusted: " + model + "."));
    return table.build();
  }

  private static void add(
      Table.Builder table,
      boolean several,
      GroupComparison.Difference difference,
      String which,
      Optional<MeanDifference> found) {
    if (found.isEmpty()) {
      return;
    }
    MeanDifference it = found.get();
    List<Cell> row =
        new ArrayList<>(
            List.of(
                Cell.text(difference.group()),
                Cell.text(which),
                Cell.number(it.estimate(), 2),
                Cell.number(it.standardError(), 2),
                Cell.interval(it.interval(), 2),
                Cell.number(it.statistic(), 2),
                Cell.number(it.df(), 1),
                Cell.p(it.p())));
    if (several) {
      row.add(
          Cell.of(
              which.equals("adjusted") ? difference.adjustedHolm() : difference.changeHolm(),
              Cell::p));
    }
    table.row(row);
  }

  private Optional<Table> bands() {
    if (comparison.groups().stream().allMatch(group -> group.outcome().bands().isEmpty())) {
      return Optional.empty();
    }
    Table.Builder table =
        Table.titled("Bands by group")
            .text("Group", "Band")
            .numbers("Before")
            .interval(level())
            .numbers("After")
            .interval(level());
    for (GroupComparison.Group group : comparison.groups()) {
      for (BandShare band : group.outcome().bands()) {
        table.row(
            Cell.text(group.name()),
            Cell.text(band.label()),
            Cell.percent(band.before().value(), 1),
            percent(band.before().interval()),
            Cell.percent(band.after().value(), 1),
            percent(band.after().interval()));
      }
    }
    comparison
        .measure()
        .bands()
        .ifPresent(scheme -> table.note("Limits in percent. Cuts: " + scheme.source() + "."));
    return Optional.of(table.build());
  }

  private static Cell percent(Interval interval) {
    return Cell.interval(interval.times(100), 1);
  }
}
