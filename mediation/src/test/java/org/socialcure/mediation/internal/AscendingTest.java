package org.socialcure.mediation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AscendingTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 65_535, 65_536, 65_537, 200_000, 262_144, 300_001})
  void sortsAsJavaDoes(int size) {
    Random random = new Random(size);
    double[] values =
        random
            .doubles(size)
            .map(u -> u < 0.1 ? 0 : u < 0.2 ? -0.0 : u < 0.21 ? Double.NaN : u < 0.5 ? 7 : u - 0.9)
            .toArray();
    double[] expected = values.clone();
    Arrays.sort(expected);

    double[] before = values.clone();
    assertArrayEquals(expected, Ascending.of(values));
    assertArrayEquals(before, values);
  }

  @Test
  void anInterruptionEndsIt() {
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> Ascending.of(new double[100_000]));
    assertTrue(Thread.interrupted());
  }
}
