package org.socialcure.mediation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquareTest {
  /** mpmath at 40 digits: gammainc(df/2, x/2, inf, regularized=True). */
  @ParameterizedTest
  @CsvSource({
    "0.004, 1, 0.94957097115110509",
    "3.84, 1, 0.050043521248705103",
    "60, 1, 9.4857375710738484e-15",
    "1200, 3, 7.3316715915506779e-260",
    "9.5, 4, 0.049747247417943647",
    "25, 10, 0.0053455054871340643",
    "150, 100, 0.00090393204235400909",
    "1100, 1000, 0.014614408126295194",
    "101000, 100000, 0.01286884037723367"
  })
  void upperTail(double statistic, double df, double expected) {
    assertEquals(expected, ChiSquare.upper(statistic, df), (df > 1000 ? 5e-11 : 3e-13) * expected);
  }

  @Test
  void nothingSpeaksAgainstAStatisticOfZero() {
    assertEquals(1, ChiSquare.upper(0, 3));
    assertEquals(1, ChiSquare.upper(-1e-12, 3));
  }
}
