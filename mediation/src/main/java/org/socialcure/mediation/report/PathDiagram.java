package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.socialcure.core.Numbers;
import org.socialcure.core.document.Diagram;
import org.socialcure.core.document.Diagram.Arrow;
import org.socialcure.core.document.Diagram.Box;
import org.socialcure.core.document.Diagram.Label;
import org.socialcure.core.document.Diagram.Placement;
import org.socialcure.core.document.Diagram.SideArrow;
import org.socialcure.core.document.Diagram.Weight;
import org.socialcure.mediation.effect.CodedVariable;
import org.socialcure.mediation.effect.ProbedModerator;
import org.socialcure.mediation.model.Family;
import org.socialcure.mediation.model.PrePostDesign;
import org.socialcure.mediation.report.ModelDocument.Equation;
import org.socialcure.mediation.report.ModelDocument.Term;

/**
 * The fitted model as boxes and arrows.
 *
 * <p>Arrows are the main terms between exposure, mediators and outcome; a product term is an arrow
 * from its moderator to the arrow that it moderates. Covariates and the moderators' own terms are
 * left to the tables. The code columns of a categorical variable share its arrows.
 */
final class PathDiagram {
  /** What a variable is in the model. */
  private enum Role {
    /** A variable without an equation. */
    EXPOSURE,
    /**
     * A variable with an equation, from which arrows leave or that is asked about as a mediator.
     */
    MEDIATOR,
    /** The last one. */
    OUTCOME,
    /** A variable on which the size of coefficients depends. */
    MODERATOR
  }

  private final ModelDocument document;
  private final Map<String, String> owners = new HashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> endogenous = new LinkedHashSet<>();
  private final Set<String> moderators = new LinkedHashSet<>();

  private PathDiagram(ModelDocument document) {
    this.document = document;
    for (CodedVariable coding : document.codings()) {
      coding.columns().forEach(c -> owners.put(c, coding.variable()));
    }
    document.equations().forEach(e -> endogenous.add(e.outcome()));
    document.model().x().ifPresent(known::add);
    known.addAll(document.model().mediators());
    known.addAll(endogenous);
    for (ProbedModerator moderator : document.moderators()) {
      if (!known.contains(moderator.variable())) {
        moderators.add(moderator.variable());
      }
    }
  }

  static Diagram of(ModelDocument document) {
    return new PathDiagram(document).build();
  }

  private Diagram build() {
    Set<String> names = new LinkedHashSet<>(known);
    Map<List<String>, List<Label>> arrows = new LinkedHashMap<>();
    for (Equation equation : document.equations()) {
      for (Term term : equation.terms()) {
        List<String> factors = ofCondition(term).orElseGet(() -> factors(term));
        if (factors.stream().distinct().count() == 1 && drawn(factors.get(0))) {
          names.add(factors.get(0));
          arrows
              .computeIfAbsent(List.of(factors.get(0), equation.outcome()), k -> new ArrayList<>())
              .add(label(term, factors.size() > 1));
        }
      }
    }
    List<Arrow> edges =
        arrows.entrySet().stream()
            .map(e -> new Arrow(e.getKey().get(0), e.getKey().get(1), e.getValue()))
            .toList();
    List<SideArrow> moderations = moderations(edges);
    List<Box> boxes = new ArrayList<>();
    names.forEach(n -> boxes.add(box(n, edges)));
    moderations.stream()
        .map(SideArrow::from)
        .distinct()
        .filter(m -> !names.contains(m))
        .forEach(m -> boxes.add(box(m, Role.MODERATOR, Optional.empty())));
    return new Diagram(
        "Path diagram of " + document.name(),
        "Path diagram",
        legend(!moderations.isEmpty()),
        boxes,
        edges,
        moderations,
        Optional.empty());
  }

  /** What tells two occasions apart acts through the intercepts of the changes. */
  private Optional<List<String>> ofCondition(Term term) {
    boolean within = document.model().design().equals(Optional.of(PrePostDesign.WITHIN_SUBJECT));
    return within && term.variables().isEmpty()
        ? document.model().x().map(List::of)
        : Optional.empty();
  }

  private boolean drawn(String variable) {
    return known.contains(variable)
        || !moderators.contains(variable) && !document.model().covariates().contains(variable);
  }

  private Box box(String name, List<Arrow> edges) {
    boolean leaves = edges.stream().anyMatch(e -> e.from().equals(name));
    Role role =
        !endogenous.contains(name)
            ? Role.EXPOSURE
            : (leaves || document.model().mediators().contains(name))
                    && !document.model().y().equals(Optional.of(name))
                ? Role.MEDIATOR
                : Role.OUTCOME;
    Optional<String> fit =
        document.equations().stream()
            .filter(e -> e.outcome().equals(name) && e.r2().isPresent())
            .findFirst()
            .map(e -> "R² = " + Numbers.plain(e.r2().getAsDouble()));
    return box(name, role, fit);
  }

  private static Box box(String name, Role role, Optional<String> fit) {
    Placement placement =
        switch (role) {
          case MODERATOR -> Placement.ASIDE;
          case OUTCOME -> Placement.LAST;
          case EXPOSURE, MEDIATOR -> Placement.FLOW;
        };
    return new Box(name, role.name().toLowerCase(Locale.ROOT), name, fit, placement);
  }

  /** The variables of a term, the categorical variable in place of a code column. */
  private List<String> factors(Term term) {
    return term.variables().stream().map(f -> owners.getOrDefault(f, f)).toList();
  }

  private List<SideArrow> moderations(List<Arrow> edges) {
    Map<List<Object>, List<Label>> found = new LinkedHashMap<>();
    for (Equation equation : document.equations()) {
      for (Term term : equation.terms()) {
        List<String> factors = factors(term).stream().distinct().toList();
        if (factors.size() > 1) {
          focal(factors, equation.outcome(), edges)
              .ifPresent(
                  edge -> {
                    List<String> others =
                        factors.stream().filter(f -> !f.equals(edge.from())).toList();
                    String last = others.get(others.size() - 1);
                    Optional<String> through =
                        others.size() > 1 ? Optional.of(others.get(0)) : Optional.empty();
                    found
                        .computeIfAbsent(List.of(last, edge, through), k -> new ArrayList<>())
                        .add(label(term, true));
                  });
        }
      }
    }
    return found.entrySet().stream()
        .map(
            e -> {
              Optional<?> through = (Optional<?>) e.getKey().get(2);
              return new SideArrow(
                  (String) e.getKey().get(0),
                  (Arrow) e.getKey().get(1),
                  through.map(String.class::cast),
                  e.getValue());
            })
        .toList();
  }

  /** The arrow that a product moderates: that of a mediator first, then that of the exposure. */
  private Optional<Arrow> focal(List<String> factors, String outcome, List<Arrow> edges) {
    List<String> order = new ArrayList<>(factors.stream().filter(endogenous::contains).toList());
    factors.stream().filter(f -> !order.contains(f)).forEach(order::add);
    return order.stream()
        .filter(f -> !moderators.contains(f))
        .flatMap(f -> edges.stream().filter(e -> e.from().equals(f) && e.to().equals(outcome)))
        .findFirst();
  }

  private Label label(Term term, boolean product) {
    boolean coded = term.variables().stream().anyMatch(owners::containsKey);
    String name = term.label().orElse(coded || product ? term.name() : "");
    int decimals =
        Numbers.decimals(
            term.estimate(),
            OptionalDouble.of(term.se()),
            term.interval().lower(),
            term.interval().upper());
    return new Label(
        (name.isEmpty() ? "" : name + "\u00a0=\u00a0") + Numbers.fixed(term.estimate(), decimals),
        Numbers.interval(term.interval(), decimals),
        Narrative.excludesZero(term.interval()) ? Weight.STRONG : Weight.FAINT);
  }

  private String legend(boolean moderated) {
    String text =
        "Coefficients with their "
            + Numbers.percent(document.model().level())
            + " intervals. Thin arrows: the interval includes zero.";
    if (moderated) {
      text +=
          " Dashed: moderation, with the coefficient of the product; the moderators' own terms"
              + " are in the tables.";
    }
    if (!document.model().covariates().isEmpty()) {
      text += " Not drawn: covariates (" + Wording.joined(document.model().covariates()) + ").";
    }
    List<String> families =
        document.equations().stream()
            .filter(e -> e.family() != Family.GAUSSIAN)
            .map(e -> e.outcome() + " on the scale: " + e.scale())
            .toList();
    return families.isEmpty() ? text : text + " Coefficients of " + Wording.list(families) + ".";
  }
}
