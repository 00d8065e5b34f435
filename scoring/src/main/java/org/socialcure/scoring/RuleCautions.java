package org.socialcure.scoring;

import java.util.ArrayList;
import java.util.List;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.instrument.Instrument;
import org.socialcure.core.instrument.MissingRule;
import org.socialcure.core.instrument.Scale;

/** What has to be said of the rules by which a file was scored. */
final class RuleCautions {
  private RuleCautions() {}

  static List<String> of(Instrument instrument) {
    List<String> cautions = new ArrayList<>();
    List<String> unverified = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      if (instrument.scoringEvidence(scale) == Evidence.MEMORY_ONLY) {
        unverified.add(scale.label());
      }
      if (scale.missing() instanceof MissingRule.Overridden asked) {
        cautions.add(
            scale.label()
                + " ("
                + instrument.label()
                + "): missing answers are treated by the rule "
                + asked.override().id()
                + ", which is not the published one");
      }
    }
    if (!unverified.isEmpty()) {
      cautions.add(
          "The scores of "
              + instrument.label()
              + " are unverified: how they are made is recalled, and was not seen in a source ("
              + String.join(", ", unverified)
              + ")");
    }
    return cautions;
  }
}
