package org.socialcure.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrows between packages are seen wherever a class can name another. */
class LayoutTest {
  private static final String TARGET =
      "package toy.b; public class B { public int x; public static class N extends RuntimeException {} }";
  private static final String MARK = "package toy.b; public @interface Mark {}";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A extends toy.b.B {}",
        "class A { toy.b.B field; }",
        "class A { java.util.List<toy.b.B> field; }",
        "class A { <T extends toy.b.B> void method() {} }",
        "class A { toy.b.B[][] method() { return null; } }",
        "class A { Object method() { return toy.b.B[].class; } }",
        "class A { int method(Object it) { return ((toy.b.B) it).x; } }",
        "class A { boolean method(Object it) { return it instanceof toy.b.B.N; } }",
        "class A { void method() { try { hashCode(); } catch (toy.b.B.N e) { } } }",
        "class A { java.util.function.Supplier<?> method() { return toy.b.B::new; } }",
        "@toy.b.Mark class A {}",
        "class A { static class Inner { long wide = 1L << 40; toy.b.B field; } }",
      })
  void whereverAClassNamesAnother(String source) {
    Layout layout = compiled("package toy.a; " + source, TARGET, MARK);
    assertEquals(1, layout.breaches(Arrow.never("toy.a", "toy.b")).size(), source);
    assertEquals(List.of(), layout.breaches(Arrow.never("toy.b", "toy.a")));
    assertEquals(List.of(), layout.cycles());
  }

  @Test
  void aBreachNamesTheClasses() {
    Layout layout =
        compiled(
            "package toy.a; class A { toy.b.B b; }",
            "package toy.a; class Other { toy.b.B b; }",
            TARGET);
    assertEquals(
        List.of("toy.a -> toy.b (A names B and 1 more)"),
        layout.breaches(Arrow.never("toy..", "toy.b")));
  }

  @Test
  void dotsAddWhatIsBeneathAndNothingElse() {
    Layout layout =
        compiled(
            "package toy.a.deep; class A { toy.b.B b; }",
            "package toy.aside; class A { toy.b.B b; }",
            TARGET);
    assertEquals(List.of(), layout.breaches(Arrow.never("toy.a", "toy.b")));
    List<String> breaches = layout.breaches(Arrow.never("toy.a..", "toy.b"));
    assertEquals(List.of("toy.a.deep -> toy.b (A names B)"), breaches);
    assertEquals(List.of(), layout.breaches(Arrow.never("toy.a..", "toy..").unless("toy.b")));
  }

  @Test
  void aWayRoundIsToldOnceAndWithItsClasses() {
    Layout layout =
        compiled(
            "package toy.a; public class A { toy.b.B b; }",
            "package toy.b; public class B { toy.c.C c; }",
            "package toy.c; public class C { toy.a.A a; toy.d.D d; }",
            "package toy.d; public class D {}");
    assertEquals(
        List.of(
            """
            round:
              toy.a -> toy.b (A names B)
              toy.b -> toy.c (B names C)
              toy.c -> toy.a (C names A)"""),
        layout.cycles());
  }

  @Test
  void everyWayRoundIsTold() {
    Layout layout =
        compiled(
            "package toy.a; public class A { toy.b.B b; }",
            "package toy.b; public class B { toy.a.A a; toy.c.C c; }",
            "package toy.c; public class C { toy.b.B b; }");
    assertEquals(2, layout.cycles().size(), () -> layout.cycles().toString());
  }

  /** What the compiler makes of these sources, each of one package and one public type at most. */
  private Layout compiled(String... sources) {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Stream.of(sources).map(this::file).map(Path::toString).forEach(arguments::add);
    assertEquals(0, compiler.run(null, null, null, arguments.toArray(String[]::new)));
    Layout layout = Layout.of(List.of(folder));
    assertTrue(layout.packages().size() > 1);
    return layout;
  }

  private Path file(String source) {
    String space = source.replaceAll("(?s)package ([\\w.]+);.*", "$1").replace('.', '/');
    String type = source.replaceAll("(?s).*?(?:class|@interface) (\\w+).*", "$1");
    try {
      Path file = folder.resolve("source/" + space + "/" + type + ".java");
      Files.createDirectories(file.getParent());
      return Files.writeString(file, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
