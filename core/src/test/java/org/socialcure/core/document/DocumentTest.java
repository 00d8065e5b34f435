package org.socialcure.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.json.Json;
import org.socialcure.testsupport.Mapper;
import org.socialcure.testsupport.Markup;

/** One document in every format. */
class DocumentTest {
  private static final Document DOCUMENT = Samples.document();

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100})
  void textFitsItsWidth(int width) {
    DOCUMENT.text(width).lines().forEach(l -> assertTrue(l.length() <= width, l));
  }

  @Test
  void textIsThis() {
    Document document =
        new Document(
            "Scores",
            List.of(new Block.Lead("Read answers.csv.")),
            List.of(
                Section.of("loneliness", "Loneliness by wave", Samples.table()),
                Section.of("words", "In words", new Block.Paragraph("It fell \u2212 a lot."))),
            "Made with Social Cure.");
    assertEquals(
        """
        Scores
        ================================================================================
        Read answers.csv.

        Loneliness by wave
          Wave                n   Mean       p  95% lower  95% upper  Rule
          ----------------------------------------------------------------
          All persons
            before, "T0"  1,630  -5.25  < .001      -6.13     < 0.01  a
          Completers
            after           178   12.5                                b
            Rule: a = t distribution; b = percentile bootstrap.
            Means of the total.

        In words
          It fell - a lot.

        Made with Social Cure.
        """,
        document.text(80));
    assertEquals(document.text(100), document.toString());
  }

  @Test
  void sectionsOfSectionsAreRuledOff() {
    List<String> lines = DOCUMENT.text(60).lines().toList();
    int models = lines.indexOf("Models");
    assertEquals("=".repeat(60), lines.get(models + 1));
    assertTrue(lines.indexOf("Regions") > models);
    assertFalse(lines.contains("Numbers few want"), "folded away");
  }

  @Test
  void pageIsWellFormedSelfContainedAndReadableWithoutSeeing() {
    String html = DOCUMENT.html();
    Markup page = Markup.parse(html);
    assertEquals("en", page.attribute("lang"));
    assertEquals(List.of(DOCUMENT.title()), page.all("h1").stream().map(Markup::text).toList());
    assertEquals(2, page.all("h2").size());
    assertEquals(2, page.all("h3").size());
    for (String forbidden : List.of("script", "link", "img", "iframe", "object", "base", "i")) {
      assertTrue(page.all(forbidden).isEmpty(), forbidden);
    }
    assertFalse(html.contains("url("), "style that loads");
    String elsewhere = html.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
    assertFalse(elsewhere.contains("http://") || elsewhere.contains("https://"), "address");
    for (Markup svg : page.all("svg")) {
      assertEquals("img", svg.attribute("role"));
      assertFalse(svg.attribute("aria-label").isBlank());
      assertFalse(svg.all("desc").get(0).text().isBlank());
    }
    for (Markup header : page.all("th")) {
      assertTrue(
          Set.of("col", "row", "rowgroup").contains(header.attribute("scope")), header.text());
    }
    Set<String> targets = new HashSet<>();
    page.all("section").forEach(s -> assertTrue(targets.add("#" + s.attribute("id"))));
    assertEquals(Set.of("#scores", "#models", "#models-regions", "#models-cautions"), targets);
    assertEquals(
        List.of("#scores", "#models"),
        page.all("a").stream().map(a -> a.attribute("href")).toList());
  }

  @Test
  void pageHasFiguresAndWhatIsFoldedAway() {
    Markup page = Markup.parse(DOCUMENT.html());
    assertEquals(3, page.all("figure").size());
    assertEquals(
        List.of("Numbers few want", "The numbers of the picture"),
        page.all("summary").stream().map(Markup::text).toList());
    assertEquals(2, page.all("table").size(), "the table, and the one behind the picture");
    String text = page.text();
    assertTrue(text.contains("\u22125.25") && text.contains("one \u2192 two"), text);
    assertTrue(text.contains(Samples.NASTY), text);
  }

  @Test
  void markdownEscapesAndKeepsItsCells() {
    String markdown = DOCUMENT.markdown();
    assertFalse(markdown.contains("<i>"), markdown);
    assertTrue(markdown.contains("````\ny ~ a*x\n```\n  m\n````"), "the fence outlasts the code");
    Set<Integer> cells = new HashSet<>();
    markdown
        .lines()
        .filter(l -> l.startsWith("| "))
        .forEach(l -> cells.add(l.replaceAll("\\\\.", "").split("\\|", -1).length));
    assertEquals(1, cells.size(), markdown);
    assertTrue(markdown.contains("| :--- | ---: |"), markdown);
    assertTrue(markdown.contains("| *All persons* |"), markdown);
    assertEquals(
        "a\\|b \\*c\\* \\_d\\_ &lt;e&gt; &amp;amp;",
        MarkdownRenderer.escape("a|b *c* _d_ <e> &amp;"));
  }

  @ParameterizedTest
  @CsvSource({
    "- x, '\\- x'",
    "+ x, '\\+ x'",
    "2. x, '2\\. x'",
    "2) x, '2\\) x'",
    "-, '\\-'",
    "-1.5, -1.5",
    "2.5, 2.5",
    "'    x', x",
    "'a\\0b\\nc', a b c"
  })
  void markdownTakesNoTextForAListOrCode(String text, String escaped) {
    String raw = text.replace("\\0", "\0").replace("\\n", "\n");
    assertEquals(escaped, MarkdownRenderer.escape(raw));
  }

  @Test
  void latexEscapesAndBalances() {
    String latex = DOCUMENT.latex();
    Deque<String> open = new ArrayDeque<>();
    Matcher environment = Pattern.compile("\\\\(begin|end)\\{(\\w+)}").matcher(latex);
    while (environment.find()) {
      if (environment.group(1).equals("begin")) {
        open.push(environment.group(2));
      } else {
        assertEquals(open.pop(), environment.group(2));
      }
    }
    assertTrue(open.isEmpty());
    String unescaped = latex.replaceAll("\\\\[{}&%$#_\\\\]", "");
    assertEquals(
        unescaped.chars().filter(c -> c == '{').count(),
        unescaped.chars().filter(c -> c == '}').count());
    assertFalse(unescaped.contains("#") || unescaped.contains("_"), unescaped);
    assertTrue(latex.contains("$-5.25$"), "a true minus sign");
    assertEquals(
        "\\textbackslash{}\\&\\%\\$\\#\\{\\}\\textasciitilde{}\\textasciicircum{}",
        LatexRenderer.escape("\\&%$#{}~^"));
    assertEquals("a\\_\\allowbreak{}b $\\rightarrow$ c", LatexRenderer.escape("a_b -> c"));
    assertEquals(
        "{[}T0{]} {*}x y -{}-{} ?{`}",
        LatexRenderer.escape("[T0] *x\0y -- ?`"),
        "a row that begins with [ or * is the argument of the line break before it");
    String empty = Document.of("t", Section.of("s", "s", new Block.Bullets(List.of()))).latex();
    assertFalse(empty.contains("itemize"), "a list without items stops LaTeX");
  }

  @Test
  void figuresWithoutPicturesAreTheirNumbers() {
    Document document = Document.of("t", Section.of("s", "s", Samples.lines(), Samples.forest()));
    for (String told : List.of(document.text(), document.markdown(), document.latex())) {
      assertTrue(told.contains("Loneliness by wave") && told.contains("5.25"), told);
      assertFalse(told.contains("<svg"), told);
    }
  }

  @Test
  void writesTheFormatThatTheNameSays(@TempDir Path folder) throws IOException {
    Map<String, String> files =
        Map.of(
            "a.txt", DOCUMENT.text(),
            "a.html", DOCUMENT.html(),
            "a.MD", DOCUMENT.markdown(),
            "a.tex", DOCUMENT.latex());
    for (Map.Entry<String, String> file : files.entrySet()) {
      DOCUMENT.write(folder.resolve(file.getKey()));
      assertEquals(file.getValue(), Files.readString(folder.resolve(file.getKey())));
    }
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> DOCUMENT.write(folder.resolve("a.docx")));
    assertTrue(refused.getMessage().contains(".txt, .html, .md, .tex"), refused::getMessage);
    assertThrows(
        InvalidInputException.class, () -> DOCUMENT.write(folder.resolve("no/such/a.txt")));
  }

  @ParameterizedTest
  @MethodSource("org.socialcure.testsupport.Mapper#all")
  void anyMapperWritesAndReadsItAsJsonDoes(Mapper mapper) {
    String json = Json.write(DOCUMENT);
    assertEquals(Json.tree(json), Json.tree(mapper.write(DOCUMENT)));
    assertEquals(DOCUMENT, mapper.read(mapper.write(DOCUMENT), Document.class));
    for (Block block : List.of(Samples.table(), Samples.forest(), Samples.lines())) {
      assertEquals(Json.tree(Json.write(block)), Json.tree(mapper.write(block)));
      assertEquals(block, mapper.read(mapper.write(block), Block.class));
    }
    Cell cell = Cell.text("x");
    assertEquals(cell, mapper.read(mapper.write(cell), Cell.class));
  }

  @Test
  void goesToJsonAndBack() {
    assertEquals(DOCUMENT, Json.read(Json.write(DOCUMENT), Document.class));
  }

  @Test
  void refusesWhatNoLinkCanFind() {
    assertThrows(IllegalArgumentException.class, () -> Section.of("Not an id", "heading"));
    Section one = Section.of("one", "One");
    assertThrows(IllegalArgumentException.class, () -> Document.of("t", one, one));
    assertThrows(IllegalArgumentException.class, () -> one.withSections(List.of(one, one)));
    assertThrows(IllegalArgumentException.class, () -> DOCUMENT.text(39));
  }
}
