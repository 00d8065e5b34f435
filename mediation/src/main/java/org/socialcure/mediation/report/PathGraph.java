package org.socialcure.mediation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.socialcure.core.Numbers;
import org.socialcure.mediation.report.ModelDocument.Coding;
import org.socialcure.mediation.report.ModelDocument.Equation;
import org.socialcure.mediation.report.ModelDocument.Moderator;
import org.socialcure.mediation.report.ModelDocument.Term;

/**
 * The fitted model as nodes and arrows.
 *
 * <p>Arrows are the main terms between exposure, mediators and outcome; a product term is an arrow
 * from its moderator to the arrow that it moderates. Covariates and the moderators' own terms are
 * left to the tables. The code columns of a categorical variable share its arrows.
 *
 * @param nodes the variables that are drawn in boxes
 * @param edges the arrows between them
 * @param moderations the arrows to arrows
 */
record PathGraph(List<Node> nodes, List<Edge> edges, List<Moderation> moderations) {

  /** What a variable is in the model. */
  enum Role {
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

  /**
   * A box.
   *
   * @param name the variable
   * @param role what it is
   * @param fit the share of variation explained, for the outcome of a linear equation
   */
  record Node(String name, Role role, Optional<String> fit) {}

  /**
   * An arrow's number.
   *
   * @param text the coefficient, with its label
   * @param interval its interval
   * @param excludesZero whether the interval excludes zero
   */
  record Label(String text, String interval, boolean excludesZero) {
    double width() {
      return Math.max(Svg.width(text, 13), Svg.width(interval, 11));
    }
  }

  /**
   * An arrow between boxes.
   *
   * @param from where it starts
   * @param to where it ends
   * @param labels its numbers, several for a categorical variable
   */
  record Edge(String from, String to, List<Label> labels) {
    boolean excludesZero() {
      return labels.stream().anyMatch(Label::excludesZero);
    }
  }

  /**
   * An arrow from a moderator to an arrow.
   *
   * @param moderator where it starts
   * @param edge the arrow that it ends on
   * @param through the moderator whose own arrow it ends on instead, for a product of three
   * @param labels its numbers
   */
  record Moderation(String moderator, Edge edge, Optional<String> through, List<Label> labels) {
    boolean excludesZero() {
      return labels.stream().anyMatch(Label::excludesZero);
    }
  }

  static PathGraph of(ModelDocument document) {
    return new Builder(document).build();
  }

  private static final class Builder {
    private final ModelDocument document;
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> endogenous = new LinkedHashSet<>();
    private final Set<String> moderators = new LinkedHashSet<>();

    private Builder(ModelDocument document) {
      this.document = document;
      for (Coding coding : document.codings()) {
        coding.columns().forEach(c -> owners.put(c, coding.variable()));
      }
      document.equations().forEach(e -> endogenous.add(e.outcome()));
      document.model().x().ifPresent(known::add);
      known.addAll(document.model().mediators());
      known.addAll(endogenous);
      for (Moderator moderator : document.moderators()) {
        if (!known.contains(moderator.variable())) {
          moderators.add(moderator.variable());
        }
      }
    }

    private PathGraph build() {
      Set<String> names = new LinkedHashSet<>(known);
      Map<List<String>, List<Label>> arrows = new LinkedHashMap<>();
      for (Equation equation : document.equations()) {
        for (Term term : equation.terms()) {
          List<String> factors = ofCondition(term).orElseGet(() -> factors(term.name()));
          if (factors.stream().distinct().count() == 1 && drawn(factors.get(0))) {
            names.add(factors.get(0));
            arrows
                .computeIfAbsent(
                    List.of(factors.get(0), equation.outcome()), k -> new ArrayList<>())
                .add(label(term, factors.size() > 1));
          }
        }
      }
      List<Edge> edges =
          arrows.entrySet().stream()
              .map(e -> new Edge(e.getKey().get(0), e.getKey().get(1), e.getValue()))
              .toList();
      List<Moderation> moderations = moderations(edges);
      List<Node> nodes = new ArrayList<>();
      names.forEach(n -> nodes.add(node(n, edges)));
      moderations.stream()
          .map(Moderation::moderator)
          .distinct()
          .filter(m -> !names.contains(m))
          .forEach(m -> nodes.add(new Node(m, Role.MODERATOR, Optional.empty())));
      return new PathGraph(nodes, edges, moderations);
    }

    /** What tells two occasions apart acts through the intercepts of the changes. */
    private Optional<List<String>> ofCondition(Term term) {
      boolean within = document.model().design().equals(Optional.of("within-subject"));
      return within && term.name().equals("(Intercept)")
          ? document.model().x().map(List::of)
          : Optional.empty();
    }

    private boolean drawn(String variable) {
      return known.contains(variable)
          || !variable.equals("(Intercept)")
              && !moderators.contains(variable)
              && !document.model().covariates().contains(variable);
    }

    private Node node(String name, List<Edge> edges) {
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
      return new Node(name, role, fit);
    }

    /** The variables of a term; a name that holds a colon itself is not taken apart. */
    private List<String> factors(String term) {
      if (known.contains(term) || owners.containsKey(term)) {
        return List.of(owners.getOrDefault(term, term));
      }
      return Arrays.stream(term.split(":")).map(f -> owners.getOrDefault(f, f)).toList();
    }

    private List<Moderation> moderations(List<Edge> edges) {
      Map<List<Object>, List<Label>> found = new LinkedHashMap<>();
      for (Equation equation : document.equations()) {
        for (Term term : equation.terms()) {
          List<String> factors = factors(term.name()).stream().distinct().toList();
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
                return new Moderation(
                    (String) e.getKey().get(0),
                    (Edge) e.getKey().get(1),
                    through.map(String.class::cast),
                    e.getValue());
              })
          .toList();
    }

    /** The arrow that a product moderates: that of a mediator first, then that of the exposure. */
    private Optional<Edge> focal(List<String> factors, String outcome, List<Edge> edges) {
      List<String> order = new ArrayList<>(factors.stream().filter(endogenous::contains).toList());
      factors.stream().filter(f -> !order.contains(f)).forEach(order::add);
      return order.stream()
          .filter(f -> !moderators.contains(f))
          .flatMap(f -> edges.stream().filter(e -> e.from().equals(f) && e.to().equals(outcome)))
          .findFirst();
    }

    private Label label(Term term, boolean product) {
      boolean coded = owners.containsKey(term.name().split(":")[0]);
      String name = term.label().orElse(coded || product ? term.name() : "");
      int decimals =
          Numbers.decimals(
              term.estimate(),
              OptionalDouble.of(term.se()),
              term.interval().lower(),
              term.interval().upper());
      return new Label(
          (name.isEmpty() ? "" : name + "\u00a0=\u00a0") + Numbers.fixed(term.estimate(), decimals),
          "["
              + Numbers.limit(term.interval().lower(), decimals)
              + ", "
              + Numbers.limit(term.interval().upper(), decimals)
              + "]",
          Narrative.excludesZero(term.interval()));
    }
  }
}
