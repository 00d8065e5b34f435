package org.socialcure.examples.study;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socialcure.core.data.ColumnName;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.person.RecallWindow;
import org.socialcure.core.person.Service;
import org.socialcure.core.person.ServiceUse;
import org.socialcure.examples.study.plan.ServiceSection;

/** Reads the use of a service with its recall window from every row. */
final class ServiceCounts {
  private ServiceCounts() {}

  /**
   * The counts under the name of the section, labelled with their window where all rows have the
   * same, and the months of the window under {@code name.months}.
   */
  static Dataset of(ServiceSection section, Dataset raw, Cells cells) {
    cells.require(List.of(section.count()), "\"services\" of the plan");
    cells.require(section.windowColumn().stream().toList(), "\"services\" of the plan");
    double[] counts = new double[raw.rows()];
    double[] months = new double[raw.rows()];
    Set<String> windows = new HashSet<>();
    for (int row = 0; row < counts.length; row++) {
      Optional<ServiceUse> use = use(section, cells, row);
      counts[row] =
          use.flatMap(it -> it.count().stream().boxed().findFirst())
              .map(Integer::doubleValue)
              .orElse(Double.NaN);
      months[row] = use.map(it -> it.window().inMonths()).orElse(Double.NaN);
      use.ifPresent(it -> windows.add(it.window().toString()));
    }
    String what = section.service() == Service.OTHER ? section.name() : section.service().label();
    String window = windows.size() == 1 ? ", " + windows.iterator().next() : "";
    return Dataset.builder()
        .numbers(section.column(), counts)
        .numbers(months(section), months)
        .build()
        .withLabels(
            Map.of(
                section.column(), what + window, months(section), what + ", months asked about"));
  }

  /** The name of the column with the length of the window. */
  static String months(ServiceSection section) {
    String months = months(section.name());
    return section.wave().map(wave -> ColumnName.at(months, wave).toString()).orElse(months);
  }

  /** The same without a wave. */
  static String months(String name) {
    return name + ".months";
  }

  /**
   * What a row says; nothing where the window is not known, since a count without its window means
   * nothing.
   */
  static Optional<ServiceUse> use(ServiceSection section, Cells cells, int row) {
    Optional<Double> length =
        section.windowColumn().isPresent()
            ? cells.whole(row, section.windowColumn().get(), 1, RecallWindow.LONGEST)
            : section.windowLength().stream().mapToObj(Double::valueOf).findFirst();
    if (length.isEmpty()) {
      return Optional.empty();
    }
    RecallWindow window =
        new RecallWindow(length.get().intValue(), section.unit(), Optional.empty());
    Optional<Double> count = cells.whole(row, section.count(), 0, ServiceUse.MOST);
    return Optional.of(
        count.isPresent()
            ? ServiceUse.reported(section.service(), count.get().intValue(), window)
            : ServiceUse.notAnswered(section.service(), window));
  }
}
