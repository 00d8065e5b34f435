package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between packages point one way, as the page on the architecture draws them. */
class ArchitectureTest {
  private static final String CORE = "org.socialcure.core";
  private static final String FILES = "org.socialcure.files";
  private static final String SCORING = "org.socialcure.scoring";
  private static final String MEDIATION = "org.socialcure.mediation";

  /** What reads and writes JSON: core's business. Words of enums may be annotated anywhere. */
  private static final String[] JSON = {
    "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..", "tools.jackson.."
  };

  private static final Pattern MACHINE_DEPENDENT =
      Pattern.compile(
          "\\bMath(\\.|::)(a?(sin|cos|tan)h?|atan2|exp|expm1|log|log10|log1p|pow|cbrt|hypot)\\b"
              + "|\\bDouble(\\.|::)toString\\("
              + "|%[-+, #(0-9]*\\.[1-9][0-9]*[efg]");

  private static final Layout LIBRARY =
      Layout.of(Repository.LIBRARY.stream().map(Repository::classes).toList());

  /** Who must not know whom. */
  static Stream<Arrow> arrows() {
    return Stream.of(
        // The modules.
        Arrow.never(SCORING + "..", MEDIATION + ".."),
        Arrow.never(MEDIATION + "..", SCORING + ".."),
        Arrow.never(CORE + "..", "org.apache.commons.math3.."),
        // Files of other programs reach only who asks for them.
        Arrow.never(CORE + "..", FILES + ".."),
        Arrow.never(SCORING + "..", FILES + ".."),
        Arrow.never(MEDIATION + "..", FILES + ".."),
        Arrow.never(FILES + "..", SCORING + "..", MEDIATION + "..", "com.fasterxml..", "tools.."),
        Arrow.never(SCORING + "..", JSON),
        Arrow.never(MEDIATION + "..", JSON),
        // Mediation's engine: each room knows those before it.
        Arrow.never(MEDIATION + ".model", MEDIATION + "..").unless(MEDIATION + ".internal.."),
        Arrow.never(MEDIATION + ".regression", MEDIATION + "..")
            .unless(MEDIATION + ".model", MEDIATION + ".internal.."),
        Arrow.never(MEDIATION + ".inference", MEDIATION + "..")
            .unless(MEDIATION + ".model", MEDIATION + ".regression", MEDIATION + ".internal.."),
        Arrow.never(
            MEDIATION + ".effect", MEDIATION, MEDIATION + ".report", MEDIATION + ".internal.fit"),
        Arrow.never(MEDIATION + ".internal..", MEDIATION, MEDIATION + ".report"),
        // And what stands around it.
        Arrow.never(MEDIATION + ".report", MEDIATION),
        Arrow.never(MEDIATION + ".process", MEDIATION + "..").unless(MEDIATION + ".model"),
        Arrow.never("org.socialcure..", MEDIATION + ".prepost"));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void noArrowPointsBack(Arrow arrow) {
    assertEquals(List.of(), LIBRARY.breaches(arrow));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void noPackageLeadsBackToItself(String module) {
    Layout layout = Layout.of(List.of(Repository.classes(module)));
    assertTrue(layout.packages().size() > 1, () -> "Only " + layout.packages());
    assertEquals("", String.join("\n", layout.cycles()));
  }

  static List<String> modules() {
    return Repository.LIBRARY;
  }

  /**
   * The functions of {@code Math} may differ in their last bit from processor to processor, and the
   * digits of {@code Double.toString} from Java to Java; results are promised to be the same.
   */
  @ParameterizedTest
  @MethodSource("modules")
  void noResultDependsOnTheMachine(String module) {
    List<String> found = new ArrayList<>();
    for (Path file : Repository.sources(module, ".java")) {
      List<String> lines = Repository.lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (MACHINE_DEPENDENT.matcher(lines.get(i)).find()) {
          found.add(file.getFileName() + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
      }
    }
    assertEquals(List.of(), found, "Use StrictMath, and Names or ShortestDecimal for digits.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "double y = Math.log(x);",
        "stream.map(Math::exp)",
        "return Double.toString(value);",
        "String.format(Locale.ROOT, \"%.3e\", value)"
      })
  void whatDependsOnTheMachineIsSeen(String line) {
    assertTrue(MACHINE_DEPENDENT.matcher(line).find());
    assertFalse(MACHINE_DEPENDENT.matcher("StrictMath.log(x) + Math.sqrt(x)").find());
  }
}
