package org.socialcure.mediation.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
  @Test
  void holdsItsLimits() {
    Interval interval = new Interval(-0.5, 2, 0.95);
    assertTrue(interval.contains(-0.5) && interval.contains(2) && interval.contains(0));
    assertFalse(interval.contains(2.01) || interval.contains(Double.NaN));
    assertEquals(2.5, interval.width());
    assertEquals(new Interval(-4, 1, 0.95), interval.times(-2));
  }

  @Test
  void printsItself() {
    assertEquals(
        "[0.0070653, 0.51837] (95%)", new Interval(0.00706528, 0.5183676, 0.95).toString());
    assertEquals("[-1.0000, 1.0000] (99.9%)", new Interval(-1, 1, 0.999).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0.95",
    "NaN, 1, 0.95",
    "0, Infinity, 0.95",
    "0, 1, 0",
    "0, 1, 1",
    "0, 1, 95",
    "0, 1, NaN"
  })
  void refusesWhatIsNoInterval(double lower, double upper, double level) {
    assertThrows(IllegalArgumentException.class, () -> new Interval(lower, upper, level));
  }
}
