package org.socialcure.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.json.Json;

class IntervalTest {
  @Test
  void holdsItsLimits() {
    Interval interval = new Interval(-0.5, 2, 0.95);
    assertTrue(interval.contains(-0.5) && interval.contains(2) && interval.contains(0));
    assertFalse(interval.contains(2.01) || interval.contains(Double.NaN));
    assertEquals(2.5, interval.width());
    assertEquals(new Interval(-4, 1, 0.95), interval.times(-2));
    assertThrows(InvalidInputException.class, () -> interval.times(Double.MAX_VALUE));
  }

  @Test
  void printsItself() {
    assertEquals("95% CI [0.0071, 0.5184]", new Interval(0.00706528, 0.5183676, 0.95).toString());
    assertEquals("99.9% CI [-1.0000, 1.0000]", new Interval(-1, 1, 0.999).toString());
    assertEquals("95% CI [0.00001, 0.50000]", new Interval(0.00001, 0.5, 0.95).toString());
    assertEquals("90% CI [0.0000, 0.0000]", new Interval(0, 0, 0.9).toString());
  }

  @Test
  void goesToJsonAndBack() {
    Interval interval = new Interval(-0.1, 0.3, 0.9);
    String json = Json.write(interval);
    assertEquals("{\"lower\":-0.1,\"upper\":0.3,\"level\":0.9}", json.replaceAll("\\s", ""));
    assertEquals(interval, Json.read(json, Interval.class));
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Json.read("{\"lower\": 1, \"upper\": 0, \"level\": 0.9}", Interval.class));
    assertTrue(refused.getMessage().contains("in order"), refused::getMessage);
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
    assertThrows(InvalidInputException.class, () -> new Interval(lower, upper, level));
  }
}
