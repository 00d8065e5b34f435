package org.socialcure.scoring.change;

import static org.socialcure.testsupport.Reference.assertClose;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  /** R 4.2.2: qt(p, df). */
  @ParameterizedTest
  @CsvSource({
    "0.975, 9, 2.2621571627982049",
    "0.995, 119, 2.6177759764908588",
    "0.95, 1, 6.3137515146750376"
  })
  void quantilesAgreeWithR(double probability, double df, double expected) {
    assertClose(expected, StudentT.quantile(probability, df), 1e-13);
  }
}
