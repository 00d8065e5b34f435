package org.socialcure.core.person;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.socialcure.core.Problem;
import org.socialcure.core.ProblemCode;
import org.socialcure.core.Problems;

/** The rule for codes of SNOMED CT concepts: their length, their partition and the check digit. */
final class SnomedCode {
  /** The powers of the permutation and the group of Verhoeff's check digit, the dihedral group. */
  private static final int[] PERMUTATION = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

  private static final int SHORTEST = 6;
  private static final int LONGEST = 18;
  private static final int PERIOD = 8;
  private static final int ROTATIONS = 5;

  private SnomedCode() {}

  static void check(Problems problems, Optional<String> code) {
    Objects.requireNonNull(code, "snomed");
    code.ifPresent(
        text ->
            problems.require(
                isConcept(text),
                Problem.coded(
                    "snomed",
                    ProblemCode.NOT_A_SNOMED_CONCEPT,
                    Map.of(),
                    "must be the identifier of a SNOMED CT concept, 6 to 18 digits of which the last"
                        + " checks the others; copy it as text, since a spreadsheet rounds its end")));
  }

  static boolean isConcept(String text) {
    int length = text.length();
    if (length < SHORTEST
        || length > LONGEST
        || text.chars().anyMatch(c -> c < '0' || c > '9')
        || text.charAt(0) == '0') {
      return false;
    }
    String partition = text.substring(length - 3, length - 1);
    return (partition.equals("00") || partition.equals("10")) && checks(text);
  }

  private static boolean checks(String digits) {
    int product = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      for (int k = 0; k < i % PERIOD; k++) {
        digit = PERMUTATION[digit];
      }
      product = times(product, digit);
    }
    return product == 0;
  }

  /** The product of two of the ten symmetries of a pentagon: 0 to 4 rotate, 5 to 9 reflect. */
  private static int times(int one, int other) {
    boolean reflectsFirst = one >= ROTATIONS;
    int turn = other % ROTATIONS;
    int sum = Math.floorMod(one % ROTATIONS + (reflectsFirst ? -turn : turn), ROTATIONS);
    return reflectsFirst == other >= ROTATIONS ? sum : sum + ROTATIONS;
  }
}
