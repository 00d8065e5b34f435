package org.socialcure.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in running text, which a page keeps together. */
class HtmlTextTest {
  /** What a name is, in one line, but found in a time that grows with the square of its length. */
  private static final Pattern NAME = Pattern.compile("(?U)[\\w\\[][^\\s]*[\\w]-[^\\s]*\\w");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a", "-", "[", "]", " ", "\u00a0", "\n", ".", "@", "é", "𝔘", "5", "(", "!")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Property
  void namesAreThoseOfThePattern(@ForAll("texts") String text) {
    List<String> expected =
        NAME.matcher(text).results().map(m -> m.group().replaceAll("\\s", "")).toList();
    List<String> found =
        Pattern.compile("(?:<span class=\"name\">[^<]*</span>(?:<wbr/>)?)+")
            .matcher(HtmlText.of(text))
            .results()
            .map(m -> m.group().replaceAll("<[^>]*>", ""))
            .toList();
    assertEquals(expected, found);
  }

  @Test
  void namesAreBrokenAtSense() {
    assertEquals(
        "of <span class=\"name\">ucla-3.</span><wbr/><span class=\"name\">total</span><wbr/>"
            + "<span class=\"name\">@during</span>, once",
        HtmlText.of("of ucla-3.total@during, once"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "n-", "-", "a!", "[", "n "})
  void longNamesTakeNoTime(String part) {
    String name = part.repeat(200_000);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> HtmlText.of(name));
  }
}
