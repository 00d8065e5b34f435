package org.socialcure.scoring.utility;

import java.util.List;
import java.util.Optional;
import org.socialcure.core.instrument.Citation;
import org.socialcure.core.instrument.Evidence;

/**
 * The built-in value sets of the EQ-5D. Which one an appraisal asks for depends on its date: {@link
 * NiceReferenceCase}.
 *
 * <p>All but the crosswalk are additive: 1 less what the level of each dimension takes off.
 *
 * @since 0.1
 */
public final class ValueSets {
  /**
   * The UK value set for the EQ-5D-5L (Rowen et al. 2026, doi 10.1016/j.jval.2026.03.008): 1 for
   * 11111 to −.567 for 55555.
   */
  public static final ValueSet UK_5L_2026 =
      additive(
          "uk-5l-2026",
          "UK value set for the EQ-5D-5L, 2026",
          Eq5dVersion.FIVE_LEVELS,
          "United Kingdom",
          "Rowen D and others. Value Health 2026;29(5):858-869.",
          "10.1016/j.jval.2026.03.008",
          "composite time trade-off of 1,200 interviews",
          new int[][] {
            {0, 32, 58, 179, 279},
            {0, 38, 60, 162, 206},
            {0, 49, 86, 184, 212},
            {0, 56, 66, 371, 479},
            {0, 41, 126, 313, 391}
          },
          0,
          0);

  /**
   * The value set of England for the EQ-5D-5L (Devlin et al. 2018, doi 10.1002/hec.3564): 1 for
   * 11111 to −.285 for 55555. NICE never recommended it.
   */
  public static final ValueSet ENGLAND_5L_2018 =
      additive(
          "england-5l-2018",
          "England value set for the EQ-5D-5L, 2018",
          Eq5dVersion.FIVE_LEVELS,
          "England",
          "Devlin NJ, Shah KK, Feng Y, Mulhern B, van Hout B. Valuing health-related quality of"
              + " life: an EQ-5D-5L value set for England. Health Econ 2018;27(1):7-22.",
          "10.1002/hec.3564",
          "not recommended by NICE",
          new int[][] {
            {0, 58, 76, 207, 274},
            {0, 50, 80, 164, 203},
            {0, 50, 63, 162, 184},
            {0, 63, 84, 276, 335},
            {0, 78, 104, 285, 289}
          },
          0,
          0);

  /**
   * The UK value set for the EQ-5D-3L, MVH A1 (Dolan 1997, doi 10.1097/00005650-199711000-00002):
   * .081 is taken off once if any level is above 1, and .269 once more if any is 3; 1 for 11111 to
   * −.594 for 33333.
   */
  public static final ValueSet UK_3L_MVH =
      additive(
          "uk-3l-mvh",
          "UK value set for the EQ-5D-3L, MVH A1",
          Eq5dVersion.THREE_LEVELS,
          "United Kingdom",
          "Dolan P. Modeling valuations for EuroQol health states. Med Care"
              + " 1997;35(11):1095-1108.",
          "10.1097/00005650-199711000-00002",
          "time trade-off; 0.081 off once for any problem, 0.269 more once for any level 3",
          new int[][] {{0, 69, 314}, {0, 104, 214}, {0, 36, 94}, {0, 123, 386}, {0, 71, 236}},
          81,
          269);

  /**
   * The crosswalk of EQ-5D-5L profiles to the UK values of the EQ-5D-3L (van Hout et al. 2012, doi
   * 10.1016/j.jval.2012.02.008): the mean of the {@linkplain #UK_3L_MVH three-level values}, each
   * weighted by the probability of the three-level profile given the five-level one.
   *
   * <p>Computed from the matrix of probabilities. The published table of 3,125 values was computed
   * with more digits: before rounding no value differs by more than .00055 from it, after rounding
   * 192 differ by .001. Who needs the published values exactly passes them to {@link ValueSet#of}.
   */
  public static final ValueSet CROSSWALK_UK_2012 =
      new ValueSet(
          "crosswalk-uk-2012",
          "UK crosswalk of the EQ-5D-5L, 2012",
          Eq5dVersion.FIVE_LEVELS,
          "United Kingdom",
          new Citation(
              "Van Hout B, Janssen MF, Feng YS, Kohlmann T, Busschbach J, Golicki D, Lloyd A,"
                  + " Scalone L, Kind P, Pickard AS. Interim scoring for the EQ-5D-5L: mapping the"
                  + " EQ-5D-5L to EQ-5D-3L value sets. Value Health 2012;15(5):708-715.",
              Optional.of("10.1016/j.jval.2012.02.008"),
              Evidence.TWO_OR_MORE),
          Evidence.ONE,
          "from the matrix of probabilities, within 0.001 of the published table",
          Crosswalk::thousandths);

  private ValueSets() {}

  /**
   * All of them.
   *
   * @return the sets in the order of the constants
   */
  public static List<ValueSet> all() {
    return List.of(UK_5L_2026, ENGLAND_5L_2018, UK_3L_MVH, CROSSWALK_UK_2012);
  }

  /** What levels take off, and once for any problem and for any worst level, in thousandths. */
  private static ValueSet additive(
      String id,
      String label,
      Eq5dVersion version,
      String country,
      String source,
      String doi,
      String note,
      int[][] off,
      int anyProblem,
      int anyWorst) {
    return new ValueSet(
        id,
        label,
        version,
        country,
        new Citation(source, Optional.of(doi), Evidence.TWO_OR_MORE),
        Evidence.TWO_OR_MORE,
        note,
        profile -> {
          int value = 1000;
          int worst = 1;
          for (int d = 0; d < off.length; d++) {
            int level = profile.levels().get(d);
            value -= off[d][level - 1];
            worst = Math.max(worst, level);
          }
          return value - (worst > 1 ? anyProblem : 0) - (worst == version.levels() ? anyWorst : 0);
        });
  }
}
