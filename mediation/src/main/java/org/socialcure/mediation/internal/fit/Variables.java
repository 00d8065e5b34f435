package org.socialcure.mediation.internal.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.socialcure.core.internal.numeric.SampleStatistics;
import org.socialcure.mediation.effect.VariableSummary;
import org.socialcure.mediation.effect.VariableSummary.Kind;
import org.socialcure.mediation.effect.VariableSummary.Role;
import org.socialcure.mediation.model.Equation;

/** The variables of a model over the rows used, by the part they play. */
final class Variables {
  private Variables() {}

  static List<VariableSummary> of(Design design) {
    List<VariableSummary> variables = new ArrayList<>();
    roles(design)
        .forEach(
            (name, role) -> {
              double[] column = design.sample().columns().get(name);
              if (column != null && column.length > 1) {
                variables.add(summary(design, name, role, column));
              }
            });
    return List.copyOf(variables);
  }

  private static Map<String, Role> roles(Design design) {
    Settings settings = design.settings();
    Map<String, Role> roles = new LinkedHashMap<>();
    design.focals().forEach(x -> roles.put(x, Role.EXPOSURE));
    settings.mediators().forEach(m -> roles.putIfAbsent(m, Role.MEDIATOR));
    settings.y().ifPresent(y -> roles.putIfAbsent(y, Role.OUTCOME));
    settings.covariates().forEach(c -> roles.putIfAbsent(c, Role.COVARIATE));
    Set<String> factors = new LinkedHashSet<>();
    for (Equation equation : design.model().equations()) {
      equation.terms().stream()
          .filter(t -> t.variables().size() > 1)
          .forEach(t -> factors.addAll(t.variables()));
    }
    factors.forEach(v -> roles.putIfAbsent(v, Role.MODERATOR));
    for (Equation equation : design.model().equations()) {
      roles.putIfAbsent(equation.outcome(), Role.OUTCOME);
      equation
          .terms()
          .forEach(t -> t.variables().forEach(v -> roles.putIfAbsent(v, Role.COVARIATE)));
      equation.offset().ifPresent(o -> roles.putIfAbsent(o, Role.OFFSET));
    }
    settings.data().weights().ifPresent(w -> roles.putIfAbsent(w, Role.WEIGHT));
    return roles;
  }

  private static VariableSummary summary(Design design, String name, Role role, double[] column) {
    boolean count = design.model().equation(name).filter(e -> e.family().isCount()).isPresent();
    Kind kind =
        switch ((int) Arrays.stream(column).distinct().limit(3).count()) {
          case 1 -> Kind.CONSTANT;
          case 2 -> Kind.BINARY;
          default -> count ? Kind.COUNT : Kind.CONTINUOUS;
        };
    return new VariableSummary(
        name,
        role,
        kind,
        // Weights are told as they are, not by themselves.
        role == Role.WEIGHT ? SampleStatistics.mean(column) : design.sample().mean(column),
        role == Role.WEIGHT
            ? SampleStatistics.standardDeviation(column)
            : design.sample().standardDeviation(column),
        Arrays.stream(column).min().orElseThrow(),
        Arrays.stream(column).max().orElseThrow());
  }
}
