package org.socialcure.mediation.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.Problems;
import org.socialcure.mediation.model.Equation;
import org.socialcure.mediation.model.PathModel;
import org.socialcure.mediation.model.Term;

/**
 * A numbered model template, known from the PROCESS macro (Hayes, 2013, 2022): which paths of a
 * mediation model are moderated by what.
 *
 * <p>Numbers 1–76 follow release 2.16 with its letters W and Z (first stage and direct path) and V
 * and Q (second stage); numbers 80–92 follow release 3. The letters of later releases are accepted
 * too: there V is W, or Z where W is taken, and Q is Z. Any number of mediators may be given, in
 * parallel, in series, or in stages, except where the template is drawn for a certain order.
 *
 * <p>A template is data; all of them are written by the same few lines. Immutable and thread-safe.
 *
 * <p>Source: Hayes AF. Introduction to Mediation, Moderation, and Conditional Process Analysis.
 * Guilford; 2013 (numbers 1–76), 3rd ed. 2022 (numbers 80–92).
 *
 * @since 0.1
 */
public final class ProcessTemplate {
  private final int number;
  private final Optional<MediatorOrder> order;
  private final boolean hasMediators;
  private final Map<PathKind, List<String>> moderated;

  private ProcessTemplate(
      int number,
      Optional<MediatorOrder> order,
      boolean hasMediators,
      Map<PathKind, List<String>> moderated) {
    this.number = number;
    this.order = order;
    this.hasMediators = hasMediators;
    this.moderated = moderated;
  }

  /**
   * The template of a number.
   *
   * @param number 1–76 or 80–92
   * @return the template
   * @throws InvalidInputException if there is no template of that number
   */
  public static ProcessTemplate of(int number) {
    ProcessTemplate template = Holder.TEMPLATES.get(number);
    if (template == null) {
      throw new InvalidInputException(
          "template " + number, "there is no such template; permitted are 1 to 76 and 80 to 92");
    }
    return template;
  }

  /**
   * All templates.
   *
   * @return the templates by ascending number
   */
  public static List<ProcessTemplate> all() {
    return List.copyOf(Holder.TEMPLATES.values());
  }

  /**
   * The template's number.
   *
   * @return 1–76 or 80–92
   */
  public int number() {
    return number;
  }

  /**
   * Whether the template has been held against printed output of the macro or its documentation of
   * release 2.16.
   *
   * @return false for 80–92, which are written from the published diagrams as remembered
   */
  public boolean verified() {
    return number <= 76;
  }

  /**
   * Whether the template has mediators; templates 1–3 are moderation only.
   *
   * @return whether mediators must be given
   */
  public boolean hasMediators() {
    return hasMediators;
  }

  /**
   * The letters of the moderators it needs, as release 2.16 named them.
   *
   * @return the letters
   */
  public Set<ModeratorLetter> letters() {
    Set<ModeratorLetter> letters = EnumSet.noneOf(ModeratorLetter.class);
    for (List<String> products : moderated.values()) {
      for (String product : products) {
        product
            .chars()
            .filter(letter -> letter != 'X')
            .forEach(letter -> letters.add(ModeratorLetter.valueOf(Character.toString(letter))));
      }
    }
    return letters;
  }

  /**
   * The path model for given variables.
   *
   * @param roles which variable plays which part
   * @return the model; its coefficients are labelled a, b, c and d by path, with the letters of
   *     their moderators
   * @throws InvalidInputException if mediators or moderators are missing or too many
   */
  public PathModel model(Roles roles) {
    Objects.requireNonNull(roles, "roles");
    Problems problems = new Problems();
    Map<ModeratorLetter, String> moderators = moderators(roles, problems);
    List<String> mediators = roles.mediators();
    if (hasMediators == mediators.isEmpty()) {
      problems.add(
          where(),
          hasMediators ? "needs at least one mediator" : "has no mediator; remove the mediators");
    }
    if (order.isPresent() && hasMediators) {
      int least =
          order.get() == MediatorOrder.TWO_CHAINS ? 4 : order.get() == MediatorOrder.SERIAL ? 2 : 3;
      if (mediators.size() < least) {
        problems.add(where(), "needs at least " + least + " mediators");
      }
    }
    problems.throwIfAny();
    return new Writer(roles, mediators, moderators).write();
  }

  private String where() {
    return "template " + number;
  }

  private Map<ModeratorLetter, String> moderators(Roles roles, Problems problems) {
    Set<ModeratorLetter> needed = letters();
    Map<ModeratorLetter, String> given = roles.moderators();
    if (given.keySet().equals(needed)) {
      return given;
    }
    // The letters of release 3: V reads W, or Z where W is taken, and Q reads Z.
    Map<ModeratorLetter, String> read = new EnumMap<>(ModeratorLetter.class);
    Set<ModeratorLetter> used = EnumSet.noneOf(ModeratorLetter.class);
    for (ModeratorLetter letter : needed) {
      ModeratorLetter source =
          switch (letter) {
            case W, Z -> letter;
            case V -> needed.contains(ModeratorLetter.W) ? ModeratorLetter.Z : ModeratorLetter.W;
            case Q -> ModeratorLetter.Z;
          };
      if (given.containsKey(letter)) {
        source = letter;
      }
      if (given.containsKey(source) && used.add(source)) {
        read.put(letter, given.get(source));
      } else {
        problems.add(where(), "needs moderator " + source);
      }
    }
    for (ModeratorLetter letter : given.keySet()) {
      if (!used.contains(letter)) {
        problems.add(where(), "has no moderator " + letter + "; remove it");
      }
    }
    return read;
  }

  /**
   * The template drawn with the letters X, M, Y and its moderators.
   *
   * @return the diagram in the Mermaid language
   */
  public String diagram() {
    return example().mermaid();
  }

  /**
   * The template's equations in the letters X, M, Y and its moderators.
   *
   * @return one equation a line
   */
  public String equations() {
    return example().equationsText();
  }

  private PathModel example() {
    int mediators =
        order.isEmpty()
            ? 1
            : switch (order.get()) {
              case TWO_CHAINS -> 4;
              case CONVERGING, DIVERGING -> 3;
              case SERIAL, PARALLEL -> 2;
            };
    List<List<String>> stages = new ArrayList<>();
    for (int i = 1; hasMediators && i <= mediators; i++) {
      stages.add(List.of(mediators == 1 ? "M" : "M" + i));
    }
    Map<ModeratorLetter, String> moderators = new EnumMap<>(ModeratorLetter.class);
    letters().forEach(l -> moderators.put(l, l.name()));
    return model(new Roles("X", stages, "Y", moderators, List.of()));
  }

  @Override
  public String toString() {
    return "Template " + number + "\n" + equations() + "\n" + diagram();
  }

  /** Writes the path model of this template. */
  private final class Writer {
    private final Roles roles;
    private final List<String> mediators;
    private final Map<ModeratorLetter, String> moderators;

    Writer(Roles roles, List<String> mediators, Map<ModeratorLetter, String> moderators) {
      this.roles = roles;
      this.mediators = mediators;
      this.moderators = moderators;
    }

    PathModel write() {
      List<Equation> equations = new ArrayList<>();
      for (int to = 0; to < mediators.size(); to++) {
        EquationTerms terms = new EquationTerms();
        terms.path(roles.x(), label("a", to + 1), PathKind.Stage.A, to + 1, 0);
        for (int from = 0; from < to; from++) {
          if (predicts(from, to)) {
            String label = "d" + (to + 1) + (mediators.size() > 9 ? "_" : "") + (from + 1);
            terms.path(mediators.get(from), label, PathKind.Stage.D, to + 1, from + 1);
          }
        }
        equations.add(terms.equation(mediators.get(to)));
      }
      EquationTerms terms = new EquationTerms();
      for (int m = 0; m < mediators.size(); m++) {
        terms.path(mediators.get(m), label("b", m + 1), PathKind.Stage.B, m + 1, 0);
      }
      terms.path(roles.x(), "c", PathKind.Stage.C, 0, 0);
      equations.add(terms.equation(roles.y()));
      return PathModel.of(equations);
    }

    private boolean predicts(int from, int to) {
      return order
          .map(o -> o.predicts(mediators, from, to))
          .orElseGet(() -> stage(from) < stage(to));
    }

    private int stage(int mediator) {
      for (int s = 0; s < roles.stages().size(); s++) {
        if (roles.stages().get(s).contains(mediators.get(mediator))) {
          return s;
        }
      }
      throw new IllegalStateException("Every mediator has a stage.");
    }

    private String label(String path, int mediator) {
      return mediators.size() == 1 ? path : path + mediator;
    }

    private String variable(char letter) {
      return letter == 'X'
          ? roles.x()
          : Objects.requireNonNull(moderators.get(ModeratorLetter.valueOf(String.valueOf(letter))));
    }

    private List<String> variables(String product) {
      return product.chars().mapToObj(c -> variable((char) c)).toList();
    }

    /**
     * Collects the terms of one equation: paths first, then products, lower-order terms and
     * covariates.
     */
    private final class EquationTerms {
      private final List<Term> paths = new ArrayList<>();
      private final List<Term> products = new ArrayList<>();
      private final List<Term> lowerOrder = new ArrayList<>();

      void path(String from, String label, PathKind.Stage stage, int to, int earlier) {
        paths.add(Term.of(from).labelled(label));
        moderated.forEach(
            (kind, moderatorProducts) -> {
              if (kind.covers(stage, to, earlier)) {
                for (String product : moderatorProducts) {
                  List<String> factors = new ArrayList<>(List.of(from));
                  factors.addAll(variables(product));
                  String productLabel = label + product.toLowerCase(Locale.ROOT);
                  products.add(new Term(factors, Optional.of(productLabel)));
                  lowerOrder.add(new Term(variables(product), Optional.empty()));
                }
              }
            });
      }

      Equation equation(String outcome) {
        List<Term> terms = new ArrayList<>(paths);
        Set<List<String>> factors = new HashSet<>();
        paths.forEach(t -> factors.add(sorted(t)));
        Stream.of(lowerOrder.stream(), products.stream(), roles.covariates().stream().map(Term::of))
            .flatMap(more -> more)
            .filter(t -> factors.add(sorted(t)))
            .forEach(terms::add);
        return Equation.linear(outcome, terms.toArray(Term[]::new));
      }

      /** What is equal for terms that are the same product. */
      private static List<String> sorted(Term term) {
        return term.variables().stream().sorted().toList();
      }
    }
  }

  /** Reads the templates once, when the first is asked for. */
  private static final class Holder {
    static final Map<Integer, ProcessTemplate> TEMPLATES = read();

    private static Map<Integer, ProcessTemplate> read() {
      try (InputStream in =
              Objects.requireNonNull(
                  ProcessTemplate.class.getResourceAsStream("process-templates.txt"));
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader
            .lines()
            .filter(l -> !l.startsWith("#"))
            .map(Holder::template)
            .collect(Collectors.toMap(ProcessTemplate::number, t -> t, (s, t) -> s, TreeMap::new));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static ProcessTemplate template(String line) {
      String[] words = line.split(" ");
      Optional<MediatorOrder> order =
          words[1].equals("any") || words[1].equals("none")
              ? Optional.empty()
              : Optional.of(
                  MediatorOrder.valueOf(words[1].toUpperCase(Locale.ROOT).replace('-', '_')));
      Map<PathKind, List<String>> moderated = new java.util.LinkedHashMap<>();
      for (int i = 2; i < words.length; i++) {
        String[] path = words[i].split("=");
        moderated.put(PathKind.parse(path[0]), List.of(path[1].split(",")));
      }
      return new ProcessTemplate(
          Integer.parseInt(words[0]), order, !words[1].equals("none"), moderated);
    }
  }
}
