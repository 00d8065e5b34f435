package org.socialcure.scoring.utility;

import java.util.ArrayList;
import java.util.List;

/** The probabilities of three-level profiles given a five-level one, by van Hout et al. 2012. */
final class Crosswalk {
  /** Of level 1 of three given level 2 of five, by dimension; otherwise it is level 2. */
  private static final double[] NO_PROBLEM_GIVEN_2 = {
    119.0 / 671, 41.0 / 245, 163.0 / 824, 211.0 / 1061, 219.0 / 1060
  };

  /** Of level 2 of three given level 4 of five, by dimension; otherwise it is level 3. */
  private static final double[] SOME_PROBLEM_GIVEN_4 = {
    193.0 / 208, 109.0 / 144, 137.0 / 204, 239.0 / 398, 82.0 / 161
  };

  private Crosswalk() {}

  /** The mean of the three-level values, in thousandths. */
  static double thousandths(Eq5dProfile profile) {
    return mean(profile, new ArrayList<>(), 1);
  }

  private static double mean(Eq5dProfile profile, List<Integer> three, double probability) {
    int d = three.size();
    if (d == Eq5dVersion.DIMENSIONS) {
      Eq5dProfile mapped = new Eq5dProfile(Eq5dVersion.THREE_LEVELS, three);
      return 1000 * probability * ValueSets.UK_3L_MVH.value(mapped);
    }
    int level = profile.levels().get(d);
    if (level % 2 == 1) {
      return with(profile, three, (level + 1) / 2, probability);
    }
    double ofLower = level == 2 ? NO_PROBLEM_GIVEN_2[d] : SOME_PROBLEM_GIVEN_4[d];
    return with(profile, three, level / 2, probability * ofLower)
        + with(profile, three, level / 2 + 1, probability * (1 - ofLower));
  }

  private static double with(
      Eq5dProfile profile, List<Integer> three, int level, double probability) {
    three.add(level);
    double mean = mean(profile, three, probability);
    three.remove(three.size() - 1);
    return mean;
  }
}
