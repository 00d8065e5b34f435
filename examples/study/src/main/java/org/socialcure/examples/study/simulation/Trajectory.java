package org.socialcure.examples.study.simulation;

/**
 * The scores of one simulated person at both waves, before any item is answered.
 *
 * <p>Sums are in whole points: belonging 4 to 28 (the mean of the scale times four), loneliness 8
 * to 32, wellbeing 7 to 35, and the multiple-groups sum 4 to 28.
 */
record Trajectory(int age, boolean followedUp, Wave referral, Wave followUp) {
  /** The scores of one wave. */
  record Wave(
      int groups, int belonging, int loneliness, int wellbeing, int multipleGroups, int visits) {
    Wave {
      requireWithin("groups", groups, 0, CohortSimulator.SLOTS);
      requireWithin("belonging", belonging, 4, 28);
      requireWithin("loneliness", loneliness, 8, 32);
      requireWithin("wellbeing", wellbeing, 7, 35);
      requireWithin("multiple groups", multipleGroups, 4, 28);
      requireWithin("visits", visits, 0, Integer.MAX_VALUE);
    }

    /** A score outside its range would mean that the bounds of the simulation do not hold. */
    private static void requireWithin(String name, int value, int lowest, int highest) {
      if (value < lowest || value > highest) {
        throw new IllegalStateException("Simulated " + name + " outside its range: " + value);
      }
    }
  }

  Trajectory followedUp(boolean seenAgain) {
    return new Trajectory(age, seenAgain, referral, followUp);
  }
}
