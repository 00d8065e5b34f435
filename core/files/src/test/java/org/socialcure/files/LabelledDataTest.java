package org.socialcure.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.data.Dataset;
import org.socialcure.core.data.ReadingSummary;
import org.socialcure.core.instrument.Instruments;

/** Codes of a file and what they mean. */
class LabelledDataTest {
  private static ValueLabels labels(String... codesAndLabels) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < codesAndLabels.length; i += 2) {
      labels.put(codesAndLabels[i], codesAndLabels[i + 1]);
    }
    return new ValueLabels(labels, Set.of("9"));
  }

  private static LabelledData data(ValueLabels ofJob) {
    Dataset data =
        Dataset.builder()
            .numbers("job", new double[] {1, 2, Double.NaN, 1})
            .numbers("age", new double[] {30, 40, 50, 60})
            .build();
    return new LabelledData(
        data, Map.of("job", ofJob), Map.of("job", Map.of("9", 1)), ReadingSummary.NOTHING);
  }

  @Test
  void codesBecomeTheirLabels() {
    LabelledData read = data(labels("1", "nurse", "2", "baker", "9", "refused"));
    Dataset words = read.withTexts("job");
    assertEquals(
        List.of(Optional.of("nurse"), Optional.of("baker"), Optional.empty(), Optional.of("nurse")),
        words.texts("job"));
    assertEquals(40, words.number("age", 1).orElseThrow());
    assertTrue(read.toString().contains("age"), read.toString());
  }

  @Test
  void codesWithoutLabelsAndLabelsOfTwoCodesAreRefused() {
    String missing = refused(data(labels("1", "nurse")), "job");
    assertTrue(missing.contains("1 cell has a code without a label"), missing);
    String twice = refused(data(labels("1", "nurse", "2", "nurse")), "job");
    assertTrue(twice.contains("two of its codes have the same label"), twice);
    String others = refused(data(labels("1", "nurse", "2", "baker")), "age", "jobb");
    assertTrue(others.contains("the file has no labels for its values"), others);
    assertTrue(others.contains("job"), "the nearest name: " + others);
    assertFalse(others.contains("40"), others);
  }

  private static String refused(LabelledData read, String... columns) {
    return assertThrows(InvalidInputException.class, () -> read.withTexts(columns)).getMessage();
  }

  @Test
  void labelsThatSayWhatAFormSaysAreACoding() {
    ValueLabels turned =
        labels("3", "Hardly ever or never", "2", "Some of the time", "1", "OFTEN", "9", "refused");
    assertEquals(Optional.of("nurse"), labels("1", "nurse").label("1"));
    assertEquals(Optional.empty(), labels("1", "nurse").label("7"));
    assertEquals(
        Instruments.UCLA_3.items().get(0).options().stream()
            .allMatch(
                option ->
                    List.of("hardly ever or never", "some of the time", "often")
                        .contains(option.label().toLowerCase(java.util.Locale.ROOT))),
        turned.coding(Instruments.UCLA_3.items().get(0)).isPresent());
    assertEquals(Optional.empty(), labels("1", "nurse").coding(Instruments.UCLA_3.items().get(0)));
    assertEquals(
        Optional.empty(), labels("9", "refused").coding(Instruments.UCLA_3.items().get(0)));
    assertEquals("1 = nurse, 2 = baker", labels("1", "nurse", "2", "baker").toString());
    assertThrows(InvalidInputException.class, () -> new ValueLabels(Map.of(), Set.of()));
    assertThrows(InvalidInputException.class, () -> labels("1", " "));
  }
}
