package org.socialcure.scoring.utility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialcure.core.InvalidInputException;
import org.socialcure.core.answer.IcecapA;
import org.socialcure.core.answer.Swls;
import org.socialcure.core.instrument.Citation;
import org.socialcure.core.instrument.Evidence;
import org.socialcure.core.json.Json;

/** A tariff made up for the test: no published one is known here. */
class IcecapTariffTest {
  private static final Citation SOURCE =
      new Citation("Made up", Optional.empty(), Evidence.NOT_STATED);
  private static final List<List<Double>> VALUES =
      List.of(
          List.of(.01, .10, .17, .22),
          List.of(-.01, .12, .18, .22),
          List.of(.0, .10, .15, .19),
          List.of(.02, .09, .14, .18),
          List.of(-.02, .11, .16, .19));

  private final IcecapTariff tariff =
      new IcecapTariff("Nowhere", "best-worst scaling", SOURCE, VALUES);

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1, 1, 0", "4, 4, 4, 4, 4, 1", "1, 2, 3, 4, 2, .57"})
  void theValueIsTheSumOfFiveEntries(
      int stability, int attachment, int autonomy, int achievement, int enjoyment, double value) {
    assertEquals(
        value,
        tariff
            .value(
                new IcecapA(stability, attachment, autonomy, achievement, enjoyment).toResponses())
            .orElseThrow(),
        1e-12);
  }

  @Test
  void anUnansweredAttributeHasNoValueAndAnotherInstrumentNone() {
    assertEquals(OptionalDouble.empty(), tariff.value(new IcecapA(1, 2, null, 4, 4).toResponses()));
    assertThrows(
        InvalidInputException.class, () -> tariff.value(new Swls(1, 2, 3, 4, 5).toResponses()));
    assertEquals(tariff, Json.read(Json.write(tariff), IcecapTariff.class));
  }

  @ParameterizedTest
  @CsvSource({
    "3, .1904, true",
    "3, .1906, false",
    "3, .1896, true",
    "3, .1894, false",
    "0, -.0196, true",
    "0, -.0194, false"
  })
  void theEndsAreHeldToHalfAThousandth(int level, double entry, boolean accepted) {
    List<List<Double>> changed = new ArrayList<>(VALUES);
    List<Double> row = new ArrayList<>(VALUES.get(4));
    row.set(level, entry);
    changed.set(4, row);
    if (accepted) {
      new IcecapTariff("Nowhere", "made up", SOURCE, changed);
    } else {
      InvalidInputException refused =
          assertThrows(
              InvalidInputException.class,
              () -> new IcecapTariff("Nowhere", "made up", SOURCE, changed));
      assertTrue(refused.getMessage().contains("must add up to"), refused.getMessage());
    }
  }

  @Test
  void anotherShapeIsRefused() {
    for (List<List<Double>> values :
        List.of(
            VALUES.subList(0, 4),
            List.of(List.of(0.0), List.of(0.0), List.of(0.0), List.of(0.0), List.of(0.0)))) {
      assertThrows(
          InvalidInputException.class,
          () -> new IcecapTariff("Nowhere", "made up", SOURCE, values));
    }
  }
}
