package org.socialcure.examples.study.plan;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.socialcure.mediation.MediationModel;

/**
 * One model to fit: an entry of {@code models} in the plan.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name its name in tables and files
 * @param model the model
 * @param bootstrap how it is resampled
 * @param permutations how many permutations test each indirect effect, if any
 * @param monteCarlo how many draws make the Monte Carlo interval of each indirect effect, if any
 * @param wildClusterTests how many replicates test each coefficient by clusters, if any
 * @param events the value of each two-valued outcome that counts as 1, as the plan gives it
 * @param columns the columns of numbers that it needs
 * @param categories the columns that only say which rows belong together, in numbers or words:
 *     clusters, strata and variables that are coded
 */
public record ModelSection(
    String name,
    MediationModel model,
    BootstrapSection bootstrap,
    OptionalInt permutations,
    OptionalInt monteCarlo,
    OptionalInt wildClusterTests,
    Map<String, String> events,
    Set<String> columns,
    Set<String> categories) {
  /** Copies the collections and keeps their order. */
  public ModelSection {
    events = Immutable.copyOf(events);
    columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
    categories = Collections.unmodifiableSet(new LinkedHashSet<>(categories));
  }
}
