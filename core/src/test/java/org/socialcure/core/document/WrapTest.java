package org.socialcure.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WrapTest {
  @Property
  void wrappingLosesNothingAndFits(
      @ForAll List<@IntRange(min = 1, max = 30) Integer> lengths,
      @ForAll @IntRange(min = 12, max = 60) int width) {
    StringBuilder text = new StringBuilder();
    for (int length : lengths) {
      text.append("word-with.parts_and@more".repeat(2), 0, length).append(' ');
    }
    List<String> lines = Wrap.lines(text.toString(), width, 2);
    assertTrue(lines.stream().allMatch(l -> l.length() <= width), lines.toString());
    assertEquals(text.toString().replace(" ", ""), String.join("", lines).replace(" ", ""));
  }
}
