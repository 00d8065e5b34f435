package org.socialcure.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/**
 * Numbers read as the JDK reads them, by the shorter way too, and written so that they come back.
 */
class DecimalTextTest {
  private static double parse(String text) {
    return DecimalText.parse(text, DecimalMark.POINT);
  }

  @Property(tries = 200)
  void decimalsAreTheNearestDouble(
      @ForAll @NumericChars @StringLength(min = 1, max = 20) String whole,
      @ForAll @NumericChars @StringLength(max = 26) String decimals,
      @ForAll boolean negative,
      @ForAll @IntRange(min = -330, max = 280) int exponent) {
    String plain = (negative ? "-" : "") + whole + "." + decimals;
    assertEquals(Double.parseDouble(plain), parse(plain));
    String scientific = plain + "e" + exponent;
    assertEquals(Double.parseDouble(scientific), parse(scientific));
    assertEquals(parse(plain), DecimalText.parse(plain.replace('.', ','), DecimalMark.COMMA));
  }

  @Property(tries = 200)
  void whatIsWrittenReadsBack(
      @ForAll @DoubleRange(min = -Double.MAX_VALUE, max = Double.MAX_VALUE) double value) {
    for (DecimalMark mark : DecimalMark.values()) {
      String text = DecimalText.format(value, mark);
      assertEquals(value, DecimalText.parse(text, mark), text);
      char[] characters = text.toCharArray();
      assertFalse(DecimalText.looksLikeIdentifier(characters, 0, characters.length), text);
    }
  }

  @Test
  void wholeNumbersAreWrittenWithoutDecimals() {
    assertEquals("3", DecimalText.format(3.0, DecimalMark.POINT));
    assertEquals("-0", DecimalText.format(-0.0, DecimalMark.POINT));
    assertEquals("2,5", DecimalText.format(2.5, DecimalMark.COMMA));
    assertTrue(DecimalText.looksLikeIdentifier("x01".toCharArray(), 1, 3));
  }
}
