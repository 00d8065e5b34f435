package org.socialcure.examples.study;

import java.util.LinkedHashMap;
import java.util.Map;
import org.socialcure.examples.study.plan.OutcomesSection;
import org.socialcure.examples.study.plan.Plan;

/**
 * What people read of waves.
 *
 * @param names what people call waves, where it is not their name
 * @param months when each wave was, in months, by what people call it; empty where not known
 */
record WaveNames(Map<String, String> names, Map<String, Double> months) {
  WaveNames {
    names = Map.copyOf(names);
    months = Map.copyOf(months);
  }

  static WaveNames of(Plan plan) {
    Map<String, String> names = plan.data().waveLabels();
    Map<String, Double> months = new LinkedHashMap<>();
    plan.outcomes()
        .map(OutcomesSection::times)
        .orElse(Map.of())
        .forEach((wave, time) -> months.put(names.getOrDefault(wave, wave), time));
    return new WaveNames(names, months);
  }
}
