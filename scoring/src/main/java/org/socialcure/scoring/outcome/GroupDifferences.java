package org.socialcure.scoring.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.socialcure.core.data.Dataset;
import org.socialcure.scoring.NotEstimable;

/** Compares the changes of groups. */
final class GroupDifferences {
  private final Measure measure;
  private final String before;
  private final String after;
  private final Grouping grouping;
  private final OutcomeSettings settings;
  private final double[] x;
  private final double[] y;
  private final Pairs pairs;
  private final GroupRows groups;

  GroupDifferences(
      Dataset data,
      Measure measure,
      String before,
      String after,
      Grouping grouping,
      OutcomeSettings settings) {
    this.measure = measure;
    this.before = before;
    this.after = after;
    this.grouping = grouping;
    this.settings = settings;
    this.x = measure.values(data, before);
    this.y = measure.values(data, after);
    this.pairs = Pairs.of(x, y);
    this.groups = new GroupRows(data, grouping);
  }

  GroupComparison compare() {
    List<String> names = groups.names();
    GroupRows.Adjusted adjusted = groups.adjusted(x, y, pairs.rows(), settings.level());
    List<GroupComparison.Difference> differences = new ArrayList<>();
    for (String name : names.subList(1, names.size())) {
      differences.add(difference(name, adjusted));
    }
    return new GroupComparison(
        grouping,
        names.stream().map(name -> new GroupComparison.Group(name, outcome(name))).toList(),
        groups.without(pairs.rows()),
        holm(differences),
        adjusted.people());
  }

  private ScaleOutcome outcome(String name) {
    int[] rows = groups.of(IntStream.range(0, x.length).toArray(), name);
    return new OutcomeOfPairs(measure, before, after, settings)
        .of(GroupRows.take(x, rows), GroupRows.take(y, rows));
  }

  private double[] changes(String name) {
    double[] differences = pairs.differences();
    return IntStream.range(0, pairs.n())
        .filter(i -> groups.isIn(pairs.rows()[i], name))
        .mapToDouble(i -> differences[i])
        .toArray();
  }

  private GroupComparison.Difference difference(String name, GroupRows.Adjusted adjusted) {
    List<Gap> gaps = new ArrayList<>();
    double[] own = changes(name);
    double[] others = changes(grouping.reference());
    boolean few = own.length < 2 || others.length < 2;
    Optional<MeanDifference> change =
        few ? Optional.empty() : MeanDifference.welch(own, others, settings.level());
    if (change.isEmpty()) {
      gaps.add(
          new Gap(
              OutcomePart.DIFFERENCE,
              few ? NotEstimable.TOO_FEW_PEOPLE : NotEstimable.NO_VARIATION));
    }
    Optional<MeanDifference> difference = Optional.ofNullable(adjusted.differences().get(name));
    if (difference.isEmpty()) {
      gaps.add(
          new Gap(
              OutcomePart.ADJUSTED_DIFFERENCE,
              few ? NotEstimable.TOO_FEW_PEOPLE : NotEstimable.NO_SOLUTION));
    }
    return new GroupComparison.Difference(
        name, change, OptionalDouble.empty(), difference, OptionalDouble.empty(), gaps);
  }

  private static List<GroupComparison.Difference> holm(
      List<GroupComparison.Difference> differences) {
    List<OptionalDouble> change = GroupRows.holm(differences, GroupComparison.Difference::change);
    List<OptionalDouble> adjusted =
        GroupRows.holm(differences, GroupComparison.Difference::adjusted);
    return IntStream.range(0, differences.size())
        .mapToObj(
            i -> {
              GroupComparison.Difference one = differences.get(i);
              return new GroupComparison.Difference(
                  one.group(),
                  one.change(),
                  change.get(i),
                  one.adjusted(),
                  adjusted.get(i),
                  one.gaps());
            })
        .toList();
  }
}
