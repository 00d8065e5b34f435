package org.socialcure.mediation.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Path models as equations and as diagrams. A labelled intercept is drawn, as is usual, as an arrow
 * from the constant 1.
 */
final class PathDiagram {
  private PathDiagram() {}

  static String equations(PathModel model) {
    return model.equations().stream().map(PathDiagram::equation).collect(Collectors.joining("\n"));
  }

  private static String equation(Equation equation) {
    String outcome = equation.outcome();
    String left =
        switch (equation.family()) {
          case GAUSSIAN -> outcome;
          case LOGIT -> "logit P(" + outcome + " = 1)";
          case PROBIT -> "probit P(" + outcome + " = 1)";
          case POISSON, QUASI_POISSON, NEGATIVE_BINOMIAL -> "log E(" + outcome + ")";
        };
    List<String> right = new ArrayList<>();
    if (equation.hasIntercept()) {
      right.add(equation.interceptLabel().orElse("i_" + outcome));
    }
    for (Term term : equation.terms()) {
      right.add(equation.coefficientName(term) + "*" + String.join("*", term.variables()));
    }
    equation.offset().ifPresent(right::add);
    if (equation.family() == Family.GAUSSIAN) {
      right.add("e_" + outcome);
    }
    return left + " = " + String.join(" + ", right);
  }

  static String dot(PathModel model) {
    StringBuilder text = new StringBuilder("digraph model {\n  rankdir=LR;\n  node [shape=box];\n");
    Map<String, String> ids = ids(model);
    ids.forEach(
        (name, id) ->
            text.append("  ")
                .append(id)
                .append(" [label=\"")
                .append(dotEscape(name))
                .append("\"];\n"));
    if (model.equations().stream().anyMatch(e -> e.interceptLabel().isPresent())) {
      text.append("  one [shape=triangle, label=\"1\"];\n");
    }
    int moderations = 0;
    for (Equation equation : model.equations()) {
      String to = ids.get(equation.outcome());
      equation
          .interceptLabel()
          .ifPresent(
              label -> {
                text.append("  one -> ").append(to).append(" [label=\"");
                text.append(dotEscape(label)).append("\"];\n");
              });
      for (Term term : equation.terms()) {
        String label = term.label().map(l -> " [label=\"" + dotEscape(l) + "\"]").orElse("");
        if (term.variables().size() == 1) {
          text.append("  ").append(ids.get(term.variables().get(0)));
          text.append(" -> ").append(to).append(label).append(";\n");
        } else {
          String point = "p" + ++moderations;
          text.append("  ").append(point).append(" [shape=point, xlabel=\"");
          text.append(dotEscape(term.name())).append("\"];\n");
          for (String variable : term.variables()) {
            text.append("  ").append(ids.get(variable)).append(" -> ").append(point);
            text.append(" [arrowhead=none, style=dashed];\n");
          }
          text.append("  ").append(point).append(" -> ").append(to).append(label).append(";\n");
        }
      }
    }
    return text.append("}\n").toString();
  }

  static String mermaid(PathModel model) {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    Map<String, String> ids = ids(model);
    ids.forEach(
        (name, id) ->
            text.append("  ").append(id).append("[\"").append(htmlEscape(name)).append("\"]\n"));
    if (model.equations().stream().anyMatch(e -> e.interceptLabel().isPresent())) {
      text.append("  one{{\"1\"}}\n");
    }
    int moderations = 0;
    for (Equation equation : model.equations()) {
      String to = ids.get(equation.outcome());
      equation
          .interceptLabel()
          .ifPresent(
              label -> {
                text.append("  one -->|\"").append(htmlEscape(label)).append("\"| ");
                text.append(to).append('\n');
              });
      for (Term term : equation.terms()) {
        String label = term.label().map(l -> "|\"" + htmlEscape(l) + "\"|").orElse("");
        if (term.variables().size() == 1) {
          text.append("  ").append(ids.get(term.variables().get(0)));
          text.append(" -->").append(label).append(' ').append(to).append('\n');
        } else {
          String point = "p" + ++moderations;
          text.append("  ").append(point).append("((\"").append(htmlEscape(term.name()));
          text.append("\"))\n");
          for (String variable : term.variables()) {
            text.append("  ").append(ids.get(variable)).append(" -.- ").append(point).append('\n');
          }
          text.append("  ").append(point).append(" -->").append(label).append(' ').append(to);
          text.append('\n');
        }
      }
    }
    return text.toString();
  }

  private static Map<String, String> ids(PathModel model) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (String variable : model.variables()) {
      ids.put(variable, "v" + (ids.size() + 1));
    }
    return ids;
  }

  private static String dotEscape(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String htmlEscape(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
