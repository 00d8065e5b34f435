package org.socialcure.mediation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.mediation.internal.effect.PathEffect;
import org.socialcure.mediation.process.ModeratorLetter;
import org.socialcure.mediation.process.ProcessTemplate;
import org.socialcure.mediation.process.Roles;

class ProcessTemplateTest {
  static Stream<List<String>> tableRows() throws IOException {
    try (InputStream table =
        ProcessTemplateTest.class.getResourceAsStream("process-templates.csv")) {
      List<List<String>> rows =
          new String(table.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(2)
              .map(line -> List.of(line.split(",", -1)))
              .toList();
      assertEquals(73, rows.size());
      return rows.stream();
    }
  }

  /** The moderators found by differentiating the equations are those of the table. */
  @ParameterizedTest
  @MethodSource("tableRows")
  void pathsAreModeratedAsTheTableSays(List<String> row) {
    int number = Integer.parseInt(row.get(0));
    ProcessTemplate template = ProcessTemplate.of(number);
    Map<ModeratorLetter, String> moderators = new java.util.EnumMap<>(ModeratorLetter.class);
    template.letters().forEach(l -> moderators.put(l, l.name()));
    List<List<String>> stages =
        number == 6
            ? List.of(List.of("M1"), List.of("M2"), List.of("M3"))
            : List.of(List.of("M1", "M2", "M3"));
    PathModel model = template.model(new Roles("X", stages, "Y", moderators, List.of("C")));
    for (String mediator : List.of("M1", "M2", "M3")) {
      assertEquals(expected(row.get(1)), moderatorsOf(model, "X", mediator), "a of " + number);
      assertEquals(expected(row.get(2)), moderatorsOf(model, mediator, "Y"), "b of " + number);
    }
    assertEquals(expected(row.get(3)), moderatorsOf(model, "X", "Y"), "c of " + number);
    for (Equation equation : model.equations()) {
      assertTrue(equation.dependsOn("C"), "the covariate is in every equation");
      for (Term term : equation.terms()) {
        lowerOrderTermsOf(term)
            .forEach(
                lower ->
                    assertTrue(
                        equation.terms().stream().anyMatch(lower::sameProduct),
                        lower + " is missing beside " + term));
      }
    }
  }

  private static Set<String> expected(String cell) {
    Set<String> products = new TreeSet<>();
    if (!cell.isEmpty()) {
      for (String product : cell.split(" ")) {
        products.add(sorted(product));
      }
    }
    return products;
  }

  private static Set<String> moderatorsOf(PathModel model, String from, String to) {
    Set<String> products = new TreeSet<>();
    for (List<String> product :
        PathEffect.of(model, List.of(from, to), Pathways.DIRECTED).polynomial().parts().keySet()) {
      // That X moderates the path of a mediator shows on the path of X too.
      if (!product.isEmpty() && product.stream().noneMatch(v -> v.startsWith("M"))) {
        products.add(sorted(String.join("", product)));
      }
    }
    return products;
  }

  private static String sorted(String letters) {
    return letters
        .chars()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Set<Term> lowerOrderTermsOf(Term term) {
    Set<Term> lower = new LinkedHashSet<>();
    for (int i = 0; i < term.variables().size() && term.variables().size() > 1; i++) {
      List<String> fewer = new ArrayList<>(term.variables());
      fewer.remove(i);
      lower.add(Term.of(fewer.toArray(String[]::new)));
    }
    return lower;
  }

  @Test
  void thereAreSeventySixAndThirteen() {
    List<Integer> numbers = ProcessTemplate.all().stream().map(ProcessTemplate::number).toList();
    List<Integer> expected = new ArrayList<>();
    for (int n = 1; n <= 92; n++) {
      if (n <= 76 || n >= 80) {
        expected.add(n);
      }
    }
    assertEquals(expected, numbers);
    assertThrows(InvalidInputException.class, () -> ProcessTemplate.of(77));
    ProcessTemplate.all().forEach(t -> assertFalse(t.diagram().isBlank()));
  }

  @Test
  void laterLettersAreReadAsTheirOlderOnes() {
    Roles roles =
        new Roles("x", List.of(List.of("m")), "y", Map.of(ModeratorLetter.W, "mod"), List.of());
    Roles older =
        new Roles("x", List.of(List.of("m")), "y", Map.of(ModeratorLetter.V, "mod"), List.of());
    assertEquals(ProcessTemplate.of(14).model(older), ProcessTemplate.of(14).model(roles));
    Roles two =
        new Roles(
            "x",
            List.of(List.of("m")),
            "y",
            Map.of(ModeratorLetter.W, "mod1", ModeratorLetter.Z, "mod2"),
            List.of());
    Roles olderTwo =
        new Roles(
            "x",
            List.of(List.of("m")),
            "y",
            Map.of(ModeratorLetter.W, "mod1", ModeratorLetter.V, "mod2"),
            List.of());
    assertEquals(ProcessTemplate.of(21).model(olderTwo), ProcessTemplate.of(21).model(two));
    assertEquals(
        ProcessTemplate.of(16)
            .model(
                new Roles(
                    "x",
                    List.of(List.of("m")),
                    "y",
                    Map.of(ModeratorLetter.V, "mod1", ModeratorLetter.Q, "mod2"),
                    List.of())),
        ProcessTemplate.of(16).model(two));
    assertThrows(InvalidInputException.class, () -> ProcessTemplate.of(7).model(two));
    assertThrows(InvalidInputException.class, () -> ProcessTemplate.of(9).model(roles));
  }

  @Test
  void serialAndBlendedMediators() {
    Roles blend =
        new Roles("x", List.of(List.of("m1", "m2"), List.of("m3")), "y", Map.of(), List.of("age"));
    PathModel model = ProcessTemplate.of(4).model(blend);
    assertEquals(
        PathModel.parse(
            """
            m1 ~ a1*x + age
            m2 ~ a2*x + age
            m3 ~ a3*x + d31*m1 + d32*m2 + age
            y  ~ b1*m1 + b2*m2 + b3*m3 + c*x + age
            """),
        model);
    assertEquals(model, ProcessTemplate.of(80).model(blend));
    assertEquals(6, model.paths("x", "y").size());
    PathModel chains =
        ProcessTemplate.of(82)
            .model(new Roles("x", List.of(List.of("p", "q", "r", "s")), "y", Map.of(), List.of()));
    assertTrue(chains.equation("q").orElseThrow().dependsOn("p"));
    assertFalse(chains.equation("r").orElseThrow().dependsOn("q"));
    assertTrue(chains.equation("s").orElseThrow().dependsOn("r"));
  }

  @Test
  void variablesCannotPlayTwoParts() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                new Roles(
                    "x", List.of(List.of("x", "m")), "m", Map.of(), List.of("m", "age", "age")));
    assertEquals(4, refused.problems().size(), refused.getMessage());
  }
}
